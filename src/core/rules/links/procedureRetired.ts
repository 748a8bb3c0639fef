import { unpackRange } from '../../model/text/range';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';

/** `links/procedure-retired`: an open change follows a procedure that is still in use. */
export const procedureRetired = defineRule({
  id: 'links/procedure-retired',
  scope: 'workspace',
  severity: 'warning',
  reads: ['procedure', 'status'],
  title: { en: 'Procedure that is retired', es: 'Procedimiento retirado' },
  explanation: {
    en: 'A procedure says `retired: true` where the version that its file has is not to be followed any more. No change is made from it, and those that are still open are told: somebody has to say whether they go on as they are, or follow something else. Once the file has another version and `retired` is out of it, that version is in use.',
    es: 'Un procedimiento dice `retirado: true` cuando la versión que tiene su fichero ya no se debe seguir. No se crean cambios a partir de él y a los que siguen abiertos se les avisa: alguien tiene que decir si siguen como están o pasan a otra cosa. En cuanto el fichero tiene otra versión y ya no dice `retirado`, esa versión está en uso.',
  },
  messages: {
    retired: {
      en: '{procedure} is retired: follow another procedure, or waive this with the reason why it goes on.',
      es: '{procedure} está retirado: sigue otro procedimiento o exime de esto con el motivo por el que continúa.',
    },
    here: { en: 'It is retired here.', es: 'Se retira aquí.' },
  },
  *check({ references, stage }, { index }) {
    if (!isOpen(stage)) return;
    for (const { kind, id, version, range } of references) {
      const procedure = kind === 'procedure' ? index.byId(id) : undefined;
      if (!procedure?.summary.retired) continue;
      const { version: current, idRange } = procedure.summary;
      // Another version is what `links/procedure-version` tells.
      if (version !== undefined && current !== undefined && version !== current) continue;
      const args = { procedure: [id, current].filter(Boolean).join('@') };
      const here = { file: procedure.file, range: unpackRange(idRange), message: 'here' };
      yield { message: 'retired', range: unpackRange(range), args, related: [here] };
    }
  },
});
