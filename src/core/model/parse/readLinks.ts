import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { LineMap } from '../text/lineMap';
import { type TextRange, textRange } from '../text/range';
import { blockParser } from './blockParser';
import type { FileLink } from './step';

/** What definitions say, by their labels. */
type References = { readonly [label: string]: { readonly href: string } | undefined };

/** What markdown-it remembers of a document while it reads it. */
export interface Environment {
  references?: References;
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
const plainLink = /\[[^[\]]*\]\(((?:https?:\/\/)?[\p{L}\p{N}._~/#?=+,;@$-]+)\)/gu;
/** A comment at the end, as steps have it, without anything that may be more than that. */
const commentBehind = /<!--[^<>[\]()`\\&]*-->$/;
/** A fence of code, or a definition, which may stand in a quote or a list and go on below its label. */
const definition =
  /(?<=^|[\r\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t][ \t>]*)*(?:(`{3,}|~{3,})|\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]*(?:(?:\r\n?|\n)[ \t>]*)?(<[^<>\r\n]*>|[^\s<]\S{0,1999}))/g;

/** Finds the links of a body that lead to a file or to a heading, with the place of each target. */
export function readLinks(
  inlines: readonly InlineText[],
  environment: Environment,
  lines: LineMap,
  bodyStart: number,
): FileLink[] {
  const links: FileLink[] = [];
  for (const inline of inlines) {
    if (inline.content.length <= longestInline && localTarget.test(inline.content)) {
      const plain = environment.references ? undefined : plainTargets(inline.content);
      const found = plain
        ? plainLinks(plain, inline, lines.text)
        : inlineLinks(blockParser(), inline, environment, lines.text);
      for (const link of found) links.push(link);
    }
  }
  const { references } = environment;
  return references ? links.concat(definitions(blockParser(), references, lines, bodyStart)) : links;
}

/** The links of a text that has brackets for nothing but links, in the order of their targets. */
function plainLinks(targets: readonly string[], { range }: InlineText, text: string): FileLink[] {
  let end = range.start;
  return targets.flatMap((target) => {
    const start = text.indexOf('](', end) + 2;
    end = start + target.length;
    return fileLink(target, start, end) ?? [];
  });
}

/** Finds out which links there are, then finds each in the source by its target. */
function inlineLinks(
  parser: MarkdownIt,
  inline: InlineText,
  environment: Environment,
  text: string,
): FileLink[] {
  const links: FileLink[] = [];
  let from = inline.range.start;
  for (const href of parsedTargets(parser, inline.content, environment)) {
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

/** The targets of all links and images, as markdown-it normalises them, in the order in which they are written. */
function parsedTargets(parser: MarkdownIt, content: string, environment: Environment): string[] {
  const tokens: Token[] = [];
  parser.inline.parse(content, parser, environment, tokens);
  let href: string | null = null;
  return tokens.flatMap((token) => {
    if (token.type === 'image') return token.attrGet('src') ?? [];
    // A link's target stands behind its text, and so behind the images in it.
    if (token.type === 'link_open') href = token.attrGet('href');
    return token.type === 'link_close' ? (href ?? []) : [];
  });
}

/**
 * The targets as written, of a text in which nobody needs markdown-it to tell what is a link: no code, escapes, HTML,
 * entities or footnotes, and no bracket besides those of links with a plain target. Most texts are so, and this is ten times as
 * fast.
 */
function plainTargets(content: string): string[] | undefined {
  const text = content.endsWith('-->') ? content.replace(commentBehind, '') : content;
  if (/[`\\<&^]|!\[/.test(text)) return undefined;
  const targets: string[] = [];
  const rest = text.replace(plainLink, (_whole, target: string) => {
    targets.push(target);
    return '';
  });
  return /[[\]]/.test(rest.replace(/^\[[ xX]\] /, '')) ? undefined : targets;
}

/** Finds each definition that markdown-it has read in the source: by its label and target, outside of fenced code. */
function definitions(
  parser: MarkdownIt,
  references: References,
  { text }: LineMap,
  from: number,
): FileLink[] {
  const links: FileLink[] = [];
  const left = new Set(Object.keys(references));
  let fence = '';
  definition.lastIndex = from;
  for (let found = definition.exec(text); found && left.size > 0; found = definition.exec(text)) {
    const [whole, mark = '', label = '', written = ''] = found;
    if (mark !== '') fence = openFence(fence, mark, restOfLine(text, definition.lastIndex));
    const name = parser.utils.normalizeReference(label);
    const target = written.replace(/^<|>$/g, '');
    if (mark !== '' || fence !== '' || !left.has(name)) continue;
    if (references[name]?.href !== parser.normalizeLink(parser.utils.unescapeAll(target))) continue;
    left.delete(name);
    const end = found.index + whole.length;
    const link = fileLink(target, end - written.length, end);
    if (link) links.push(link);
  }
  return links;
}

/** The fence that is open behind a line of code marks. One with words behind it closes nothing, and may open one. */
function openFence(open: string, mark: string, behind: string): string {
  if (open === '') return mark.startsWith('`') && behind.includes('`') ? '' : mark;
  return mark.startsWith(open) && behind.trim() === '' ? '' : open;
}

function restOfLine(text: string, from: number): string {
  const end = /[\r\n]|$/g;
  end.lastIndex = from;
  return text.slice(from, end.exec(text)?.index);
}

/** Whether a target leads to a file or heading: it is no web address and no absolute path. */
export function isFileTarget(target: string): boolean {
  return target !== '' && !scheme.test(target) && !target.startsWith('/') && !target.startsWith('\\');
}

/** A target that leads to a file or heading; undefined for any other one. */
export function fileLink(target: string, start: number, end: number): FileLink | undefined {
  if (!isFileTarget(target)) return undefined;
  const hash = target.indexOf('#');
  const path = (hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/, '');
  const fragment = hash < 0 ? '' : target.slice(hash + 1);
  return { range: textRange(start, end), path: decoded(path), fragment: decoded(fragment) };
}

/** A path as a link means it. Percent signs that encode nothing are kept as they stand. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
