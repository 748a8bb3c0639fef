import type { AuditCommit } from '../audit/auditCommit';
import { trailerActions } from '../audit/trailerActions';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import { stepLabel } from '../model/parse/stepLabel';
import type { ChangeKind, RecordChange } from './recordChange';
import { recordDiff } from './recordDiff';
import type { ChangeAuthor, TracedChange } from './workspaceDiff';

/** What is needed of a commit between the two states. */
type Commit = Pick<AuditCommit, 'commit' | 'name' | 'address' | 'at' | 'message' | 'before' | 'after'>;

/** What a commit changed in a record. Without a commit: the uncommitted changes. */
interface CommitEffect {
  readonly commit: Commit | undefined;
  /** The subjects of its changes. */
  readonly subjects: ReadonlySet<string>;
}

/**
 * Adds to each change who made it: the author of the last commit that changed the same subject. Where that commit is a
 * squashed one, it is the author of the original commit, if its message says so.
 *
 * @param commits those that changed the record's file, oldest first
 * @param texts versions by their ids
 * @param isOpen whether the later state is the work tree, which may have uncommitted changes
 */
export function traceChanges(
  changes: readonly RecordChange[],
  [before, after]: readonly [before: ParsedRecord | undefined, after: ParsedRecord | undefined],
  commits: readonly Commit[],
  texts: ReadonlyMap<string, string>,
  isOpen: boolean,
): TracedChange[] {
  const versionOf = versionReader(texts);
  const doings: CommitEffect[] = commits.map((commit) => ({
    commit,
    subjects: new Set(changesIn(commit, versionOf).map(subjectOf)),
  }));
  if (isOpen) {
    const last = commits.length > 0 ? versionOf(commits.at(-1)?.after) : before;
    doings.push({ commit: undefined, subjects: new Set(recordDiff(last, after).map(subjectOf)) });
  }
  return changes.map((change) => {
    const doing = doings.findLast(({ subjects }) => subjects.has(subjectOf(change)));
    if (!doing) return change;
    return { ...change, by: doing.commit ? authorOf(doing.commit, change, after?.data.id) : 'uncommitted' };
  });
}

/** The author of the last of these commits; undefined where there is none. */
export function lastAuthor(commits: readonly Commit[]): ChangeAuthor | undefined {
  const last = commits.at(-1);
  return last && about(last);
}

function versionReader(texts: ReadonlyMap<string, string>) {
  const known = new Map<string, ParsedRecord | undefined>();
  return (id: string | undefined): ParsedRecord | undefined => {
    if (id === undefined) return undefined;
    if (!known.has(id)) known.set(id, parseRecord(texts.get(id) ?? '', { expected: true }));
    return known.get(id);
  };
}

/** The changes that a commit made. What a merge took from one of its parents is another commit's change. */
function changesIn(
  { before, after }: Commit,
  versionOf: (id: string | undefined) => ParsedRecord | undefined,
) {
  const now = versionOf(after);
  const [first, ...others] = before.map((id) => {
    const old = versionOf(id);
    // git may take a file for a renamed one. Another id means another record, so this one is new.
    return recordDiff(old?.data.id === now?.data.id ? old : undefined, now);
  });
  if (!first) return recordDiff(undefined, now);
  const known = others.map((changes) => new Set(changes.map(subjectOf)));
  return first.filter((change) => known.every((subjects) => subjects.has(subjectOf(change))));
}

/** Kinds of changes that have the same subject. */
const subjectGroups: { readonly [kind in ChangeKind]?: string } = {
  approved: 'approval',
  denied: 'approval',
  agreed: 'agreement',
  waived: 'waiver',
  ticked: 'tick',
  unticked: 'tick',
  skipped: 'tick',
  applicable: 'tick',
  'approval-stale': 'stale',
};

function subjectGroupOf(kind: ChangeKind): string {
  return subjectGroups[kind] ?? kind.replace(/-.*$/, '');
}

/** The subject of a change. Of two changes with the same subject, the later one replaced the earlier. */
function subjectOf({ kind, about: what, path }: RecordChange): string {
  return JSON.stringify([subjectGroupOf(kind), what ?? null, path ?? null]);
}

function authorOf(commit: Commit, change: RecordChange, id: string | undefined): ChangeAuthor {
  const told = trailerActions(commit.message).findLast(
    ({ record, details, origin }) => origin && record === id && trailersDescribe(details, change),
  );
  const { origin } = told ?? {};
  return origin ? { ...origin, commit: commit.commit } : about(commit);
}

function about({ name, address, at, commit }: Commit): ChangeAuthor {
  return { name, address, at, commit };
}

/** Whether the trailers of an action describe a change. */
function trailersDescribe(
  details: { readonly [name: string]: string },
  { kind, about: what, path, to }: RecordChange,
): boolean {
  const family = subjectGroupOf(kind);
  if (family === 'tick') return details.Step === stepLabel({ path: path ?? [], text: what ?? '' });
  if (family === 'approval') return details.Role !== undefined && details.Role === what;
  return family === 'status' && details.State !== undefined && details.State === to;
}
