import { newlyMet } from '../../core/diff/newlyMet';
import type { RecordDiff } from '../../core/diff/workspaceDiff';
import type { FileFinding, Finding } from '../../core/rules/finding';
import { type ChangedSince, changedFrom } from '../changedSince';
import { checkBase, isOfWorkspace } from '../checkBase';
import { findingsOf, type LoadedWorkspace } from '../checkWorkspace';
import type { ReadDiff } from './readDiff';

/**
 * Adds to each record whose window moved what the window now runs into and did not before: conflicts, freezes and
 * whatever else the rules of the schedule know, at the same moment.
 */
export async function withMet(diff: ReadDiff, load: () => Promise<LoadedWorkspace>): Promise<ReadDiff> {
  const moved = new Set(diff.records.filter(hasMoved).map(({ file }) => file));
  if (moved.size === 0) return diff;
  const now = await findingsNow(diff, moved, load);
  const before = await findingsAt(diff.base, namesBefore(diff, moved), load);
  const records = diff.records.map((record) => {
    if (!moved.has(record.file)) return record;
    const old = before.get(record.fileBefore ?? record.file) ?? [];
    return { ...record, meets: newlyMet(now.get(record.file) ?? [], old) };
  });
  return { ...diff, records };
}

function hasMoved({ what, changes, type }: RecordDiff): boolean {
  const window = changes.some(({ kind }) => kind === 'window' || kind === 'window-set');
  return type === 'change' && what !== 'removed' && (window || what === 'added');
}

function namesBefore({ records }: ReadDiff, moved: ReadonlySet<string>): Set<string> {
  const old = records.filter(({ file }) => moved.has(file)).map(({ file, fileBefore }) => fileBefore ?? file);
  return new Set(old);
}

type ByFile = ReadonlyMap<string, readonly Finding[]>;

async function findingsNow(
  { head }: ReadDiff,
  files: ReadonlySet<string>,
  load: () => Promise<LoadedWorkspace>,
): Promise<ByFile> {
  if (head !== undefined) return findingsAt(head, files, load);
  const workspace = await load();
  return new Map(
    [...files].map((file) => {
      const entry = workspace.index.entry(file);
      return [file, entry ? findingsOf(workspace, entry) : []];
    }),
  );
}

/** The findings of files as they were in a commit. */
async function findingsAt(
  commit: string,
  files: ReadonlySet<string>,
  load: () => Promise<LoadedWorkspace>,
): Promise<ByFile> {
  const workspace = await load();
  const { root, survey } = workspace;
  const onDisk = [...survey.texts, ...survey.files].map(({ file }) => file);
  const base = { commit, unrelated: false };
  const changed = await changedFrom(root, base, onDisk, isOfWorkspace);
  if ('kind' in changed) return new Map();
  const { findings } = await checkBase(workspace, withNames(changed), files);
  return byFile(findings);
}

/** The files are asked for by the names that they had: no name of today stands for one. */
function withNames(changed: ChangedSince): ChangedSince {
  return { ...changed, renamed: new Map() };
}

function byFile(findings: readonly FileFinding[]): ByFile {
  const files = new Map<string, Finding[]>();
  for (const { file, finding } of findings) {
    const own = files.get(file);
    if (own) own.push(finding);
    else files.set(file, [finding]);
  }
  return files;
}
