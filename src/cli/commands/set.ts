import { setField } from '../../core/actions/setField';
import { aboutWritten, actOnRecord } from '../support/actOnRecord';
import { type Command, wrongCall } from '../support/command';
import { setNextId } from '../support/setNextId';
import { flagOption, writingOptions } from '../support/usualOptions';

/** `changebook set`: writes fields of a record, as one commit. */
export const set: Command = {
  name: 'set',
  usage: 'changebook set <id|file> <field=value…>',
  summary: {
    en: 'Sets fields of a record, as one commit: field=value, list+=item, list-=item, and field= to remove one; id=next of a record whose id another one has.',
    es: 'Cambia campos de un registro, con un commit: campo=valor, lista+=elemento, lista-=elemento y campo= para quitarlo; id=next si otro registro tiene el mismo identificador.',
  },
  options: {
    yes: flagOption(
      'also where approvals or agreement become void by it',
      'también si anula aprobaciones o la conformidad',
    ),
    ...writingOptions,
  },
  examples: [
    'changebook set CHG-2026-0042 schedule.start="2026-11-25 22:00" schedule.duration=1h',
    'changebook set CHG-2026-0042 environments+=PRO components.portal.to=4.3.0',
    'changebook set CHG-2026-0042 id=next',
    'changebook set CHG-2026-0042 "components+={ name: api, from: 2.0.1, to: 2.1.0 }" restarts-=portal',
  ],
  acts: true,
  run(call) {
    const [, ...fields] = call.paths;
    if (fields.length === 0) throw wrongCall('oneWith_field');
    if (fields.some((field) => field.trim() === 'id=next')) {
      if (fields.length > 1 || call.has('no-commit')) throw wrongCall('nextIdAlone');
      return setNextId(call);
    }
    return actOnRecord(call, setField(fields, call.has('yes')), {
      further: 'field',
      about(_, planned) {
        if ('taken' in planned) for (const [field, text] of planned.taken ?? []) call.notes.set(field, text);
        return aboutWritten('set', planned);
      },
    });
  },
};
