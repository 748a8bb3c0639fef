import type { TextRange } from '../model/text/range';
import type { MentionInput, TextPlace } from './mentions/mention';
import { mentionsIn } from './mentions/mentionsIn';

/** What the name of a step may hold while somebody types it. */
export const stepNamePattern = /[\p{L}\p{N}._-]+/u;

/**
 * Where a text writes the name of the step under the caret, so that all of it changes while one is typed; empty where the
 * caret is in no such name.
 *
 * @param offset where the caret is, in UTF-16 units
 */
export function linkedNames(
  text: string,
  offset: number,
  place: TextPlace,
  input: MentionInput,
): readonly TextRange[] {
  const names = mentionsIn(text, place, input, 'step');
  const here = names.find(({ range }) => range.start <= offset && offset <= range.end);
  // What is written in another way would become something else.
  const same = names.filter(({ key, scope, written }) => {
    return here !== undefined && key === here.key && scope === here.scope && written === here.written;
  });
  return same.map(({ range }) => range);
}
