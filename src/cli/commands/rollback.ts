import { isChange } from '../../core/actions/recordAction';
import { rollBack } from '../../core/actions/rollBack';
import { quoted } from '../../core/actions/stepAction';
import { undoRollback } from '../../core/actions/undoRollback';
import { forCustomer } from '../../core/config/forCustomer';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { rollbackBoxes } from '../../core/edits/rollbackBoxes';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { isRequiredStep, relevantSteps } from '../../core/model/parse/stepGates';
import { applyEdits } from '../../core/model/text/edit';
import { aboutWritten, actOnRecord } from '../support/actOnRecord';
import { type Call, type Command, say } from '../support/command';
import type { ExitCode } from '../support/io';
import { atOption, flagOption, textOption, writingOptions } from '../support/usualOptions';

/** `changebook rollback`: opens the rollback of a change, whose steps are its checklist from then on. */
export const rollback: Command = {
  name: 'rollback',
  usage: 'changebook rollback <id|file> --reason TEXT',
  summary: {
    en: 'Rolls a change back: from then on the steps of its rollback are its checklist. One commit.',
    es: 'Revierte un cambio: a partir de ahí, su lista son los pasos de su reversión. Un commit.',
  },
  options: {
    reason: textOption(
      'TEXT',
      'why: an abort criterion, by its number or beginning, or any text',
      'por qué: un criterio de aborto, por su número o su principio, o cualquier texto',
    ),
    boxes: flagOption(
      'make steps of the plain items of the rollback',
      'convertir en pasos los puntos de la reversión sin casilla',
    ),
    undo: flagOption(
      'take the rollback back, as long as none of its steps is ticked',
      'anular la reversión, mientras ninguno de sus pasos esté marcado',
    ),
    at: atOption,
    ...writingOptions,
  },
  examples: [
    'changebook rollback CHG-2026-0042 --reason "More than 2 % of requests fail"',
    'changebook rollback CHG-2026-0042 --reason 1 --boxes',
    'changebook rollback CHG-2026-0042 --undo',
  ],
  acts: true,
  run: (call) => (call.has('undo') ? undo(call) : open(call)),
};

function undo(call: Call): Promise<ExitCode> {
  return actOnRecord(call, undoRollback, { about: (_, planned) => aboutWritten('undo-rollback', planned) });
}

/** Opens the rollback, and says what comes next. */
async function open(call: Call): Promise<ExitCode> {
  let after: (() => void) | undefined;
  const ended = await actOnRecord(call, rollBack, {
    given: () => ({ boxes: call.has('boxes') ? 'yes' : 'no' }),
    about(_, planned, { record, file, input }) {
      if ('files' in planned && isChange(record)) {
        const plan = planned.files[0]?.change.plan(record.lines.text, 'workTree');
        const text = plan && 'edits' in plan ? applyEdits(record.lines.text, plan.edits).text : '';
        after = () => tellNextBack(call, text, { id: record.data.id ?? file, config: input.config });
      }
      return aboutWritten('rollback', planned);
    },
  });
  const isTold = call.oneOf('format', ['pretty', 'json'], 'pretty') === 'pretty' && !call.has('dry-run');
  if (ended === 0 && isTold) after?.();
  return ended;
}

function tellNextBack(
  call: Call,
  text: string,
  { id, config }: { readonly id: string; readonly config: WorkspaceConfig },
): void {
  const language = call.language(config.data.language);
  const read = parseRecord(text, { expected: true });
  if (!read || !isChange(read)) return;
  const record = forCustomer(read, config);
  const next = relevantSteps(record).find(isRequiredStep);
  const plain = rollbackBoxes(record).length;
  if (next) call.line(say(language, 'nextBack', { step: quoted(next.text), id }));
  else if (plain > 0) call.line(say(language, 'plainRollback', { count: plain, id }));
  else if (relevantSteps(record).length === 0) call.line(say(language, 'noRollbackSteps'));
}
