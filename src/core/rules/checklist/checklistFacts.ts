import type { FactSource, FactsContext } from '../../index/factSource';
import { type StepKey, stepKey } from '../../index/procedureFacts';
import { withoutNothing } from '../../index/withoutNothing';
import { choiceKey } from '../../model/parse/markChoices';
import type { ParsedRecord } from '../../model/parse/record';
import type { Step } from '../../model/parse/step';
import type { PackedRange } from '../../model/text/range';
import { isOpen } from '../../workflow/stages';

/** A step of a checklist: index of its heading path, state, what it is recognised by, and where it stands. */
export type StepFacts = readonly [
  path: number,
  state: 'open' | 'optional' | 'ticked' | 'notApplicable',
  key: StepKey,
  range: PackedRange,
];

/** The steps of a change, with the titles of the headings above them, each path once. */
export interface Checklist {
  readonly paths: readonly (readonly string[])[];
  readonly steps: readonly StepFacts[];
  /** The paths whose steps lead back, with how many of their headings stand above that of the rollback. */
  readonly rollback?: readonly (readonly [path: number, above: number])[];
}

/** How a step counts: an open one that is optional, not chosen or without its condition keeps nothing back. */
function stateOf({ applicable, checked, optional, notChosen, unmet }: Step): StepFacts[1] {
  if (!applicable) return 'notApplicable';
  if (checked) return 'ticked';
  return optional || notChosen || unmet ? 'optional' : 'open';
}

/** The steps of an open change that follows a procedure. */
export const checklistFacts = {
  id: 'checklist',
  facts(record: ParsedRecord, { summary }: FactsContext): Checklist | undefined {
    if (record.type !== 'change' || !record.data.procedure || !isOpen(summary.stage)) return undefined;
    const paths: (readonly string[])[] = [];
    const places = new Map<readonly string[], number>();
    const rollback: [path: number, above: number][] = [];
    const choices = new Set<string>();
    const steps = record.body.steps.map((step): StepFacts => {
      let place = places.get(step.path);
      if (place === undefined) {
        place = paths.push(step.path.map((title) => title.slice(0, 200))) - 1;
        places.set(step.path, place);
        if (step.rollback !== undefined) rollback.push([place, step.rollback]);
      }
      const state = stateOf(step);
      // Below the same headings the steps of an open choice are one that is to be done.
      const choice =
        state === 'open' && step.choice !== undefined ? `${place} ${choiceKey(step)}` : undefined;
      const again = choice !== undefined && choices.has(choice);
      if (choice !== undefined) choices.add(choice);
      return [place, again ? 'optional' : state, stepKey(step), record.lines.packedAt(step.range)];
    });
    return withoutNothing({ paths, steps, rollback: rollback.length > 0 ? rollback : undefined });
  },
} satisfies FactSource;
