import type { Token } from 'markdown-it';
import { isHtmlTag } from '../text/isHtmlTag';
import type { LineMap } from '../text/lineMap';
import { type TextRange, textRange } from '../text/range';
import { blockParser } from './blockParser';
import { BodyBuilder, boxOf } from './bodyBuilder';
import { type Environment, type InlineText, readLinks } from './readLinks';
import type { Body } from './step';

/**
 * Reads the structure of any markdown body by the tokens of markdown-it.
 *
 * @param lines the whole text, front matter included
 * @param body the body's text, with line feeds alone
 * @param bodyStart offset at which it begins
 */
export function readTokens(lines: LineMap, body: string, bodyStart: number): Body {
  const firstLine = bodyStart >= lines.text.length ? lines.lineCount : lines.lineAt(bodyStart);
  const environment: Environment = {};
  const tokens = blockParser().parse(body, environment);
  const walk = new TokenWalk(lines, firstLine);
  for (let index = 0; index < tokens.length; index++) walk.token(tokens, index);
  return {
    headings: walk.builder.finish(),
    steps: walk.builder.steps,
    links: readLinks(walk.linked, environment, lines, bodyStart),
    prose: () => walk.prose(),
    ...(walk.unclosed ? { unclosed: walk.unclosed } : {}),
  };
}

class TokenWalk {
  readonly builder: BodyBuilder;
  /** Inline text that may hold links. */
  readonly linked: InlineText[] = [];
  /** Code or a comment that is not closed and has headings in it. */
  unclosed: TextRange | undefined;
  private readonly proseTokens: Token[] = [];
  private tableDepth = 0;
  /** The line of a table row, and the offset after the last cell found in it: the parser gives no place of a cell. */
  private row = 0;
  private restOfRow = 0;

  constructor(
    private readonly lines: LineMap,
    private readonly firstLine: number,
  ) {
    this.builder = new BodyBuilder(lines);
  }

  token(tokens: readonly Token[], index: number): void {
    const token = tokens[index];
    if (!token) return;
    if (token.type === 'table_open') this.tableDepth++;
    if (token.type === 'table_close') this.tableDepth--;
    if (token.type === 'tr_open') {
      this.row = this.lineOf(token);
      this.restOfRow = this.lines.startOf(this.row);
    }
    if (token.type === 'heading_open' && token.level === 0) this.heading(token, tokens[index + 1]);
    else if (isContent(token)) this.builder.content(this.lineOf(token));
    if (token.type === 'inline') this.inline(token);
    if (token.level === 0 && isUnclosed(token)) {
      const start = this.lines.startOf(this.lineOf(token));
      this.unclosed = textRange(start, start + (token.markup.length || 4));
    }
    if (token.type === 'html_block' && !isHtml(token.content)) this.proseTokens.push(token);
    if (token.type === 'list_item_open') this.item(tokens, index);
  }

  prose(): TextRange[] {
    return this.proseTokens.map((token) => this.inlineRange(token));
  }

  private lineOf(token: Token | undefined): number {
    return this.firstLine + (token?.map?.[0] ?? 0);
  }

  private heading(token: Token, inline: Token | undefined): void {
    const line = this.lineOf(token);
    const content = inline?.content ?? '';
    const title = (content.includes('\n') ? content.replace(/\s*\n\s*/g, ' ') : content).trim();
    this.builder.heading(Number(token.tag.slice(1)), line, title, this.titleRange(line, content));
  }

  private titleRange(line: number, content: string): TextRange {
    const first = firstLineOf(content);
    const start = this.lines.startOf(line);
    const at = first === '' ? -1 : this.lines.lineText(line).indexOf(first);
    return at < 0
      ? textRange(start, this.lines.endOf(line))
      : textRange(start + at, start + at + first.length);
  }

  private inline(token: Token): void {
    const inTable = this.tableDepth > 0;
    if (!inTable) this.proseTokens.push(token);
    if (!token.content.includes('](')) return;
    const range = inTable ? this.cellRange(token.content) : this.inlineRange(token);
    if (range) this.linked.push({ content: token.content, range });
  }

  /** The range of a cell in its row, where pipes inside a cell are escaped. */
  private cellRange(content: string): TextRange | undefined {
    const written = content.replaceAll('|', '\\|');
    const rowStart = this.lines.startOf(this.row);
    const at = this.lines.lineText(this.row).indexOf(written, this.restOfRow - rowStart);
    if (at < 0) return undefined;
    this.restOfRow = rowStart + at + written.length;
    return textRange(rowStart + at, this.restOfRow);
  }

  /** From the first character of the first line's text to the last of the last line's. */
  private inlineRange(token: Token): TextRange {
    const line = this.lineOf(token);
    const last = Math.max(line, this.firstLine + (token.map?.[1] ?? 1) - 1);
    const first = firstLineOf(token.content).trimEnd();
    const end = this.textEnd(line);
    const from = end - first.length;
    const lineStart = this.lines.startOf(line);
    const start = from >= lineStart && this.lines.text.startsWith(first, from) ? from : lineStart;
    return textRange(start, Math.max(start, last === line ? end : this.textEnd(last)));
  }

  /** Where the text of a line ends, without blanks behind it; looked for in place, since each step asks. */
  private textEnd(line: number): number {
    const { text } = this.lines;
    const start = this.lines.startOf(line);
    let end = this.lines.endOf(line);
    while (end > start && text.charCodeAt(end - 1) <= 32 && text.slice(end - 1, end).trim() === '') end--;
    return end > start && text.charCodeAt(end - 1) > 127
      ? start + text.slice(start, end).trimEnd().length
      : end;
  }

  private item(tokens: readonly Token[], index: number): void {
    const paragraph = tokens[index + 1];
    const inline = tokens[index + 2];
    if (paragraph?.type !== 'paragraph_open' || inline?.type !== 'inline') return;
    const box = boxOf(inline.content);
    if (box === undefined) return;
    const range = this.inlineRange(inline);
    // markdown-it trims all of Unicode's spaces; in GFM a task box follows only a space or tab.
    if (!/[ \t]/.test(this.lines.text[range.start - 1] ?? '') || this.lines.text[range.start] !== '[') return;
    const line = this.lineOf(inline);
    if (!this.belongsToMarker(this.lineOf(tokens[index]), line, range.start)) return;
    this.builder.step(inline.content, box, range, line);
  }

  /** A box on the line below its list marker counts only at the column where the item's text begins. */
  private belongsToMarker(itemLine: number, line: number, box: number): boolean {
    if (line === itemLine) return true;
    const before = this.lines.text.slice(this.lines.startOf(line), box);
    return !before.includes('\t') && before.length === this.lines.lineText(itemLine).trimEnd().length + 1;
  }
}

function isUnclosed({ type, content, map }: Token): boolean {
  if (!map || (type !== 'fence' && type !== 'html_block')) return false;
  if (!content.includes('##') || !/^ {0,3}##+[ \t]/m.test(content)) return false;
  if (type === 'html_block') return /^\s*<!--/.test(content) && !content.includes('-->');
  // A closed fence has two lines more than its code.
  return map[1] - map[0] < content.split('\n').length + 1;
}

/** Whether a block begins with an HTML tag or a comment. `<what changes>` on a line of its own is neither. */
function isHtml(content: string): boolean {
  const tag = /^\s*<(\p{L}[\p{L}\d-]*)[\s>]/u.exec(content)?.[1];
  return tag === undefined || isHtmlTag(tag);
}

function firstLineOf(content: string): string {
  const lineBreak = content.indexOf('\n');
  return lineBreak < 0 ? content : content.slice(0, lineBreak);
}

/**
 * Whether a block shows something at its place. A comment shows nothing. A footnote, the only block without lines, is
 * shown at the end of the page.
 */
function isContent(token: Token): boolean {
  if (token.level > 0 || token.nesting < 0 || !token.map || token.type === 'inline') return false;
  return token.type !== 'html_block' || !/^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(token.content);
}
