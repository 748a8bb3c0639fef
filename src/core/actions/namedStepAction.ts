import type { ParsedRecord } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import { isOpenStep, relevantSteps } from '../model/parse/stepGates';
import { type ActedOn, nameOf, type RefusedAction } from './action';
import { findStep } from './findStep';
import type { Action } from './recordAction';
import { type RefusalCode, refusal } from './refusals';
import { quoted } from './stepAction';
import { planStep } from './stepChange';
import { stepToTick } from './stepChoice';
import type { StepActionName } from './stepKind';

/** An action on the step that is named (`step`), else on the next one. Reason and evidence are taken where they are said. */
export function namedStepAction(name: StepActionName): Action<ParsedRecord> {
  return {
    takes: (record): record is ParsedRecord => record !== undefined,
    asks: () => [],
    plan(on, { step: written, ...words }) {
      const chosen = chosenStep(on, written);
      return 'refusal' in chosen ? chosen : planStep(on, name, chosen, words);
    },
  };
}

function chosenStep(on: ActedOn, written: string | undefined): Step | RefusedAction {
  const { record } = on;
  const { steps } = record.body;
  const refused = (code: RefusalCode, args = {}): RefusedAction => ({
    refusal: refusal(code, { record: nameOf(on), ...args }),
  });
  if (record.type === 'procedure') return refused('procedureStep');
  if (written === undefined) {
    // Where gates keep all back, the first one says by what.
    const next = stepToTick(on, on.committed) ?? relevantSteps(record).find(isOpenStep);
    return next ?? refused(steps.length > 0 ? 'noOpenStep' : 'noSteps');
  }
  const found = findStep(steps, written, (step) => record.lines.lineAt(step.range.end));
  if (found.kind === 'found') return found.step;
  if (found.kind === 'none') return refused('noSuchStep', { step: quoted(written) });
  const { candidates } = found;
  const shown = candidates.slice(0, 8).map((step) => {
    return `${steps.indexOf(step) + 1} (L${step.line + 1}, ${quoted(step.path.at(-1) ?? '')})`;
  });
  const args = { step: quoted(written), count: candidates.length, candidates: shown.join(', ') };
  return { ...refused('ambiguousStep', args), candidates };
}
