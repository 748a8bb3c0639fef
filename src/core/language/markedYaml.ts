import { type TextRange, textRange } from '../model/text/range';

/** Stands where the cursor is: a character of private use, which YAML reads as text. */
export const cursorMark = '\uE000';

/** Half-typed YAML with a mark at the cursor, finished so far that a parser sees what is meant. */
export interface MarkedYaml {
  readonly yaml: string;
  /** Offset of the mark in `yaml`. */
  readonly mark: number;
  /**
   * What the mark is: part of a `word`, a word that was given the colon of a `key`, which it does not have, or, where
   * the cursor touches no word, the `anchor` of the value that follows, which may be missing.
   */
  readonly kind: 'word' | 'key' | 'anchor';
  /** Where a range of `yaml` stands in the text. */
  rangeOf(start: number, end: number): TextRange;
}

/** What is put into a text, and at which offset of it. */
interface Addition {
  readonly at: number;
  readonly text: string;
}

/**
 * Puts a mark where the cursor is, and behind it what is still to be typed: the second quote, the colon of a key on
 * a line of its own. A comment at the end keeps a plain text from going on in the next line.
 *
 * @param content where the YAML stands in `text`
 * @param cursor offset in `text`
 */
export function markedYaml(text: string, content: TextRange, cursor: number): MarkedYaml {
  const before = lineBefore(text, content.start, cursor);
  const [behind = ''] = /^[^\r\n]*/.exec(text.slice(cursor, content.end)) ?? [];
  const kind = kindOf(before, behind);
  const pad = kind === 'anchor' ? ' &' : needsBlank(before, behind) ? ' ' : '';
  const at = cursor - (endsInQuote(before) ? 1 : 0);
  const wordEnd = cursor + (/^[^\s:]*/.exec(behind)?.[0].length ?? 0);
  const additions = [
    { at, text: `${pad}${cursorMark}${kind === 'anchor' ? ' ' : ''}` },
    ...(kind === 'key' ? [{ at: wordEnd, text: ':' }] : []),
    { at: cursor + behind.length, text: `${kind === 'word' ? missingQuote(before, behind) : ''} #` },
  ];
  let yaml = '';
  let from = content.start;
  for (const addition of additions) {
    yaml += text.slice(from, addition.at) + addition.text;
    from = addition.at;
  }
  return {
    yaml: yaml + text.slice(from, content.end),
    mark: at - content.start + pad.length,
    kind,
    rangeOf: (start, end) =>
      textRange(ownOffset(content.start + start, additions), ownOffset(content.start + end, additions)),
  };
}

/** The offset in the text of one in what was made of it. */
function ownOffset(offset: number, additions: readonly Addition[]): number {
  let own = offset;
  for (const { at, text } of additions) if (own > at) own = Math.max(at, own - text.length);
  return own;
}

/** What stands in front of an offset on its line. */
export function lineBefore(text: string, start: number, offset: number): string {
  const from = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return text.slice(offset === 0 ? 0 : Math.max(start, from), offset);
}

function kindOf(before: string, behind: string): MarkedYaml['kind'] {
  // Nothing but dashes and a word on the line.
  if (
    /^[ \t]*(?:-(?:[ \t]+|$))*[^\s:,#[\]{}"']*$/.test(before) &&
    /^[^\s:,#[\]{}"']*[ \t]*(?:$|#)/.test(behind)
  )
    return 'key';
  return /(?:^|[\s:,[{])$/.test(before) && /^(?:$|[\s,[\]{}])/.test(behind) ? 'anchor' : 'word';
}

/** Right behind a dash YAML wants a blank first. */
function needsBlank(before: string, behind: string): boolean {
  return /(?:^|[ \t])-$/.test(before) && /^(?:$|[ \t])/.test(behind);
}

/** Whether the cursor is right behind the second quote of a text: it belongs to that text. */
function endsInQuote(before: string): boolean {
  return /(?:^|[\s[{,])(?:"[^"]*"|'[^']*')$/.test(before);
}

/** The quote that the line opens in front of the cursor and does not close. */
function missingQuote(before: string, behind: string): string {
  const quote = /(?:^|[\s[{,])(["'])[^"']*$/.exec(before)?.[1];
  return quote === undefined || endsInQuote(before) || behind.includes(quote) ? '' : quote;
}
