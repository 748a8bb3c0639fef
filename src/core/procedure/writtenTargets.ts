import type { Token } from 'markdown-it';
import { blockParser } from '../model/parse/blockParser';
import { normalised } from '../model/parse/readBody';
import { isFileTarget } from '../model/parse/readLinks';
import type { LineMap } from '../model/text/lineMap';
import { type TextRange, textRange } from '../model/text/range';

/** A tag ends before the next one begins, and a comment before the next one, so that what is not closed costs little. */
const tag = /<!--(?:(?!<!--)[\s\S])*?-->|<[A-Za-z](?:"[^"<]{0,2000}"|'[^'<]{0,2000}'|[^'"<>]){0,2000}>/g;
const oneTag = new RegExp(tag.source, 'y');
const attribute =
  /(?<=\s)(href|src|srcset|poster|data|cite|longdesc|background)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;

/** The ranges of targets in HTML attributes that lead to files, in a body of markdown. */
export function htmlTargets(lines: LineMap, bodyStart: number): TextRange[] {
  const { text } = lines;
  if (!text.includes('<', bodyStart)) return [];
  const parser = blockParser();
  const firstLine = lines.lineAt(bodyStart);
  const environment = {};
  const found: TextRange[] = [];
  for (const token of parser.parse(normalised(text.slice(bodyStart)), environment)) {
    const [from, to] = token.map ?? [0, 0];
    const [start, end] = [lines.startOf(firstLine + from), lines.startOf(firstLine + to)];
    if (token.type === 'html_block') found.push(...targetsIn(text, start, end));
    if (token.type !== 'inline' || !token.content.includes('<')) continue;
    let at = start;
    for (const part of inlineTokens(token.content, environment)) {
      if (part.type !== 'html_inline' && part.type !== 'code_inline') continue;
      // The parser drops the indentation of a tag's further lines, so only its first line is searched for.
      const [first = ''] = part.content.split('\n');
      const place = text.indexOf(first, at);
      if (place < 0 || place >= end) continue;
      oneTag.lastIndex = place;
      const whole = part.type === 'html_inline' ? oneTag.exec(text) : null;
      at = place + (whole?.[0] ?? first).length;
      if (whole) found.push(...targetsIn(text, place, at));
    }
  }
  return found;
}

/**
 * The targets of all links, pictures and HTML attributes of a body, as markdown and HTML read them.
 *
 * @param environment what a parser remembers of the document that the text is a part of, such as its definitions
 */
export function readTargets(text: string, bodyStart: number, environment: object = {}): string[] {
  const targets: string[] = [];
  const ofHtml = (html: string): void => {
    for (const { start, end } of targetsIn(html, 0, html.length)) targets.push(html.slice(start, end));
  };
  for (const token of blockParser().parse(normalised(text.slice(bodyStart)), environment)) {
    if (token.type === 'html_block') ofHtml(token.content);
    if (token.type !== 'inline') continue;
    for (const part of inlineTokens(token.content, environment)) {
      const target = part.attrGet('href') ?? part.attrGet('src');
      if (target !== null) targets.push(target);
      if (part.type === 'html_inline') ofHtml(part.content);
    }
  }
  return targets;
}

/** The tokens of inline text, with those within pictures. */
export function inlineTokens(content: string, environment: object): Token[] {
  const tokens: Token[] = [];
  blockParser().inline.parse(content, blockParser(), environment, tokens);
  return tokens.flatMap((token) => [token, ...(token.type === 'image' ? (token.children ?? []) : [])]);
}

function targetsIn(text: string, from: number, to: number): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { 0: whole, index } of text.slice(from, to).matchAll(tag)) {
    if (whole.startsWith('<!--')) continue;
    for (const found of whole.matchAll(attribute)) {
      const value = found[2] ?? found[3] ?? found[4] ?? '';
      const quoted = found[4] === undefined ? 1 : 0;
      const start = from + index + found.index + found[0].length - value.length - quoted;
      if (found[1]?.toLowerCase() === 'srcset') {
        // Each entry is a URL and a descriptor of its width or density.
        for (const one of value.matchAll(/(?<=^|,)\s*([^\s,]\S*?)(?=,?(?:\s|$))/g)) {
          const at = start + one.index + one[0].length - (one[1]?.length ?? 0);
          ranges.push(textRange(at, at + (one[1]?.length ?? 0)));
        }
      } else ranges.push(textRange(start, start + value.length));
    }
  }
  return ranges.filter(({ start, end }) => isFileTarget(text.slice(start, end)));
}
