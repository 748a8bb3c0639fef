import { writtenRecord } from '../actions/redo/writtenRecord';
import type { ProblemCode } from '../model/parse/problem';
import type { ConflictStyle, Merged } from './conflict';
import { mergeParts, type Versions } from './mergeYaml';
import { type Parts, partsOf } from './yamlParts';

/** A record, with its front matter taken apart. */
export interface ReadFront {
  /** The line that opens the front matter, and the one that closes it. */
  readonly fences: readonly [string, string];
  readonly front: string;
  readonly fields: Parts;
  /** Comments and blank lines below the last field. */
  readonly tail: string;
  readonly body: string;
}

/** What makes the fields of a front matter another text than they seem to be. */
const unreadable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...(['yaml', 'duplicateKey', 'bothLanguages', 'unclosed', 'above', 'unfenced', 'alias', 'tag'] as const),
  ...(['keyKind', 'document', 'tooLarge', 'fileTooLarge', 'tooDeep', 'tooMany'] as const),
]);

/** Takes a record apart, in which LF alone ends lines; undefined where that cannot be done with certainty. */
export function readFront(text: string): ReadFront | undefined {
  const record = writtenRecord(text)?.record;
  if (!record?.typed || record.problems.some(({ code }) => unreadable.has(code) || /^yaml|^lost/.test(code)))
    return undefined;
  const { content, bodyStart, located } = record;
  const root = partsOf({ node: located.node, located, source: text, isLog: false });
  const [first, ...others] = root?.parts ?? [];
  if (!root?.ownLines || !first || root.column > 0) return undefined;
  const above = text.slice(content.start, root.start);
  const lead = above === '' ? [] : above.slice(0, -1).split('\n');
  const fields = { ...root, parts: [{ ...first, lead }, ...others] };
  return {
    fences: [text.slice(0, content.start), text.slice(content.end, bodyStart)],
    front: text.slice(content.start, content.end),
    fields,
    tail: text.slice(root.end, content.end),
    body: text.slice(bodyStart),
  };
}

/** Merges the front matters of a record, with the lines around them; undefined where that takes a person. */
export function mergeFront(
  { base, ours, theirs }: Versions<ReadFront>,
  style: ConflictStyle,
): Merged | undefined {
  const old = base ?? ours;
  const [opening, closing] = [0, 1].map((at) => picked(old.fences[at], ours.fences[at], theirs.fences[at]));
  if (opening === undefined || closing === undefined) return undefined;
  const framed = (front: string, conflicts = 0): Merged => ({ text: opening + front + closing, conflicts });
  const whole = picked(old.front, ours.front, theirs.front);
  if (whole !== undefined) return framed(whole);
  const tail = picked(old.tail, ours.tail, theirs.tail);
  const merged = mergeParts({ base: base?.fields, ours: ours.fields, theirs: theirs.fields }, style, true);
  return merged && tail !== undefined ? framed(merged.text + tail, merged.conflicts) : undefined;
}

function picked(
  base: string | undefined,
  ours: string | undefined,
  theirs: string | undefined,
): string | undefined {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : undefined;
}
