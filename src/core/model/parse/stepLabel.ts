import { oneLineValue } from '../text/oneLineValue';

/** Separates headings and text in a step's label. */
export const stepSeparator = ' > ';

/** A step's label in the trailer of a commit: the headings above it and its full text, on one line. */
export function stepLabel({
  path,
  text,
}: {
  readonly path: readonly string[];
  readonly text: string;
}): string {
  return oneLineValue([...path, text].join(stepSeparator), Number.POSITIVE_INFINITY);
}
