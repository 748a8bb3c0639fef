import type { ProblemCode } from '../model/parse/problem';
import type { RecordOf } from '../model/parse/record';
import { leadsBack } from '../model/parse/stepGates';
import { sha256 } from '../model/text/sha256';
import { approvedBody, bodyParts, endBeforeReview, withLineFeeds } from './approvedBody';
import { type ApprovedFields, approvedFields, type Canonical, nameText } from './approvedFields';

/** Prefix of a digest. A new way of making digests gets a new number. */
const prefix = 'sha256-2:';
/** Prefix of older digests, which were the same for some different contents. */
const olderPrefix = 'sha256:';
/** Problems of front matter whose tree is complete. With any other problem its source text is used. */
const readProblems: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
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
]);
/** Problems of a text that could not be read completely. */
const unreadProblems: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'fileTooLarge',
  'notText',
  'wideText',
  'above',
  'unfenced',
  'conflict',
]);

/**
 * The content that an approval covers, by part, to tell what was edited: fields under canonical names, the sections of
 * the body under `# title`, and the rest of the front matter under `---`.
 */
type ApprovedContent = ReadonlyMap<string, string>;

/** A record that people approve: a change, or a procedure with all changes that are made from it. */
export type ApprovedRecord = RecordOf<'change'> | RecordOf<'procedure'>;

/**
 * The parts of a record that its approvals cover, for messages. The digest is made from the whole content.
 *
 * @param front its front matter, where that was taken already
 */
export function approvedContent(record: ApprovedRecord, front = approvedFront(record)): ApprovedContent {
  const parts = new Map<string, string>();
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
 * The digest of a record: a prefix and, in hexadecimal, the SHA-256 of its canonical content. Every difference between
 * two changes gives another digest, except for what `partsNotApproved` and `approvedBody` leave out. Of a procedure every
 * character of the body counts: its steps are ticked in changes.
 *
 * @param front its front matter, where that was taken already
 * @param end where its text ends, if it was longer since
 */
export function digestOf(record: ApprovedRecord, front = approvedFront(record), end?: number): string {
  const { lines, bodyStart, type } = record;
  const body =
    type === 'change'
      ? approvedBody(record, undefined, end)
      : [withLineFeeds(lines.text.slice(bodyStart), lines.text)];
  return digestWith(front, body);
}

function digestWith(front: ApprovedFront, body: readonly string[]): string {
  const content: readonly Canonical[] = ['2', front, ...body];
  return prefix + sha256(JSON.stringify(content));
}

/**
 * The digests of a record as it stands. What was approved before an emergency said why covers it with its justification,
 * too; what is approved afterwards covers that as well.
 *
 * @param front its front matter, where that was taken already
 * @param end where its text ends, if it was longer since
 */
export function currentDigests(
  record: ApprovedRecord,
  front = approvedFront(record),
  end?: number,
): readonly string[] {
  return frontsOf(record, front).map((one) => digestOf(record, one, end));
}

/**
 * The digests with which an approval covers a record. Where it is rolled back, the items of its rollback may have been
 * given boxes since, which says nothing new: then the digests without them count as well. Where it has ended, so do those
 * without the section that looks back at it.
 *
 * @param front its front matter, where that was taken already
 */
export function bindingDigests(record: ApprovedRecord, front = approvedFront(record)): readonly string[] {
  const end = record.type === 'change' ? endBeforeReview(record) : undefined;
  return [undefined, ...(end === undefined ? [] : [end])].flatMap((until) => [
    ...currentDigests(record, front, until),
    ...digestsWithoutBoxes(record, front, until),
  ]);
}

/** The front matter with and, in an emergency that says why, without its justification. */
function frontsOf(record: ApprovedRecord, front: ApprovedFront): readonly ApprovedFront[] {
  const isJustified = record.type === 'change' && record.data.change_type === 'emergency';
  if (!isJustified || record.data.justification === undefined) return [front];
  return [front, approvedFront(record, true)];
}

function digestsWithoutBoxes(record: ApprovedRecord, front: ApprovedFront, end?: number): string[] {
  if (record.type !== 'change') return [];
  if (!record.data.actual?.rollback || !record.body.steps.some(leadsBack)) return [];
  return frontsOf(record, front).map((one) => digestWith(one, approvedBody(record, leadsBack, end)));
}

/** Whether approvals of a change cover it only as it was before the items of its rollback were given boxes. */
export function approvedOnlyWithoutBoxes(record: RecordOf<'change'>): boolean {
  const given = new Set(record.data.approvals?.map(({ digest }) => digest));
  const front = approvedFront(record);
  const isGiven = (digest: string): boolean => given.has(digest);
  return digestsWithoutBoxes(record, front).some(isGiven) && !currentDigests(record, front).some(isGiven);
}

/** Whether the digest of an approval covers the current record. False where its text could not be read completely. */
export function isBound(digest: string | undefined, now: readonly string[], record: ApprovedRecord): boolean {
  if (digest === undefined || !now.includes(digest)) return false;
  return !record.problems.some(({ code }) => unreadProblems.has(code));
}

/** Whether a digest was made by an older version of Changebook. */
export function isOlderDigest(digest: string): boolean {
  return digest.startsWith(olderPrefix);
}

/** A short hash of one part, to compare it with another version's. */
export function partHash(text: string): string {
  return sha256(text).slice(0, 16);
}

/**
 * Names of the parts that differ between two versions of a change, by the parts' hashes or texts. If none differ, the
 * names of the parts that moved.
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

/** The front matter of a record as approvals cover it. */
export type ApprovedFront = string | readonly [before: string, fields: ApprovedFields, after: string];

/**
 * The front matter: its fields between its fences, or its source text where it could not be read completely. A byte
 * order mark is no part of the content. Whoever wants both digest and parts takes it once.
 *
 * @param unjustified whether the justification of an emergency is left out
 */
export function approvedFront(record: ApprovedRecord, unjustified = false): ApprovedFront {
  const { lines, content, bodyStart, located, problems } = record;
  const part = (start: number, end: number): string =>
    withLineFeeds(lines.text.slice(start, end), lines.text);
  const start = lines.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const root = located.node;
  if (root.kind !== 'map' || problems.some(({ code }) => !readProblems.has(code)))
    return part(start, bodyStart);
  return [
    part(start, content.start),
    approvedFields(record, root, unjustified),
    part(content.end, bodyStart),
  ];
}
