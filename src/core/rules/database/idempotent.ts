import { placeOf } from '../../findings/places';
import { ofChange } from '../ofChange';
import type { RecordRule } from '../rule';

/** `database/idempotent`: a migration that was cut short can run again. */
export const databaseIdempotent: RecordRule = {
  id: 'database/idempotent',
  scope: 'record',
  severity: 'warning',
  appliesTo: ['change'],
  reads: ['database'],
  options: {},
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
  fixTitles: {},
  check: ofChange(function* (record) {
    for (const [index, { migration = '?', idempotent }] of (record.data.database ?? []).entries()) {
      if (idempotent !== false) continue;
      yield {
        message: 'once',
        range: placeOf(record, ['database', index, 'idempotent']),
        args: { migration },
      };
    }
  }),
};
