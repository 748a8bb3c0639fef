import { placeOf } from '../../findings/places';
import { defineRule } from '../defineRule';

/** `database/idempotent`: a migration that was cut short can run again. */
export const databaseIdempotent = defineRule({
  id: 'database/idempotent',
  severity: 'warning',
  reads: ['database'],
  sources: ['P'],
  title: { en: 'Migration that cannot run twice', es: 'Migración que no se puede repetir' },
  explanation: {
    en: 'A migration that is interrupted has to run again. One that cannot run twice leaves the database half way.',
    es: 'Una migración interrumpida tiene que volver a ejecutarse. La que no se puede repetir deja la base de datos a medias.',
  },
  messages: {
    once: {
      en: 'The migration {migration} cannot run twice; make it idempotent, or plan what to do when it stops half way.',
      es: 'La migración {migration} no puede ejecutarse dos veces; hazla idempotente o prevé qué hacer si se queda a medias.',
    },
  },
  *check(record) {
    for (const [index, { migration = '?', idempotent }] of (record.data.database ?? []).entries()) {
      if (idempotent !== false) continue;
      yield {
        message: 'once',
        range: placeOf(record, ['database', index, 'idempotent']),
        args: { migration },
      };
    }
  },
});
