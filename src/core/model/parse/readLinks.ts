import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { LineMap } from '../text/lineMap';
import { type TextRange, textRange } from '../text/range';
import type { FileLink } from './step';

/** What markdown-it remembers of a document while it reads it. */
export interface Environment {
  references?: object;
  [name: string]: unknown;
}

/** A run of inline text with the place of its first line. */
export interface InlineText {
  readonly content: string;
  readonly range: TextRange;
}

/** Inline text longer than this is no sentence; its links are not looked for. */
const longestInline = 20_000;
const scheme = /^[A-Za-z][A-Za-z\d+.-]*:/;
/** A target that is no web address; most links are, and need no further look. */
const localTarget = /\]\([ \t]*(?!https?:|mailto:)/;
const definition = /^ {0,3}\[(?:[^\]\\]|\\.)+\]:[ \t]*(<[^<>]*>|[^\s<]\S*)/;

/** Finds the links of a body that lead to a file or to a heading, with the place of each target. */
export function readLinks(
  parser: MarkdownIt,
  inlines: readonly InlineText[],
  environment: Environment,
  lines: LineMap,
  bodyStart: number,
): FileLink[] {
  const links: FileLink[] = [];
  for (const inline of inlines) {
    if (inline.content.length <= longestInline && localTarget.test(inline.content)) {
      links.push(...inlineLinks(parser, inline, environment, lines.text));
    }
  }
  if (environment.references) links.push(...definitions(lines, bodyStart));
  return links;
}

/** Asks markdown-it which links there are, then finds each in the source by its target. */
function inlineLinks(
  parser: MarkdownIt,
  inline: InlineText,
  environment: Environment,
  text: string,
): FileLink[] {
  const links: FileLink[] = [];
  const tokens: Token[] = [];
  parser.inline.parse(inline.content, parser, environment, tokens);
  let from = inline.range.start;
  for (const token of tokens) {
    const href = token.attrGet(token.type === 'image' ? 'src' : 'href');
    if (href === null || (token.type !== 'image' && token.type !== 'link_open')) continue;
    for (
      let at = text.indexOf('](', from);
      at >= 0 && at < inline.range.end;
      at = text.indexOf('](', at + 2)
    ) {
      const start = at + 2 + (/^\s*/.exec(text.slice(at + 2, at + 102))?.[0].length ?? 0);
      const target = parser.helpers.parseLinkDestination(text, start, inline.range.end);
      if (!target.ok || parser.normalizeLink(target.str) !== href) continue;
      const link = fileLink(target.str, start, target.pos);
      if (link) links.push(link);
      from = target.pos;
      break;
    }
  }
  return links;
}

function definitions(lines: LineMap, bodyStart: number): FileLink[] {
  const links: FileLink[] = [];
  let fence = '';
  for (let line = lines.lineAt(bodyStart); line < lines.lineCount; line++) {
    const text = lines.lineText(line);
    const mark = /^ {0,3}(```+|~~~+)/.exec(text)?.[1];
    if (mark && fence === '') fence = mark;
    else if (mark?.startsWith(fence)) fence = '';
    const target = fence === '' && text.length < 2000 ? definition.exec(text) : null;
    if (!target?.[1]) continue;
    const start = lines.startOf(line) + target[0].length - target[1].length;
    const link = fileLink(target[1].replace(/^<|>$/g, ''), start, start + target[1].length);
    if (link) links.push(link);
  }
  return links;
}

/** A target that leads to a file or heading; nothing for web addresses and absolute paths. */
function fileLink(target: string, start: number, end: number): FileLink | undefined {
  if (target === '' || scheme.test(target) || target.startsWith('/') || target.startsWith('\\'))
    return undefined;
  const hash = target.indexOf('#');
  const path = (hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/, '');
  const fragment = hash < 0 ? '' : target.slice(hash + 1);
  return { range: textRange(start, end), path: decoded(path), fragment: decoded(fragment) };
}

/** Percent signs that encode nothing are kept as they stand. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
