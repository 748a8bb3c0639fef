import type { Step } from '../model/parse/step';
import { plainName } from '../model/text/plainName';

/** What a text names among the steps of a record. */
type FoundStep =
  | { readonly kind: 'found'; readonly step: Step }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Step[] }
  | { readonly kind: 'none' };

/**
 * Finds the step that a person names: by ordinal (`3`, from 1), line (`L42`, from 1), name, whole text, or the
 * beginning of its text. What is tried first wins; two that fit equally are never guessed between.
 *
 * @param lastLineOf last line of a step, from 0
 */
export function findStep(
  steps: readonly Step[],
  named: string,
  lastLineOf: (step: Step) => number,
): FoundStep {
  const wanted = plainName(named);
  if (wanted === '') return { kind: 'none' };
  if (/^\d{1,6}$/.test(wanted)) return oneOf([steps[Number(wanted) - 1]]);
  const line = /^l(\d{1,7})$/.exec(wanted)?.[1];
  if (line) {
    const at = Number(line) - 1;
    return oneOf(steps.filter((step) => step.line <= at && at <= lastLineOf(step)));
  }
  const ways: ((step: Step) => boolean)[] = [
    ({ name }) => name !== undefined && plainName(name) === wanted,
    ({ text }) => plainName(text) === wanted,
    ({ text }) => plainName(text).startsWith(wanted),
  ];
  for (const fits of ways) {
    const found = oneOf(steps.filter(fits));
    if (found.kind !== 'none') return found;
  }
  return { kind: 'none' };
}

function oneOf(found: readonly (Step | undefined)[]): FoundStep {
  const candidates = found.filter((step) => step !== undefined);
  const [step, another] = candidates;
  if (!step) return { kind: 'none' };
  return another ? { kind: 'ambiguous', candidates } : { kind: 'found', step };
}
