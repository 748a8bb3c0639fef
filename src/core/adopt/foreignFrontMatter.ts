import { readFrontMatter, topOf } from '../model/parse/readFrontMatter';
import { isNothing, type YamlEntry } from '../model/parse/yamlTree';
import { type TextRange, textRange } from '../model/text/range';

/** What stands above the markdown of a file that is no record yet. */
export interface ForeignFrontMatter {
  /** `yaml` can be edited; of the others only the keys were read. */
  readonly kind: 'none' | 'yaml' | 'unread';
  /** Offset at which the markdown begins. */
  readonly bodyStart: number;
  /** Where lines can be added to it: right below its first fence. */
  readonly insertAt: number;
  /** Its fields of the first level, in their order. */
  readonly keys: readonly string[];
  /** The texts of its fields that hold one. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Front matter of other tools: TOML between `+++`, and what gray-matter calls a language (`---json`). */
const otherFence = /^(?:(\+\+\+)|---[ \t]*[A-Za-z]+)[ \t]*(?:\r\n|\n|\r)/;
/** A key of YAML or TOML with its value, for what is not read as either. */
const rawKey = /(?<=^|[\r\n])["']?([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*[:=][ \t]*([^\r\n]*)/gu;

/** Reads what another tool has put above a markdown text. It is never an error: what cannot be read is left alone. */
export function readForeign(text: string): ForeignFrontMatter {
  const top = topOf(text);
  const other = otherFence.exec(text.slice(top, top + 200));
  if (other) return readOther(text, top + other[0].length, other[1] ?? '---') ?? nothingAbove(top);
  const found = readFrontMatter(text);
  if (!found?.proper) return nothingAbove(top);
  const { content, bodyStart, yaml } = found;
  const { root, problems } = yaml;
  const isEmpty = root === undefined && problems.length === 0;
  if (root?.kind === 'map' && !root.flow && problems.length === 0)
    return {
      kind: 'yaml',
      bodyStart,
      insertAt: content.start,
      keys: root.entries.map(({ key }) => key),
      texts: new Map(root.entries.flatMap(textOf)),
    };
  if (isEmpty)
    return { kind: 'yaml', bodyStart, insertAt: content.start, keys: [], texts: new Map<string, string>() };
  const raw = rawFields(text, content);
  // A line above a text between two others is no front matter.
  if (raw.size === 0) return nothingAbove(top);
  return { kind: 'unread', bodyStart, insertAt: content.start, keys: [...raw.keys()], texts: raw };
}

function nothingAbove(top: number): ForeignFrontMatter {
  return { kind: 'none', bodyStart: top, insertAt: top, keys: [], texts: new Map() };
}

function textOf({ key, value }: YamlEntry): (readonly [string, string])[] {
  return value.kind === 'scalar' && !isNothing(value) ? [[key, value.value]] : [];
}

function readOther(text: string, start: number, fence: string): ForeignFrontMatter | undefined {
  const close = new RegExp(
    `(?<=[\\r\\n])${fence === '---' ? '---' : '\\+\\+\\+'}[ \\t]*(?:\\r\\n|\\n|\\r|$)`,
    'g',
  );
  close.lastIndex = start;
  const end = close.exec(text);
  if (!end) return undefined;
  const raw = rawFields(text, textRange(start, end.index));
  const bodyStart = end.index + end[0].length;
  return { kind: 'unread', bodyStart, insertAt: start, keys: [...raw.keys()], texts: raw };
}

/** The keys at the left margin with what stands behind them. */
function rawFields(text: string, { start, end }: TextRange): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [, key = '', value = ''] of text.slice(start, end).matchAll(rawKey))
    if (!fields.has(key)) fields.set(key, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  return fields;
}
