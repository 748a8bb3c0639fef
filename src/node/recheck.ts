import { standardChangesOf } from '../core/procedure/standardFacts';
import type { KeptCheck } from './cache/keptVerdict';
import { changedAnswers } from './changedAnswers';
import { gitIdentity, historyBetween } from './gitIdentity';
import type { IndexSince } from './indexSince';
import type { AskingFiles } from './readRecords';
import { isWithin, sameHistory } from './stillHolds';

/** What is known of now, to compare a verdict with. */
interface Now {
  readonly root: string;
  readonly now: number;
  readonly asking: AskingFiles;
}

/**
 * The files whose findings may be others than in an earlier check: what changed and whoever looks at it, whatever time has
 * passed over, whoever asked the disk or git something that has another answer now, and what is never kept.
 */
export async function toRecheck(
  { verdict, basis }: KeptCheck,
  { changed, concerned, index }: IndexSince,
  { root, now, asking }: Now,
): Promise<Set<string>> {
  const { asked, git } = verdict.grounds;
  const files = new Set(concerned);
  const add = (more: Iterable<string>): void => {
    for (const file of more) files.add(file);
  };
  const addRows = (rows: readonly number[]): void => add(rows.flatMap((row) => basis.files[row] ?? []));
  addRows(basis.again);
  const paths = new Set([...changed, ...changedAnswers(root, asked)]);
  for (const [path, askers] of basis.askers) if (paths.has(path)) addRows(askers);
  addRows(basis.held.flatMap(([row, ...held]) => (isWithin(held, now) ? [] : [row])));
  const identity = asking.names.length + asking.history.length > 0 ? await gitIdentity(root) : git;
  if (identity?.names !== git?.names) add(asking.names);
  if (sameHistory(identity, git)) return files;
  const between =
    identity && git && !identity.cut && !git.cut
      ? await historyBetween(root, git.head, identity.head)
      : undefined;
  // A record without an id is told of by its file.
  const told = new Set(
    [...(between?.records ?? [])].flatMap((record) => [record, ...index.filesWithId(record)]),
  );
  const isTold = (file: string): boolean =>
    between === undefined || between.files.has(file) || told.has(file);
  for (const file of asking.history.filter(isTold)) add([file, ...standardChangesOf(file, index)]);
  return files;
}
