import { roleHolders } from '../approvals/roleHolders';
import type { Language } from '../model/text/localized';
import { type TextRange, textRange } from '../model/text/range';
import { type StepWordName, stepWordNamed, stepWords } from '../model/vocabulary/stepWords';
import { type Completion, type Completions, noCompletions, type ValueName } from './completion';
import type { LanguageInput } from './languageInput';
import { asMarkdown } from './plainText';
import { durationNames } from './timeNames';

/** The comment of a step on one line, up to its end or that of the line. */
const opening = /<!--[ \t]*(step|paso):/g;
const partOfWord = /[\p{L}\p{N}._=-]/u;

/** The comment of a step around a place: in which language it is opened, and its words. */
interface CommentPlace {
  readonly language: Language;
  readonly words: string;
  readonly start: number;
}

function commentAt(text: string, offset: number): CommentPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (!/^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]/.test(before)) return undefined;
  const found = [...before.matchAll(opening)].at(-1);
  const start = found && lineStart + found.index + found[0].length;
  if (!found || start === undefined || text.slice(start, offset).includes('-->')) return undefined;
  const [words = ''] = /^[^\r\n]*?(?=-->|[\r\n]|$)/.exec(text.slice(start, start + 2000)) ?? [];
  return { language: found[1] === 'paso' ? 'es' : 'en', words, start };
}

/** The words that the comment of a step does not have yet, and behind `by=` the roles that somebody holds, behind `takes=` and `at=` times. */
export function stepWordCompletions(text: string, offset: number, input: LanguageInput): Completions {
  const place = commentAt(text, offset);
  if (!place) return noCompletions;
  const typed = /[^\s"']*$/.exec(text.slice(place.start, offset))?.[0] ?? '';
  const range = textRange(offset - typed.length, offset);
  if (typed.includes('=')) return { items: valuesOf(typed, offset, input), cut: false };
  // Right behind the colon only a blank separates the word.
  const before = typed === '' && /\S/.test(text[offset - 1] ?? '') ? ' ' : '';
  const present = new Set(place.words.split(/\s+/).map((word) => stepWordNamed(word.split('=')[0] ?? '')));
  const names = (Object.keys(stepWords) as StepWordName[]).filter((name) => !present.has(name));
  const items = names.map((name, index): Completion => {
    const row = stepWords[name];
    const label = place.language === 'es' ? row.es : name;
    const holds = row.holds !== 'nothing';
    return {
      label,
      kind: 'key',
      detail: row.example[place.language],
      documentation: row.description[input.language],
      insertText: `${before}${label}${holds ? '=' : ''}`,
      snippet: false,
      filterText: label,
      sortText: String(index).padStart(4, '0'),
      range,
      goesOn: name === 'by' || name === 'takes' || name === 'at',
    };
  });
  return { items, cut: false };
}

/** How long before or behind the start steps are usually due. */
const usualOffsets = ['-48h', '-24h', '-2h', '-1h', '-30m', '0m', '30m', '1h', '24h'];

function valuesOf(typed: string, offset: number, input: LanguageInput): Completion[] {
  const at = typed.indexOf('=');
  return namesOf(stepWordNamed(typed.slice(0, at)), input).map(({ value, kind, detail }, index) => ({
    label: value,
    kind,
    ...(detail ? { detail } : {}),
    insertText: value,
    snippet: false,
    filterText: value,
    sortText: String(index).padStart(4, '0'),
    range: textRange(offset - typed.length + at + 1, offset),
    goesOn: false,
  }));
}

function namesOf(word: StepWordName | undefined, input: LanguageInput): ValueName[] {
  if (word === 'takes') return durationNames('', input);
  if (word === 'at') return usualOffsets.map((value) => ({ value, kind: 'value' }));
  if (word !== 'by') return [];
  return [...roleHolders(input.config)].map(([value, people]) => {
    return { value, kind: 'person', detail: people.join(', ') };
  });
}

interface WordHover {
  readonly markdown: string;
  readonly range: TextRange;
}

/** What a word in the comment of a step means. */
export function stepWordHover(text: string, offset: number, language: Language): WordHover | undefined {
  if (!commentAt(text, offset)) return undefined;
  let [start, end] = [offset, offset];
  while (partOfWord.test(text[start - 1] ?? '')) start--;
  while (partOfWord.test(text[end] ?? '')) end++;
  const key = text.slice(start, end).split('=')[0] ?? '';
  const name = stepWordNamed(key);
  if (!name) return undefined;
  const { es, description, example } = stepWords[name];
  const other = key === es ? name : es;
  const head = `**${asMarkdown(key)}**${other === key ? '' : ` · ${asMarkdown(other)}`}`;
  return {
    markdown: `${head}  \n${description[language]}: \`${example[language]}\``,
    range: textRange(start, start + key.length),
  };
}
