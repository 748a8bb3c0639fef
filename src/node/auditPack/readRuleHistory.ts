import type { Period } from '../../core/auditPack/packOptions';
import {
  type ConfigVersion,
  configHistory,
  inForce,
  type ProcedureVersion,
  procedureHistory,
  type RuleCommit,
  type RuleHistory,
} from '../../core/auditPack/ruleHistory';
import { countingTexts, isConfigText } from '../../core/config/configFiles';
import type { GuardedFile } from '../../core/diff/changedAttributes';
import type { ParsedRecord } from '../../core/model/parse/record';
import { readBlobs } from '../readBlobs';
import { type BranchChange, type BranchCommit, mergedCommits } from './branchHistory';
import type { CommitTree } from './commitTree';

/**
 * Reads the history of the configuration and of the procedures on a branch.
 *
 * @param history of the branch, oldest first
 * @param files those that hold procedures, or did
 * @throws where git has not all of their bytes
 */
export async function readRuleHistory(
  tree: CommitTree,
  history: readonly BranchCommit[],
  files: ReadonlySet<string>,
  period: Period,
): Promise<RuleHistory> {
  const touching = history.filter(({ changes }) => changes.some(decides));
  const blobs = touching.flatMap(({ changes }) => changes.filter(decides).flatMap(blobsOf));
  const read = (await readBlobs(tree.root, blobs)) ?? new Map<string, Buffer>();
  const text = (blob: string | undefined): string => {
    if (blob === undefined) return '';
    const bytes = read.get(blob);
    if (!bytes) throw new Error(`git cat-file ${blob}`);
    return bytes.toString('utf8');
  };
  const made = await madeBy(tree.root, touching, decides);
  const versions = configVersions(touching, made, text);
  const procedures = await procedureVersions(tree, history, files);
  const begins = versions[0]?.made;
  return {
    loosened: inForce([...configHistory(versions), ...procedureHistory(procedures)], period),
    ...(begins ? { begins } : {}),
    commits: versions.filter(({ made: { at } }) => at >= period.start && at < period.end).length,
  };
}

function blobsOf({ before, after }: BranchChange): string[] {
  return [before, after].flatMap((blob) => blob ?? []);
}

/** Whether a change is one of the configuration. */
function decides({ file, isElsewhere }: BranchChange): boolean {
  if (isElsewhere) return false;
  return isConfigText(file) || isAttributes(file);
}

function isAttributes(file: string): boolean {
  return /(?:^|\/)\.gitattributes$/.test(file);
}

/** Who made commits; of a merge also whose commits it merged, as far as they changed what counts. */
async function madeBy(
  root: string,
  commits: readonly BranchCommit[],
  counts: (change: BranchChange) => boolean,
): Promise<Map<string, RuleCommit>> {
  const made = new Map<string, RuleCommit>();
  for (const { commit, parents, at, name, address, subject, changes } of commits) {
    const files = changes.filter(counts).map(({ file }) => file);
    const merged = parents.length > 1 ? await mergedCommits(root, parents, files) : [];
    const people = [...merged, { name, address }].map((one) => `${one.name} <${one.address}>`);
    made.set(commit, { commit, at, subject, by: [...new Set(people)] });
  }
  return made;
}

function configVersions(
  commits: readonly BranchCommit[],
  made: ReadonlyMap<string, RuleCommit>,
  text: (blob: string | undefined) => string,
): ConfigVersion[] {
  const now = new Map<string, string>();
  return commits.flatMap(({ commit, changes }): ConfigVersion[] => {
    const own = changes.filter(decides);
    const guarded = own
      .filter(({ file }) => isAttributes(file))
      .map(({ file, before, after }): GuardedFile => ({ file, before: text(before), after: text(after) }));
    for (const { file, after } of own) {
      if (isAttributes(file)) continue;
      if (after === undefined) now.delete(file);
      else now.set(file, text(after));
    }
    const by = made.get(commit);
    return by
      ? [{ made: by, texts: countingTexts([...now].map(([file, text]) => ({ file, text }))), guarded }]
      : [];
  });
}

/** Every version of every procedure, oldest first. */
async function procedureVersions(
  tree: CommitTree,
  history: readonly BranchCommit[],
  files: ReadonlySet<string>,
): Promise<ProcedureVersion[]> {
  const changed = await procedureChanges(tree, history, files);
  const commits = changed.map(({ commit }) => commit);
  const made = await madeBy(tree.root, commits, ({ file }) => files.has(file));
  return changed.flatMap(({ commit, pairs }) => {
    const by = made.get(commit.commit);
    if (!by) return [];
    const came = new Map(pairs.flatMap(({ after }) => (after ? [[idOf(after), after] as const] : [])));
    const gone = new Map(
      pairs.flatMap(({ before, after }) => (before && !after ? [[idOf(before), before] as const] : [])),
    );
    return pairs.flatMap(({ file, before, after }): ProcedureVersion[] => {
      const id = idOf(after ?? before);
      // It only has another file now.
      if (!after && came.has(id)) return [];
      return [{ made: by, file, id, before: before ?? gone.get(id), after }];
    });
  });
}

function idOf(record: ParsedRecord | undefined): string {
  return record?.data.id ?? '';
}

interface ProcedurePair {
  readonly file: string;
  readonly before: ParsedRecord | undefined;
  readonly after: ParsedRecord | undefined;
}

/** The commits that changed procedures, with these before and after. */
async function procedureChanges(
  tree: CommitTree,
  history: readonly BranchCommit[],
  files: ReadonlySet<string>,
): Promise<{ readonly commit: BranchCommit; readonly pairs: readonly ProcedurePair[] }[]> {
  const touching = history
    .map((commit) => ({ commit, own: commit.changes.filter(({ file }) => files.has(file)) }))
    .filter(({ own }) => own.length > 0);
  const read = await readBlobs(
    tree.root,
    touching.flatMap(({ own }) => own.flatMap(blobsOf)),
  );
  const known = new Map<string, ParsedRecord | undefined>();
  const recordOf = (file: string, blob: string | undefined): ParsedRecord | undefined => {
    if (blob === undefined) return undefined;
    if (!known.has(blob)) {
      const bytes = read?.get(blob);
      if (!bytes) throw new Error(`git cat-file ${blob}`);
      const record = tree.recordIn(file, bytes);
      known.set(blob, record?.type === 'procedure' ? record : undefined);
    }
    return known.get(blob);
  };
  return touching.flatMap(({ commit, own }) => {
    const pairs = own.map(({ file, before, after }) => {
      return { file, before: recordOf(file, before), after: recordOf(file, after) };
    });
    const procedures = pairs.filter(({ before, after }) => before ?? after);
    return procedures.length > 0 ? [{ commit, pairs: procedures }] : [];
  });
}
