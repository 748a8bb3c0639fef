/** How the places are written that a person has to decide. */
export interface ConflictStyle {
  /** What stands behind the markers of the two sides, and of what both came from. */
  readonly ours: string;
  readonly theirs: string;
  readonly base: string;
  /** How many signs a marker has. */
  readonly size: number;
  /** Whether what both sides came from is shown between them. */
  readonly showsBase: boolean;
}

/** What git writes where nobody asks for anything else. */
export const usualStyle: ConflictStyle = {
  ours: 'ours',
  theirs: 'theirs',
  base: 'base',
  size: 7,
  showsBase: false,
};

/** A text that was merged, and how many places of it are left to a person. */
export interface Merged {
  readonly text: string;
  readonly conflicts: number;
}

/** Lines of each side. */
export interface Sides {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** The lines of both sides between markers, without what both begin and end with. */
export function conflictLines({ base, ours, theirs }: Sides, style: ConflictStyle): string[] {
  const most = Math.min(ours.length, theirs.length);
  let head = 0;
  while (head < most && ours[head] === theirs[head]) head++;
  let tail = 0;
  while (tail < most - head && ours.at(-1 - tail) === theirs.at(-1 - tail)) tail++;
  // With the base shown, both sides stand whole beside it.
  if (style.showsBase) [head, tail] = [0, 0];
  const mark = (sign: string, label: string): string => `${sign.repeat(style.size)} ${label}`.trimEnd();
  return [
    ...ours.slice(0, head),
    mark('<', style.ours),
    ...ours.slice(head, ours.length - tail),
    ...(style.showsBase ? [mark('|', style.base), ...base] : []),
    mark('=', ''),
    ...theirs.slice(head, theirs.length - tail),
    mark('>', style.theirs),
    ...ours.slice(ours.length - tail),
  ];
}
