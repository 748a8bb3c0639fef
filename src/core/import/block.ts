import { linkTarget } from '../notices/escapeMarkdown';

/** A piece of a text that came from elsewhere. Its words are markdown that shows them, and nothing more. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'code';
  /** Lines of words; of code as they are. */
  readonly lines: readonly string[];
  /** Of an item: how many lists it lies in, the first being 0. */
  readonly depth?: number;
  readonly ordered?: boolean;
  /** Of an item with a box: whether it is ticked. */
  readonly checked?: boolean | undefined;
}

/** What a text had that no record keeps. */
export type LostMarkup = 'pictures' | 'links' | 'comments';

/** A text that came from elsewhere, in pieces. */
export interface ImportedText {
  readonly blocks: readonly Block[];
  readonly lost: ReadonlySet<LostMarkup>;
}

/** What has a meaning in the middle of a line. */
const marks = /[\\`*[\]<>|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|&(?=#?\w+;)/gu;
/** What begins something where a line begins with it. */
const lineStart = /^(?:[-+=]|:(?=-)|#{1,6}(?=\s|$)|~(?=~))/;
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const address = /https?:\/\/[\w.~:/?#@!$&'()+,;=%-]*[\w/=~]/g;

/** Words as markdown that shows just them. Addresses of the web stay links. */
export function shownWords(text: string): string {
  const words = text.replace(steering, ' ');
  let shown = '';
  let end = 0;
  for (const { index, 0: url } of words.matchAll(address)) {
    shown += words.slice(end, index).replace(marks, '\\$&');
    shown += /[_~]/.test(url) ? `<${url}>` : url;
    end = index + url.length;
  }
  return shown + words.slice(end).replace(marks, '\\$&');
}

/** A link as markdown where its address is one of the web or of mail; else its words with the address. */
export function shownLink(words: string, target: string, lost: Set<LostMarkup>): string {
  if (!/^(?:https?:\/\/|mailto:)[^\s]/i.test(target)) {
    lost.add('links');
    return shownWords(`${words} (${target})`);
  }
  if (words === '' || words === target) return `<${linkTarget(target)}>`;
  return `[${shownWords(words)}](<${linkTarget(target)}>)`;
}

/** A code span with as many backquotes as it needs. */
export function shownCode(code: string): string {
  const line = code.replace(steering, ' ');
  if (line.trim() === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const blank = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${blank}${line}${blank}${fence}`;
}

/**
 * Pieces as markdown. Headings become bold lines: they are words of a text from elsewhere, and no sections of the record.
 *
 * @param boxes whether items of lists are steps, even without a box
 */
export function blocksText(blocks: readonly Block[], boxes = false): string {
  let text = '';
  let levels: Level[] = [];
  let before: Block['kind'] | undefined;
  for (const block of blocks) {
    const follows = block.kind === 'item' && before === 'item';
    if (!follows) levels = [];
    if (before !== undefined) text += follows ? '\n' : '\n\n';
    if (block.kind === 'item') text += itemText(block, levels, boxes);
    else if (block.kind === 'code') text += codeText(block.lines);
    else if (block.kind === 'heading') text += `**${block.lines.join(' ')}**`;
    else text += block.lines.map(atLineStart).join('\\\n');
    before = block.kind;
  }
  return text;
}

/** A list that is being written: how far what lies in its items is indented, and its last number. */
interface Level {
  readonly indent: string;
  readonly number: number;
}

function itemText({ depth = 0, ordered, checked, lines }: Block, levels: Level[], boxes: boolean): string {
  const level = Math.min(depth, levels.length);
  const number = ordered ? (levels[level]?.number ?? 0) + 1 : 0;
  const marker = ordered ? `${number}. ` : '- ';
  levels.length = level;
  const indent = levels.at(-1)?.indent ?? '';
  levels.push({ indent: indent + ' '.repeat(marker.length), number });
  const ticked = checked ?? (boxes ? false : undefined);
  const box = ticked === undefined ? '' : ticked ? '[x] ' : '[ ] ';
  return `${indent}${marker}${box}${atLineStart(lines.join(' ').trim())}`;
}

function atLineStart(line: string): string {
  const trimmed = line.trim();
  return trimmed.replace(lineStart, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

function codeText(all: readonly string[]): string {
  const first = all.findIndex((line) => line.trim() !== '');
  const lines = first < 0 ? [] : all.slice(first, all.findLastIndex((line) => line.trim() !== '') + 1);
  let longest = 2;
  for (const line of lines) longest = Math.max(longest, /^\s*(`*)/.exec(line)?.[1]?.length ?? 0);
  const fence = '`'.repeat(longest + 1);
  return [fence, ...lines.map((line) => line.replace(/[^\P{Cc}\t]+/gu, ' ')), fence].join('\n');
}
