import type { Mention, MentionInput, TextPlace } from './mention';
import { mentionsIn } from './mentionsIn';

/**
 * What the caret stands in, or at the end of: of several names that hold one another the shortest.
 *
 * @param offset where the caret is, in UTF-16 units
 */
export function mentionAt(
  text: string,
  offset: number,
  place: TextPlace,
  input: MentionInput,
): Mention | undefined {
  const around = mentionsIn(text, place, input).filter(
    ({ range }) => range.start <= offset && offset <= range.end,
  );
  return around.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

function lengthOf({ range }: Mention): number {
  return range.end - range.start;
}
