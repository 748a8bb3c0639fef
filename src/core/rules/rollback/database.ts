import { placeOf } from '../../findings/places';
import { defineRule } from '../defineRule';

/** `rollback/database`: what cannot be undone can be restored. */
export const rollbackDatabase = defineRule({
  id: 'rollback/database',
  severity: 'error',
  reads: ['database'],
  sources: ['P'],
  title: { en: 'Irreversible migration without a backup', es: 'Migración irreversible sin copia' },
  explanation: {
    en: 'A migration that cannot be undone makes every rollback a restore: it needs a backup taken first (`backup: true`) and a word on how to restore it (`restore`, text or the name of a step).',
    es: 'Una migración que no se puede deshacer convierte toda reversión en una restauración: necesita una copia previa (`copia: true`) y cómo restaurarla (`restauracion`, un texto o el nombre de un paso).',
  },
  messages: {
    backup: {
      en: 'The migration {migration} cannot be undone and takes no backup; add `backup: true`.',
      es: 'La migración {migration} no se puede deshacer y no hace copia; añade `copia: true`.',
    },
    restore: {
      en: 'The migration {migration} cannot be undone and does not say how to restore; add `restore`.',
      es: 'La migración {migration} no se puede deshacer y no dice cómo restaurar; añade `restauracion`.',
    },
  },
  *check(record) {
    for (const [index, { migration = '?', reversible, backup, restore }] of (
      record.data.database ?? []
    ).entries()) {
      if (reversible !== false) continue;
      if (backup !== true)
        yield {
          message: 'backup',
          range: placeOf(record, ['database', index, 'backup']),
          args: { migration },
        };
      if (!restore)
        yield {
          message: 'restore',
          range: placeOf(record, ['database', index, 'restore']),
          args: { migration },
        };
    }
  },
});
