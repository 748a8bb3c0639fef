import type { TextChange } from '../../core/actions/textChange';
import { type BesideFile, planBeside } from './planBeside';
import { planFile } from './planFile';
import { planMove } from './planMove';
import { pathInside, type Repository } from './repository';
import type { FilePlan, StagedChange } from './stagedChange';
import { readStored, type StoredFile } from './storedCopies';

/** A file that a commit changes. */
export interface RequestedFile {
  readonly path: string;
  readonly change: TextChange;
  /** It is not committed yet: as it lies in the folder it goes in, without the change. */
  readonly isNew?: boolean;
  /** The absolute path that it has afterwards, where that is another one. */
  readonly movesTo?: string;
}

/** What a commit changes. */
export interface RequestedFiles {
  readonly files: readonly RequestedFile[];
  /** Files of bytes that come or go along with them, where they change at all. */
  readonly beside?: readonly BesideFile[];
}

/** What is written for each file. Unless the texts are stored nothing is written for it. */
export async function plansFor(
  { files, beside = [], signal }: RequestedFiles & { readonly signal?: AbortSignal },
  repository: Repository,
  paths: readonly string[],
  staged: StagedChange,
  { store = false } = {},
): Promise<{ readonly plans: readonly FilePlan[]; readonly stored: readonly StoredFile[] }> {
  const inside = paths.map((path) => pathInside(repository, path));
  const isNew = files.map((file) => file.isNew ?? false);
  const stored = await readStored(repository, inside, { signal, isNew });
  const moves: FilePlan[] = [];
  const plans = stored.map(async (file, index) => {
    const { path, change, movesTo } = files[index] ?? { path: '', change: { plan: () => ({ edits: [] }) } };
    if (movesTo !== undefined) {
      const place = { workPath: path, to: movesTo, change };
      const { comes, leaves } = await planMove(repository, file, place, { dryRun: !store });
      moves.push(leaves);
      return comes;
    }
    const asked = { workPath: path, change: await staged.asWritten(change, path, file) };
    return planFile(repository, file, asked, { dryRun: !store });
  });
  const own = await Promise.all(plans);
  // Nothing comes along with what is so already.
  const along = own.some(({ committed }) => committed.length > 0) ? beside : [];
  const bytes = along.map((file) => planBeside(repository, file, { dryRun: !store, signal }));
  // What leaves is nothing that messages are made from, nor is what comes along.
  return { plans: [...own, ...moves, ...(await Promise.all(bytes)).flatMap((plan) => plan ?? [])], stored };
}
