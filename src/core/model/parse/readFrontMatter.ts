import { type TextRange, textRange } from '../text/range';
import { type RecordType, recordTypeNamed } from '../vocabulary/vocabulary';
import type { YamlResult } from './parseTree';
import type { Problem } from './problem';
import { readYaml } from './readYaml';

/** Where the front matter of a text stands. */
interface FrontMatterPlace {
  /** The opening `---`. */
  readonly fence: TextRange;
  /** The YAML between the fences. */
  readonly content: TextRange;
  /** Offset of the first line after the front matter. */
  readonly bodyStart: number;
  /** Whether both fences are there and exactly so; else a text that is no record has no front matter. */
  readonly proper: boolean;
}

/** The front matter of a text: where it stands and what was read of it. */
export interface FrontMatter extends FrontMatterPlace {
  readonly yaml: YamlResult;
}

const closingFence = /(?:^|\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/g;
const rawTypeLine = /^(?:type|tipo)[ \t]*:[ \t]*["']?([A-Za-z]+)/gm;

/**
 * Reads the front matter of a text, undefined where the text has none. Never throws.
 *
 * @param start where it must begin: at the top, unless somebody knows that something stands above it
 */
export function readFrontMatter(text: string, start = topOf(text)): FrontMatter | undefined {
  const found = findFrontMatter(text, start);
  if (!found) return undefined;
  const { language, ...place } = found;
  if (language !== '') {
    const range = textRange(start + 3, text.slice(0, place.content.start).trimEnd().length);
    const args = { language: language.trim().slice(0, 40) };
    const problem: Problem = { code: 'otherLanguage', range, args };
    return { ...place, yaml: { root: undefined, problems: [problem] } };
  }
  const yaml = yamlIn(text, place.content);
  if (!place.proper) yaml.problems.unshift({ code: 'unclosed', range: place.fence });
  return { ...place, yaml };
}

/** Reads keys that stand at `start` without the `---` above them as if it were there. */
export function readUnfenced(text: string, start: number): FrontMatter {
  const { contentEnd, bodyStart } = findClose(text, start);
  const content = textRange(start, contentEnd);
  return { fence: textRange(start), content, bodyStart, yaml: yamlIn(text, content), proper: false };
}

/** Where the body of a text begins that is no record: behind its front matter if it has one in order. */
export function plainBodyStart(text: string): number {
  const top = topOf(text);
  const frontMatter = findFrontMatter(text, top);
  return frontMatter?.proper ? frontMatter.bodyStart : top;
}

/** Where a text begins: behind its byte order mark. */
export function topOf(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/**
 * The record type that a raw line of the front matter names. It decides whether a text whose YAML cannot be
 * read was meant to be a record.
 */
export function rawRecordType(text: string, content: TextRange): RecordType | undefined {
  for (const match of text.slice(content.start, content.end).matchAll(rawTypeLine)) {
    const type = recordTypeNamed(match[1] ?? '');
    if (type) return type;
  }
  return undefined;
}

/** The fences, and the language that stands behind the first, which says that what follows is no YAML. */
function findFrontMatter(
  text: string,
  start: number,
): (FrontMatterPlace & { readonly language: string }) | undefined {
  const opening = /^---[ \t]*([^\r\n]*)(\r\n|\n|\r|$)/.exec(text.slice(start, start + 1000));
  const language = opening?.[1] ?? '';
  if (!opening || language.startsWith('-')) return undefined;
  const contentStart = start + opening[0].length;
  const { contentEnd, bodyStart, found } = findClose(text, contentStart);
  return {
    fence: textRange(start, start + 3),
    content: textRange(contentStart, contentEnd),
    bodyStart,
    proper: found && language === '',
    language,
  };
}

function findClose(text: string, from: number): { contentEnd: number; bodyStart: number; found: boolean } {
  closingFence.lastIndex = Math.max(0, from - 1);
  for (let match = closingFence.exec(text); match; match = closingFence.exec(text)) {
    const contentEnd =
      match.index + (/^\s/.test(match[0]) ? (/^(?:\r\n|\n|\r)/.exec(match[0])?.[0].length ?? 0) : 0);
    if (contentEnd < from) continue;
    const after = match.index + match[0].length;
    const lineBreak = /^(?:\r\n|\n|\r)?/.exec(text.slice(after, after + 2))?.[0].length ?? 0;
    return { contentEnd, bodyStart: after + lineBreak, found: true };
  }
  // Without a closing fence the front matter ends, for all we know, at the first blank line.
  const blank = /(\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.exec(text.slice(from));
  const end = blank ? from + blank.index + (blank[1]?.length ?? 0) : text.length;
  return { contentEnd: end, bodyStart: end, found: false };
}

/** What is said in the front matter; comments alone say nothing. */
function yamlIn(text: string, content: TextRange): YamlResult {
  const source = text.slice(content.start, content.end);
  const saysSomething = /^[^\S\r\n]*[^\s#]/m.test(source);
  return saysSomething ? readYaml(source, content.start) : { root: undefined, problems: [] };
}
