import { type TextRange, textRange } from '../model/text/range';
import { checklistRuns } from './checklistRuns';
import type { DocumentPart } from './documentPart';
import { documentParts } from './documentParts';
import type { LanguageKind } from './yamlPart';

/** What people call one word: ids, versions and tickets as a whole. */
const partOfWord = /[\p{L}\p{N}_.-]/u;

/**
 * What a selection grows to, from the word at a place to the whole text: a value, its field, the list that it is in; a
 * step's text, the step, its checklist, its section.
 */
export function selectionsAt(text: string, offset: number, kind: LanguageKind): TextRange[] {
  const { lines, parts } = documentParts(text, kind, 'en');
  const found: TextRange[] = [textRange(0, text.length)];
  const add = (range: TextRange): boolean => {
    const inside = range.start <= offset && offset <= range.end;
    if (inside) found.push(range);
    return inside;
  };
  const visit = (part: DocumentPart): void => {
    if (!add(part.range)) return;
    if (!add(part.nameRange) && part.content) add(part.content);
    for (const run of checklistRuns(part, lines)) add(run);
    for (const child of part.children) visit(child);
  };
  for (const part of parts) visit(part);
  add(wordAt(text, offset));
  return innermostFirst(found);
}

function wordAt(text: string, offset: number): TextRange {
  let [start, end] = [offset, offset];
  while (start > 0 && offset - start < 200 && partOfWord.test(text[start - 1] ?? '')) start--;
  while (end < text.length && end - offset < 200 && partOfWord.test(text[end] ?? '')) end++;
  // A full stop behind a word ends the sentence.
  while (end > offset && /[.-]/.test(text[end - 1] ?? '')) end--;
  return textRange(start, end);
}

/** Each in the next one, which is larger. */
function innermostFirst(ranges: readonly TextRange[]): TextRange[] {
  const kept: TextRange[] = [];
  for (const range of [...ranges].reverse()) {
    const inner = kept.at(-1);
    const grows =
      !inner ||
      (range.start <= inner.start &&
        range.end >= inner.end &&
        range.end - range.start > inner.end - inner.start);
    if (grows && range.end > range.start) kept.push(range);
  }
  return kept;
}
