import matter from 'gray-matter';
import { type TextRange, textRange } from '../text/range';
import { type RecordType, recordTypeNamed } from '../vocabulary/vocabulary';
import type { Problem } from './problem';
import { readYaml, type YamlResult } from './readYaml';

/** The front matter of a text: where it stands and what was read of it. */
export interface FrontMatter {
  /** The opening `---`. */
  readonly fence: TextRange;
  /** The YAML between the fences. */
  readonly content: TextRange;
  /** Offset of the first line after the front matter. */
  readonly bodyStart: number;
  readonly yaml: YamlResult;
  /** Whether both fences are there and exactly so; else a text that is no record has no front matter. */
  readonly proper: boolean;
}

const closingFence = /(?:^|\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/g;
const rawTypeLine = /^(?:type|tipo)[ \t]*:[ \t]*["']?([A-Za-z]+)/gm;

/**
 * Reads the front matter of a text; nothing where the text has none. Never throws.
 *
 * @param start where it must begin: at the top, unless somebody knows that something stands above it
 */
export function readFrontMatter(text: string, start = topOf(text)): FrontMatter | undefined {
  const opening = /^---[ \t]*([^\r\n]*)(\r\n|\n|\r|$)/.exec(text.slice(start, start + 1000));
  if (!opening || opening[1]?.startsWith('-')) return undefined;
  const fence = textRange(start, start + 3);
  const contentStart = start + opening[0].length;
  const language = opening[1] ?? '';
  const close = findClose(text, contentStart);
  const content = textRange(contentStart, close.contentEnd);
  const source = text.slice(content.start, content.end);
  if (language !== '') {
    const range = textRange(start + 3, start + opening[0].trimEnd().length);
    const problem: Problem = {
      code: 'otherLanguage',
      range,
      args: { language: language.trim().slice(0, 40) },
    };
    return {
      fence,
      content,
      bodyStart: close.bodyStart,
      yaml: { root: undefined, problems: [problem] },
      proper: false,
    };
  }
  const yaml = throughGrayMatter(source, contentStart);
  if (!close.found) yaml.problems.unshift({ code: 'unclosed', range: fence });
  return { fence, content, bodyStart: close.bodyStart, yaml, proper: close.found };
}

/** Reads keys that stand at `start` without the `---` above them as if it were there. */
export function readUnfenced(text: string, start: number): FrontMatter {
  const close = findClose(text, start);
  const content = textRange(start, close.contentEnd);
  const yaml = throughGrayMatter(text.slice(content.start, content.end), start);
  return { fence: textRange(start), content, bodyStart: close.bodyStart, yaml, proper: false };
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

/**
 * gray-matter picks the engine, and the only engine that it is given is ours, which reads the text in its place. Its
 * own defaults would run JavaScript from `---js`, close the fence at `---y` and cache results. It copies what it is
 * given several times over and searches it for comments in quadratic time, so it sees no more than the beginning of
 * the first line that says something, which tells it that there is something to read.
 */
function throughGrayMatter(source: string, base: number): YamlResult {
  const at = /^[^\S\r\n]*[^\s#]/m.exec(source)?.index ?? source.length;
  result = { root: undefined, problems: [] };
  readSource = () => {
    result = readYaml(source, base);
  };
  matter(`---\n${source.slice(at, at + 100)}\n---changebook`, grayMatterOptions);
  return result;
}

// gray-matter hands an engine its text without its place, so the place waits here while it is called.
let result: YamlResult = { root: undefined, problems: [] };
let readSource: () => void = () => {};

function refuse(): object {
  throw new Error('only YAML front matter is read');
}

const grayMatterOptions = {
  engines: {
    yaml: (): object => {
      readSource();
      return {};
    },
    ...{ javascript: refuse, json: refuse, coffee: refuse },
  },
  language: 'yaml',
  delimiters: ['---', '---changebook'] as [string, string],
};

/** Where the body of a text begins that is no record: behind its front matter if it has one in order. */
export function plainBodyStart(text: string): number {
  const frontMatter = readFrontMatter(text);
  if (frontMatter?.proper) return frontMatter.bodyStart;
  return topOf(text);
}
