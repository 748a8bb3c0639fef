import { oneLineValue } from '../text/oneLineValue';

/** What stands between the headings of a step's path, and before its text, in the trailer of a commit. */
export const stepSeparator = ' > ';

/** A step as the trailer of a commit names it: the headings above it and its full text, on one line. */
export function stepLabel({
  path,
  text,
}: {
  readonly path: readonly string[];
  readonly text: string;
}): string {
  return oneLineValue([...path, text].join(stepSeparator), Number.POSITIVE_INFINITY);
}
