import { type Block, type ImportedText, type LostMarkup, shownCode, shownLink, shownWords } from './block';

const item = /^(\s*)([-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\]\s+)?(\S.*)$/;
const fence = /^\s*(`{3,}|~{3,})/;
const inline =
  /(`{1,5})([^`\n]+)\1(?!`)|(!?)\[([^[\]\n]*)\]\(<?([^\s()<>]+(?:\([^\s()]*\))?)>?(?:\s+"[^"\n]*")?\)|\*\*([^*\n]+)\*\*/g;

/** How the words of a line are read. */
type Inline = (line: string, lost: Set<LostMarkup>) => string;

/** Reads markdown of a code host: lists, boxes, code and links stay what they are, everything else becomes words. */
export function readMarkdown(text: string): ImportedText {
  return readLines(text, markdownWords, true);
}

/** Reads a text without markup. Lists are kept, since people write them in any text, and so are their boxes. */
export function readPlain(text: string): ImportedText {
  return readLines(text, shownWords, false);
}

function markdownWords(line: string, lost: Set<LostMarkup>): string {
  let shown = '';
  let end = 0;
  for (const match of line.matchAll(inline)) {
    const [whole, , code, picture, words = '', target, bold] = match;
    shown += shownWords(line.slice(end, match.index));
    if (picture) lost.add('pictures');
    if (code !== undefined) shown += shownCode(code);
    else if (target !== undefined) shown += shownLink(words, target, lost);
    else if (bold?.trim()) shown += `**${shownWords(bold.trim())}**`;
    else shown += shownWords(whole);
    end = match.index + whole.length;
  }
  return shown + shownWords(line.slice(end));
}

function readLines(text: string, words: Inline, isMarkdown: boolean): ImportedText {
  const blocks: Block[] = [];
  const lost = new Set<LostMarkup>();
  const indents: number[] = [];
  let open: string[] | undefined;
  const end = (): void => {
    if (open) blocks.push({ kind: 'paragraph', lines: open });
    open = undefined;
  };
  const lines = text.split(/\r\n|\r|\n/);
  const lastClose = isMarkdown ? lines.findLastIndex((line) => line.includes('-->')) : -1;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const mark = isMarkdown ? fence.exec(line)?.[1] : undefined;
    if (mark) {
      end();
      const last = closingFence(lines, at + 1, mark);
      blocks.push({ kind: 'code', lines: lines.slice(at + 1, last) });
      at = last;
      continue;
    }
    const comment = at <= lastClose ? commentFrom(lines, at) : undefined;
    if (comment) {
      lost.add('comments');
      lines[comment.last] = comment.rest;
      at = comment.last - 1;
      continue;
    }
    const listed = item.exec(line);
    const heading = isMarkdown ? /^ {0,3}#{1,6}\s+(.*)$/.exec(line)?.[1]?.replace(/\s#+\s*$/, '') : undefined;
    if (listed) {
      end();
      blocks.push(itemOf(listed, indents, (said) => words(said, lost)));
    } else if (heading) {
      end();
      blocks.push({ kind: 'heading', lines: [words(heading, lost)] });
    } else if (line.trim() === '' || (isMarkdown && /^ {0,3}(?:[-*_=]\s*){3,}$/.test(line))) end();
    else if (!open && /^\s/.test(line) && blocks.at(-1)?.kind === 'item' && lines[at - 1]?.trim() !== '')
      blocks.push(continued(blocks.pop(), words(line, lost)));
    else {
      open ??= [];
      open.push(words(line, lost));
    }
    if (!listed && line.trim() !== '' && !/^\s/.test(line)) indents.length = 0;
  }
  end();
  return { blocks, lost };
}

/** The line that ends a fence, else the end of the text. */
function closingFence(lines: readonly string[], from: number, mark: string): number {
  for (let at = from; at < lines.length; at++)
    if (lines[at]?.trim().startsWith(mark) && !/[^`~\s]/.test(lines[at] ?? '')) return at;
  return lines.length;
}

/** A comment that begins in a line: in which line it ends, and what of both lines is left. */
function commentFrom(lines: readonly string[], at: number): { last: number; rest: string } | undefined {
  const line = lines[at] ?? '';
  const start = line.indexOf('<!--');
  // In code it is shown.
  if (start < 0 || (line.slice(0, start).split('`').length - 1) % 2 === 1) return undefined;
  for (let last = at; last < lines.length; last++) {
    const close = (lines[last] ?? '').indexOf('-->', last === at ? start + 4 : 0);
    if (close >= 0) return { last, rest: line.slice(0, start) + (lines[last] ?? '').slice(close + 3) };
  }
  return undefined;
}

function itemOf(match: RegExpExecArray, indents: number[], words: (line: string) => string): Block {
  const [, space = '', marker = '', box, said = ''] = match;
  const indent = space.replaceAll('\t', '    ').length;
  while (indents.length > 0 && (indents.at(-1) ?? 0) > indent) indents.pop();
  if (indents.at(-1) !== indent) indents.push(indent);
  return {
    kind: 'item',
    lines: [words(said)],
    depth: indents.length - 1,
    ordered: /^\d/.test(marker),
    checked: box === undefined ? undefined : box !== ' ',
  };
}

function continued(block: Block | undefined, line: string): Block {
  return block ? { ...block, lines: [...block.lines, line.trim()] } : { kind: 'paragraph', lines: [line] };
}
