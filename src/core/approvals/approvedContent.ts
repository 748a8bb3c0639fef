import type { ProblemCode } from '../model/parse/problem';
import type { RecordOf } from '../model/parse/record';
import { sha256 } from '../model/text/sha256';
import { approvedBody, bodyParts, withLineFeeds } from './approvedBody';
import { approvedFields, type Canonical, nameText } from './approvedFields';

/** How a digest begins; another way of making it gets another number. */
const prefix = 'sha256-2:';
/** How digests began that did not tell every two contents apart. */
const olderPrefix = 'sha256:';
/** Problems of a front matter that is all in its tree; with any other one it is taken as it is written. */
const readProblems: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...([
    'duplicateKey',
    'unknownField',
    'wrongType',
    'wrongItem',
    'textColon',
    'lostItem',
    'lostNumber',
    'notChoice',
    'bothLanguages',
    'versionNumber',
  ] as const),
]);
const unreadProblems: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...(['fileTooLarge', 'notText', 'wideText', 'above', 'unfenced', 'conflict'] as const),
]);

/**
 * The content that an approval is about, part by part, to tell what was edited: fields under canonical names, the
 * sections of the body under `# title`, and under `---` what else the front matter holds.
 */
export type ApprovedContent = ReadonlyMap<string, string>;

/** Takes from a change what its approvals are about, for people: a digest is made from the whole. */
export function approvedContent(record: RecordOf<'change'>): ApprovedContent {
  const parts = new Map<string, string>();
  const front = approvedFront(record);
  if (typeof front === 'string') parts.set('---', front);
  else {
    const [before, [fields, ...comments], after] = front;
    for (const [name, ...field] of fields) {
      const key = nameText(name);
      parts.set(key, (parts.get(key) ?? '') + JSON.stringify(field));
    }
    parts.set('---', JSON.stringify([before, comments, after]));
  }
  for (const [title, text] of bodyParts(record)) parts.set(title, text);
  return parts;
}

/**
 * The digest of a change as it stands: a prefix and, in hexadecimal, the hash of its canonical content. Two changes
 * that anything but what `leftOut` and `approvedBody` name tells apart have two digests, as far as SHA-256 does.
 */
export function digestOf(record: RecordOf<'change'>): string {
  const content: readonly Canonical[] = ['2', approvedFront(record), ...approvedBody(record)];
  return prefix + sha256(JSON.stringify(content));
}

/** Whether a digest in an approval is that of a change as it stands; never where not all of its text could be read. */
export function isBound(digest: string | undefined, now: string, record: RecordOf<'change'>): boolean {
  return digest === now && !record.problems.some(({ code }) => unreadProblems.has(code));
}

/** Whether a digest was made by a version of Changebook that made them in another way. */
export function isOlderDigest(digest: string): boolean {
  return digest.startsWith(olderPrefix);
}

/** A short hash of one part, to tell whether it differs from another state's. */
export function partHash(text: string): string {
  return sha256(text).slice(0, 16);
}

/**
 * Names of the parts that differ between two states of a change, by the parts' hashes or texts; where none does, of
 * those that stand in another place.
 */
export function changedParts(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const old = [...before.keys()];
  const names = new Set([...old, ...after.keys()]);
  const changed = [...names].filter((name) => before.get(name) !== after.get(name));
  return changed.length > 0 ? changed : [...after.keys()].filter((name, index) => name !== old[index]);
}

/**
 * The front matter: its fields between its fences, or its text where it could not be read whole. A byte order mark
 * before it says how the file is written, not what.
 */
function approvedFront(record: RecordOf<'change'>) {
  const { lines, content, bodyStart, located, problems } = record;
  const part = (start: number, end: number): string =>
    withLineFeeds(lines.text.slice(start, end), lines.text);
  const start = lines.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const root = located.node;
  if (root.kind !== 'map' || problems.some(({ code }) => !readProblems.has(code)))
    return part(start, bodyStart);
  return [part(start, content.start), approvedFields(record, root), part(content.end, bodyStart)] as const;
}
