import type { Repository } from '../commit/repository';
import type { FilePlan } from '../commit/stagedChange';
import { committedEntries, noBlob } from '../commit/storedCopies';
import { cannotRedo } from './cannotRedo';
import type { Theirs } from './doneByOthers';
import type { OwnCommit } from './ownCommits';
import type { Reapplying } from './reapplying';

/**
 * The file that a commit carries as evidence, where the tip lacks it, also where another of these commits had brought it; or
 * that it takes away, where nobody has a step stand on it meanwhile.
 */
export async function evidencePlans(
  own: OwnCommit,
  tip: Repository,
  { theirs, work }: { readonly theirs: Theirs; readonly work: Reapplying },
): Promise<Pick<FilePlan, 'stored' | 'newBlob'>[]> {
  const { commit, carried, redos } = own;
  if (!carried || (carried.goes && theirs.standsOn(carried))) return [];
  const { top } = tip;
  const paths = placesAbove(redos[0]?.file.path ?? '', carried.file);
  const found = await committedEntries({ top, base: carried.goes ? `${commit}^` : commit }, paths, undefined);
  const [[path, entry] = []] = found;
  if (path === undefined || !entry) return [];
  const there = (await committedEntries(tip, [path], undefined)).get(path);
  const isSame = there?.blob === entry.blob;
  if (carried.goes ? !isSame : isSame) return [];
  if (!carried.goes && there) throw cannotRedo({ code: 'evidenceThere', args: { file: path } }, own, work);
  const { mode } = entry;
  const committed = { mode, blob: there?.blob ?? noBlob, text: '' };
  const stored = { path, committed, staged: committed, flags: [], isNew: !there };
  return [{ stored, newBlob: carried.goes ? noBlob : entry.blob }];
}

/** Where a workspace's file may lie in the repository: the workspace is a folder above the record. */
function placesAbove(record: string, file: string): string[] {
  const parts = record.split('/').slice(0, -1);
  return [...parts, ''].map((_, count) => [...parts.slice(0, count), file].join('/'));
}
