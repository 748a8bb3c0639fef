import { slugsOf } from '../index/anchors';
import type { Heading } from '../model/parse/step';

/** A heading of a new change, with the headings of its procedure that it stands for. */
export interface PlacedHeading {
  readonly title: string;
  readonly from: readonly Heading[];
}

/**
 * New anchors by old ones of the headings that a change takes over. They differ where titles repeat.
 *
 * @param all headings of the procedure
 * @param placed headings of the change, in order
 */
export function movedAnchors(
  all: readonly Heading[],
  placed: readonly PlacedHeading[],
): ReadonlyMap<string, string> {
  const slugs = slugsOf(placed.map(({ title }) => title));
  const now = new Map<Heading, string>();
  placed.forEach(({ from }, place) => {
    for (const heading of from) now.set(heading, slugs[place] ?? '');
  });
  const anchors = new Map<string, string>();
  slugsOf(all.map(({ title }) => title)).forEach((slug, index) => {
    const heading = all[index];
    const moved = heading && now.get(heading);
    if (moved !== undefined) anchors.set(slug, moved);
  });
  return anchors;
}
