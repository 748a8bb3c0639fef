import { unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/** A change that has ended followed the version of its day, and keeps it. */
const ended = new Set(['done', 'rejected', 'cancelled']);

/** `links/procedure-version`: a change follows the procedure as it is now. */
export const procedureVersion = defineRule({
  id: 'links/procedure-version',
  scope: 'workspace',
  severity: 'warning',
  lasts: 'always',
  reads: ['procedure', 'status'],
  sources: ['R'],
  title: { en: 'Another version of the procedure', es: 'Otra versión del procedimiento' },
  explanation: {
    en: 'A change pins the version of the procedure that it was made from. Once the procedure has moved on, its steps may differ from those of the change, and somebody has to look. Changes that have ended keep the version of their day.',
    es: 'Un cambio fija la versión del procedimiento con que se creó. Si el procedimiento ha avanzado, sus pasos pueden no coincidir con los del cambio y alguien tiene que mirarlo. Los cambios terminados conservan la versión de su día.',
  },
  messages: {
    other: {
      en: 'This change follows version {pinned} of {id}; the workspace has {current}, whose new steps `changebook update` takes over.',
      es: 'Este cambio sigue la versión {pinned} de {id}; el espacio de trabajo tiene la {current}, cuyos pasos nuevos incorpora `changebook update`.',
    },
    retired: {
      en: 'This change follows version {pinned} of {id}; the workspace has {current}, which is retired.',
      es: 'Este cambio sigue la versión {pinned} de {id}; el espacio de trabajo tiene la {current}, que está retirada.',
    },
    procedure: {
      en: 'The procedure has version {current}.',
      es: 'El procedimiento tiene la versión {current}.',
    },
  },
  fixTitles: {
    follow: {
      en: 'Follow {id}@{current}, with the steps as they are',
      es: 'Seguir {id}@{current}, con los pasos tal como están',
    },
  },
  *check(summary, context) {
    if (ended.has(summary.status)) return;
    for (const reference of summary.references) {
      if (reference.kind !== 'procedure' || !reference.version) continue;
      const current = context.index.keysById(reference.id)?.keys.version;
      const isOther = current !== undefined && current !== reference.version;
      const procedure = isOther ? context.index.byId(reference.id) : undefined;
      if (!procedure || !current) continue;
      const args = { id: reference.id, pinned: reference.version, current };
      const edits = [{ range: unpackRange(reference.range), text: `${reference.id}@${current}` }];
      const place = {
        file: procedure.file,
        range: unpackRange(procedure.summary.idRange),
        message: 'procedure',
        args: { current },
      };
      const about = { range: unpackRange(reference.range), args, related: [place] };
      if (procedure.summary.retired) yield { ...about, message: 'retired' };
      else yield { ...about, message: 'other', fixes: [{ title: 'follow', args, edits }] };
    }
  },
});
