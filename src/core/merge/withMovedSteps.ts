import { alignLines } from './alignLines';
import type { Sides } from './conflict';
import { isStepLine, mergeStep, stepKey } from './mergeStep';

/**
 * The three versions of a text in which a step that one side put elsewhere has there what the other side did to it, so
 * that its tick moves along. Where both put it elsewhere, it stands where we did.
 */
export function withMovedSteps(sides: Sides): Sides {
  const keys = [sides.base, sides.ours, sides.theirs].map((lines) => lines.map(stepKey));
  const [old = [], own = [], other = []] = keys;
  const [inOurs, inTheirs] = [alignLines(old, own), alignLines(old, other)];
  const places = keys.map(onlyPlaces);
  const [base, ours, theirs]: (string | undefined)[][] = [
    [...sides.base],
    [...sides.ours],
    [...sides.theirs],
  ];
  for (const [key, at] of places[0] ?? []) {
    const [here, there] = [places[1]?.get(key), places[2]?.get(key)];
    if (here === undefined || there === undefined || !isStepLine(sides.base[at] ?? '')) continue;
    const [weMoved, theyMoved] = [inOurs[at] !== here, inTheirs[at] !== there];
    if (!weMoved && !theyMoved) continue;
    const [ourLine, theirLine] = [sides.ours[here] ?? '', sides.theirs[there] ?? ''];
    const merged = mergeStep(sides.base[at] ?? '', ourLine, theirLine);
    if (merged === undefined || !base || !ours || !theirs) continue;
    if (!weMoved) [theirs[there], base[at]] = [merged, ourLine];
    else if (!theyMoved) [ours[here], base[at]] = [merged, theirLine];
    // What belongs to a step of several lines cannot be told from what only follows it.
    else if (!/^[ \t]/.test(sides.base[at + 1] ?? ''))
      [ours[here], base[at], theirs[there]] = [merged, undefined, undefined];
  }
  return { base: left(base), ours: left(ours), theirs: left(theirs) };
}

/** Where lines stand that occur once. */
function onlyPlaces(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const often = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (places.has(line)) often.add(line);
    places.set(line, at);
  }
  for (const line of often) places.delete(line);
  return places;
}

function left(lines: readonly (string | undefined)[] = []): string[] {
  return lines.filter((line) => line !== undefined);
}
