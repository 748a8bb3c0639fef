import { type TextRange, textRange } from '../model/text/range';
import { fieldAt, tableOf } from './fieldAt';
import type { LanguageInput } from './languageInput';
import { type Outline, readOutline } from './readOutline';
import { isTime } from './timeNames';

/** A blank or a colon behind a word: as far as YAML goes no value ends like this, but `tomorrow 22:00` is on its way. */
const gapBehindWord = /(?<=[^\s:])[ :]$/;

/** What the cursor stands in; behind a blank or a colon in words about time still those words. */
export function cursorOutline(
  text: string,
  content: TextRange,
  offset: number,
  input: LanguageInput,
): Outline {
  const outline = readOutline(text, content, offset);
  const [gap] = gapBehindWord.exec(text.slice(content.start, offset)) ?? [];
  if (outline.place?.token || gap === undefined) return outline;
  const before = text.slice(0, offset - 1);
  const part = textRange(content.start, content.end - 1);
  const { root, place } = readOutline(before + text.slice(offset), part, offset - 1);
  const { token } = place ?? {};
  if (!place || !token || place.part !== 'value' || token.range.end !== offset - 1) return outline;
  const field = fieldAt(input.kind, tableOf(input.kind, root, input.config), place.path);
  if (!field || !isTime(field.type)) return outline;
  const words = { ...token, value: token.value + gap, range: textRange(token.range.start, offset) };
  return { root, place: { ...place, token: words } };
}
