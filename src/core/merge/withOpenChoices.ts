import type { Sides } from './conflict';
import { readChoice, stepKey } from './mergeStep';

/**
 * The three versions of a text in which nobody has written yet, in the base, what the other side chose where we chose
 * something else: of a choice one step is ticked, so that a person decides.
 */
export function withOpenChoices(sides: Sides): Sides {
  if (!sides.base.some((line) => line.includes('<!--'))) return sides;
  const [before, ours, theirs] = [sides.base, sides.ours, sides.theirs].map(chosenIn);
  const contested = new Set<string>();
  for (const [choice, steps] of theirs ?? []) {
    const own = ours?.get(choice) ?? [];
    if (own.length === 0 || before?.has(choice)) continue;
    for (const step of steps) if (!own.includes(step)) contested.add(step);
  }
  if (contested.size === 0) return sides;
  return { ...sides, base: sides.base.filter((line) => !contested.has(stepKey(line))) };
}

/** The steps that are ticked of each choice. */
function chosenIn(lines: readonly string[]): Map<string, readonly string[]> {
  const chosen = new Map<string, readonly string[]>();
  for (const line of lines) {
    const { choice, isTicked } = readChoice(line);
    if (choice !== undefined && isTicked) chosen.set(choice, [...(chosen.get(choice) ?? []), stepKey(line)]);
  }
  return chosen;
}
