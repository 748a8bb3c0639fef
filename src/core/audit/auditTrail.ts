import { readEvidenceLine } from '../actions/evidenceFile';
import type { Step } from '../model/parse/step';
import { stepLabel, stepSeparator } from '../model/parse/stepLabel';
import type { AuditCommit } from './auditCommit';
import type { AuditEvent, AuditedEvidence, AuditedStep } from './auditEvent';
import { isRenamedVersion } from './isRenamedVersion';
import { namedApprovers } from './namedApprovers';
import { type RecordVersion, recordVersion, tickedVersion } from './recordVersion';
import { isRenaming, type TrailerAction, trailerActions } from './trailerActions';
import { tickedSteps, type VersionChange, versionChanges } from './versionChanges';

/** The record whose trail is read, as it stands now. */
export interface AuditedRecord {
  readonly id: string | undefined;
  /** Its path in the workspace. */
  readonly file: string;
  readonly steps: readonly Step[];
}

/** Ids of the versions that must be read: those before and after commits whose messages do not say what they did. */
export function versionsToRead(commits: readonly AuditCommit[], record: AuditedRecord): Set<string> {
  const ids = idsOf(commits, record);
  const wanted = new Set<string>();
  for (const { message, file, before, after, cut, change, brings } of commits) {
    if (brings) continue;
    if (!cut && !isMove(change) && ownActions(trailerActions(message), record, ids, file).length > 0)
      continue;
    for (const version of after ? [...before, after] : []) wanted.add(version);
  }
  return wanted;
}

/**
 * Everything that happened to a record, in the order of its commits.
 *
 * @param commits oldest first
 * @param versions texts of the versions that `versionsToRead` names, by id
 */
export function auditTrail(
  commits: readonly AuditCommit[],
  versions: ReadonlyMap<string, string>,
  record: AuditedRecord,
): AuditEvent[] {
  const versionOf = versionReader(versions);
  const labels = new Map(record.steps.map((step) => [stepLabel(step), step]));
  const ids = idsOf(commits, record, versionOf);
  const present = new Set(commits.map(({ commit }) => commit));
  const eventsIn = (commit: AuditCommit): AuditEvent[] => {
    const told = trailerActions(commit.message);
    const own = ownActions(told, record, ids, commit.file);
    if (own.length === 0) return observedEvents(commit, told, versionOf);
    const begin = commit.cut ? observedEvents(commit, [], versionOf) : [];
    // The commits behind a squashed one may have been merged as well, and then count themselves.
    const missing = own.filter(({ origin }) => !origin || !present.has(origin.commit));
    return [...begin, ...missing.map((action) => trailerEvent(commit, action, labels))];
  };
  return sinceCreated(commits, versionOf, ids.size > 1).flatMap((commit) => [
    ...(commit.brings ? [] : eventsIn(commit)),
    ...mentions(commit),
  ]);
}

/** That a message says who approved: shown, because an auditor will look for it, and never counted. */
function mentions(commit: AuditCommit): AuditEvent[] {
  const named = namedApprovers(commit.message);
  return named ? [{ ...aboutCommit(commit), action: 'mention', own: false, named, details: {} }] : [];
}

/** The id of a record, and those that it had before, as far as messages say so or the versions that are known show it. */
function idsOf(
  commits: readonly AuditCommit[],
  { id }: AuditedRecord,
  versionOf: VersionReader = () => undefined,
): ReadonlySet<string> {
  const ids = new Set(id === undefined ? [] : [id]);
  for (const commit of [...commits].reverse()) {
    for (const { record, action, details } of trailerActions(commit.message))
      if (details.Was && isRenaming(action, details) && ids.has(record)) ids.add(details.Was);
    const was = idBeforeMove(commit, versionOf);
    if (was !== undefined) ids.add(was);
  }
  return ids;
}

type VersionReader = (id: string) => RecordVersion | undefined;

/** The id that a record had before a commit moved its file and gave it another one, and did nothing else. */
function idBeforeMove({ change, before, after }: AuditCommit, versionOf: VersionReader): string | undefined {
  const [one, ...others] = before;
  if (change !== 'moved' || one === undefined || after === undefined || others.length > 0) return undefined;
  const version = versionOf(one);
  return isRenamedVersion(version, versionOf(after)) ? version?.id : undefined;
}

function isMove(change: AuditCommit['change']): boolean {
  return change === 'moved' || change === 'copied';
}

/**
 * The commits since the record was created. git may take a new file for a renamed one because they look alike, as
 * records of one procedure do. Another id means another record, whose history is not part of this trail, unless a commit
 * says that it gave the record another one, or nothing else became different.
 */
function sinceCreated(
  commits: readonly AuditCommit[],
  versionOf: VersionReader,
  isRenamed: boolean,
): readonly AuditCommit[] {
  const index = commits.findLastIndex((commit) => {
    const { change, before, after, message } = commit;
    // It had the id of the record that it was copied from.
    if (isRenamed && change === 'copied') return true;
    const id = isMove(change) && after !== undefined ? versionOf(after)?.id : undefined;
    const told = trailerActions(message);
    if (told.some(({ record, action, details }) => record === id && isRenaming(action, details)))
      return false;
    if (idBeforeMove(commit, versionOf) !== undefined) return false;
    return id !== undefined && before.some((version) => (versionOf(version)?.id ?? id) !== id);
  });
  const created = commits[index];
  if (!created) return commits;
  const { fileBefore, ...commit } = created;
  return [{ ...commit, change: 'added', before: [] }, ...commits.slice(index + 1)];
}

/** Reads each version once. A version that differs from the last one only in a ticked box is not parsed again. */
function versionReader(texts: ReadonlyMap<string, string>): VersionReader {
  const read = new Map<string, RecordVersion | undefined>();
  let last: RecordVersion | undefined;
  return (id) => {
    if (!read.has(id)) {
      const text = texts.get(id) ?? '';
      read.set(id, (last && tickedVersion(last, text)) ?? recordVersion(text));
    }
    last = read.get(id) ?? last;
    return read.get(id);
  };
}

/** The actions on this record. A commit may contain actions on others, too. */
function ownActions(
  told: readonly TrailerAction[],
  { file }: AuditedRecord,
  ids: ReadonlySet<string>,
  path: string,
): TrailerAction[] {
  return told.filter(({ record }) => ids.has(record) || record === file || `/${path}`.endsWith(`/${record}`));
}

function trailerEvent(
  commit: AuditCommit,
  { action, details, origin }: TrailerAction,
  labels: ReadonlyMap<string, AuditedStep>,
): AuditEvent {
  const {
    Step: label,
    State: to,
    Role: role,
    Reason: reason,
    Evidence: evidence,
    'Evidence-File': line,
    By: by,
    ...others
  } = details;
  const file = evidenceFileOf(line, action);
  const who = origin ? { by: origin.name, address: origin.address, at: origin.at } : {};
  return {
    ...aboutCommit(commit),
    ...who,
    action,
    own: true,
    ...(label ? { step: labels.get(label) ?? stepOf(label) } : {}),
    ...(to ? { to } : {}),
    ...(role ? { role } : {}),
    ...(by ? { decidedBy: by } : {}),
    ...(reason ? { reason } : {}),
    // What only names its file says nothing more.
    ...(evidence && evidence !== file?.file ? { evidence } : {}),
    ...(file ? { evidenceFile: file } : {}),
    details: others,
  };
}

function evidenceFileOf(line: string | undefined, action: string): AuditedEvidence | undefined {
  const file = line === undefined ? undefined : readEvidenceLine(line);
  if (!file) return undefined;
  return { ...file, ...(action === 'untick' || action === 'unskip' ? { isTaken: true } : {}) };
}

/** A step that the record no longer has, parsed from its label. */
function stepOf(label: string): AuditedStep {
  const parts = label.split(stepSeparator);
  return { path: parts.slice(0, -1), text: parts.at(-1) ?? label };
}

/** The events of a commit whose message does not name them: a manual edit, or an action on another record. */
function observedEvents(
  commit: AuditCommit,
  told: readonly TrailerAction[],
  versionOf: VersionReader,
): AuditEvent[] {
  const along = told[0]?.record;
  const about = { ...aboutCommit(commit), own: told.length > 0, details: {}, ...(along ? { along } : {}) };
  const before = commit.before.map(versionOf);
  const after = commit.after === undefined ? undefined : versionOf(commit.after);
  if (commit.cut || commit.change === 'added') {
    const ticked = tickedSteps(after?.steps ?? []);
    const action = commit.cut ? 'cut' : 'create';
    return [{ ...about, action, ...(ticked > 0 ? { ticked } : {}) }];
  }
  if (commit.change === 'removed') return [{ ...about, action: 'remove' }];
  const changes: VersionChange[] = versionChanges(before, after);
  if (commit.change !== 'changed') changes.unshift({ action: commit.change === 'moved' ? 'move' : 'copy' });
  // A merge that only combines its parents adds no event.
  if (changes.length === 0 && commit.before.length < 2) changes.push({ action: 'edit' });
  return changes.map((change) => ({ ...about, ...change }));
}

function aboutCommit(commit: AuditCommit) {
  const { file, fileBefore, at, name, address } = commit;
  const subject = commit.message.split(/\r?\n/, 1)[0] ?? '';
  const moved = fileBefore === undefined ? {} : { fileBefore };
  return { commit: commit.commit, subject, by: name, address, at, file, ...moved };
}
