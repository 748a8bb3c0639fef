import { realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CommitFault, FaultCode, Kept } from '../../core/actions/commitFaults';
import type { Refusal } from '../../core/actions/refusals';
import { applyEdits } from '../../core/model/text/edit';
import { errorCode } from '../walk';
import { gitTopLevelOf } from '../workspaceRoot';
import { commitTree, enterPlans, headIndex, moveBranch } from './commitTree';
import { FaultError, fault, shownOutput } from './faultError';
import { noteMoves, undoHalfMoved } from './halfMoved';
import { runHook } from './hooks';
import { OwnFolder, pause } from './ownFolder';
import { plansFor, type RequestedFile, type RequestedFiles } from './plansFor';
import { refuseDifferent } from './refuseDifferent';
import { openRepository, type Repository, refuseConflicts } from './repository';
import { type FilePlan, StagedChange } from './stagedChange';
import { noteUnreported } from './unreportedCommit';
import { filesOnDisk, type WorkTree } from './workTree';

/** One commit to be made: a record, and the records that move along with it. */
export interface CommitRequest extends RequestedFiles {
  /** The message, made from the texts that are committed, and as they were before, in the order of the files. */
  message(texts: readonly string[], before: readonly string[]): string;
  /** Files on the disk unless something else shows them. */
  readonly workTree?: WorkTree;
  readonly signal?: AbortSignal;
  /** The call that asks for it, where it may be run again without knowing that it was done. */
  readonly words?: string;
  /** How long locks of others are waited for; 3 seconds unless this says otherwise. */
  readonly lockPatienceMs?: number;
}

/** What became of a commit. */
export type CommitOutcome =
  | {
      readonly kind: 'committed';
      readonly commit: string;
      readonly subject: string;
      readonly branch: string;
      /** Files in which a hook left edits of its own. */
      readonly edited?: string;
    }
  /** It is committed already; `aligned` tells whether what a person sees was brought in line with that. */
  | { readonly kind: 'unchanged'; readonly aligned: boolean }
  /** `kept` tells what stands of the change all the same; undefined where all is as it was. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly kept?: Kept }
  /** `takeBack` takes out after all what a hook refused and the file keeps. */
  | {
      readonly kind: 'fault';
      readonly fault: CommitFault;
      readonly kept?: Kept;
      readonly takeBack?: () => Promise<boolean>;
    };

const mostTries = 40;

/**
 * Commits a change of records, and nothing else, on the branch that is checked out: the steps of the project's notes
 * on reliability, in their order. Nothing of the user's is lost, at whatever point it fails or is killed.
 */
export async function commitRecords(request: CommitRequest): Promise<CommitOutcome> {
  const { signal } = request;
  let staged: StagedChange | undefined;
  let own: OwnFolder | undefined;
  try {
    const places = placesOf(request);
    await undoHalfMoved(places.folder);
    const repository = await openRepository(places.folder, signal, mayBeFirst(request));
    own = OwnFolder.make(repository.gitFolder);
    const { waited, release } = await own.takeTurn(signal);
    try {
      const workTree = request.workTree ?? filesOnDisk(own.path);
      staged = new StagedChange(workTree, { signal, patienceMs: request.lockPatienceMs ?? 3000 });
      // Whoever had the turn before has moved HEAD.
      const first = waited ? undefined : repository;
      return await tries(request, places, { staged, own, first });
    } finally {
      release();
      own.remove();
    }
  } catch (error) {
    return ended(error, staged, request.files.some(isMoved));
  } finally {
    // Whatever stands of it now is told.
    if (own) rmSync(own.movingNote, { force: true });
  }
}

/** Files that go in as they lie follow no commit, so theirs may be the first of the repository. */
function mayBeFirst({ files }: CommitRequest): boolean {
  return files.every(({ isNew }) => isNew);
}

function isMoved({ movesTo }: RequestedFile): boolean {
  return movesTo !== undefined;
}

/** What would become of a commit: the same as of the commit itself, as far as that can be told before any hook ran. */
export type PlannedCommit =
  | Exclude<CommitOutcome, { readonly kind: 'committed' }>
  | { readonly kind: 'planned'; readonly subject: string };

/** Goes through all that a commit is refused for, and writes nothing. */
export async function planCommit(request: CommitRequest): Promise<PlannedCommit> {
  const { signal, workTree = filesOnDisk(), files } = request;
  try {
    const { folder, paths } = placesOf(request);
    const repository = await openRepository(folder, signal, mayBeFirst(request));
    await refuseConflicts(repository, signal);
    const staged = new StagedChange(workTree, { signal, patienceMs: 0 });
    const { plans, stored } = await plansFor(request, repository, paths, staged);
    const edits = await staged.edits(repository, plans);
    if (plans.some(({ committed }) => committed.length > 0)) {
      const before = plans.map((plan) => plan.stored.committed.text);
      const message = request.message(plans.map(textAfter), before);
      return { kind: 'planned', subject: message.split('\n', 1)[0] ?? '' };
    }
    await refuseDifferent(repository, files, stored);
    const restaged = plans.some(({ stored: { staged: now }, stagedBlob }) => now.blob !== stagedBlob);
    return { kind: 'unchanged', aligned: edits.length > 0 || restaged };
  } catch (error) {
    return ended(error, undefined, false);
  }
}

interface Work {
  readonly staged: StagedChange;
  readonly own: OwnFolder;
  /** The repository as it was just looked at. */
  readonly first: Repository | undefined;
}

/** Makes the commit on HEAD as it is; where others were quicker, again on theirs. */
async function tries(request: CommitRequest, { folder, paths }: Places, work: Work): Promise<CommitOutcome> {
  const end = performance.now() + (request.lockPatienceMs ?? 3000);
  let locked = '';
  for (let count = 0; count < mostTries; count++) {
    if (count > 0) await pause(Math.random() * Math.min(400, 8 * 2 ** Math.min(count, 6)));
    if (request.signal?.aborted) throw fault('cancelled');
    const known = count === 0 ? work.first : undefined;
    const repository = known ?? (await openRepository(folder, request.signal, mayBeFirst(request)));
    const outcome = await attempt(request, repository, paths, work);
    if (typeof outcome === 'object' && 'kind' in outcome) return outcome;
    // Under which name a file stands is looked up again.
    if (request.files.some(isMoved) && (await work.staged.undo()))
      throw fault('headMoves', { tries: count + 1 });
    locked = typeof outcome === 'object' ? outcome.locked : '';
    if (locked !== '' && performance.now() > end) throw fault('refLocked', { path: locked });
  }
  throw locked === '' ? fault('headMoves', { tries: mostTries }) : fault('refLocked', { path: locked });
}

async function attempt(
  request: CommitRequest,
  repository: Repository,
  paths: readonly string[],
  { staged, own }: Work,
): Promise<CommitOutcome | 'headMoved' | { readonly locked: string }> {
  const { signal } = request;
  const [index, { plans, stored }] = await bothOf(
    headIndex(repository, own.path, signal),
    plansFor(request, repository, paths, staged, { store: true }),
  );
  const changed = plans.filter(({ committed }) => committed.length > 0);
  if (changed.length === 0) {
    await staged.write(repository, plans);
    await staged.stage(repository, plans);
    await refuseDifferent(repository, request.files, stored);
    return { kind: 'unchanged', aligned: staged.kept !== undefined };
  }
  await noteMoves(own.movingNote, repository.top, plans);
  await bothOf(staged.write(repository, plans), enterPlans(repository, changed, index, signal));
  const before = plans.map(({ stored }) => stored.committed.text);
  const message = request.message(plans.map(textAfter), before);
  const making = commitTree(repository, changed, { index, folder: own.path, message }, signal);
  // Hooks and passphrases may take their time, in which nothing is left staged.
  if (repository.signs || repository.hooks.size > 0) await making;
  const [made] = await bothOf(making, staged.stage(repository, plans));
  const subject = made.message.split('\n', 1)[0] ?? '';
  if (request.words !== undefined)
    noteUnreported(own.parent, request.words, { commit: made.commit, subject });
  const moved = await moveBranch(repository, made.commit, subject);
  if (moved !== 'moved') return moved;
  // Its commit is made, so what this hook says is no fault of the commit.
  await runHook(repository, 'post-commit', [], { index: repository.index }).catch(() => {});
  const edited = repository.hooks.size > 0 ? await staged.editedByOthers() : [];
  const beside = edited.length > 0 ? { edited: edited.join(' ') } : {};
  return { kind: 'committed', commit: made.commit, subject, branch: repository.branch, ...beside };
}

/** Waits for both, also where one fails: nothing is taken back while the other is still writing. */
async function bothOf<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'rejected') throw a.reason;
  if (b.status === 'rejected') throw b.reason;
  return [a.value, b.value];
}

function textAfter({ stored, committed }: FilePlan): string {
  return stored.isNew ? stored.committed.text : applyEdits(stored.committed.text, committed).text;
}

interface Places {
  /** Top of the work tree. */
  readonly folder: string;
  readonly paths: readonly string[];
}

/** Real paths of the files, which must be in one repository. */
function placesOf({ files }: CommitRequest): Places {
  const paths = files.map(({ path }) => {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      throw fault('missing', { file: path });
    }
  });
  const [first = ''] = paths;
  const top = gitTopLevelOf(dirname(first));
  if (!top) throw fault('noRepository', { file: first });
  const other = paths.find((path) => gitTopLevelOf(dirname(path)) !== top);
  if (other) throw fault('otherRepository', { file: other });
  return { folder: top, paths };
}

/** What the system says of a disk that takes no more, or undefined. */
const diskFaults: { readonly [code: string]: FaultCode } = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EROFS: 'readOnly',
};

async function ended(
  error: unknown,
  staged: StagedChange | undefined,
  moves: boolean,
): Promise<Exclude<CommitOutcome, { readonly kind: 'committed' | 'unchanged' }>> {
  const known =
    error instanceof FaultError
      ? moves && error.fault.code === 'hookFailed'
        ? fault('hookRefused', error.fault.args)
        : error
      : fault(diskFaults[errorCode(error)] ?? 'failed', {
          output: shownOutput(error instanceof Error ? error.message : String(error)),
        });
  // A hook's refusal may be answered and the same command run again; all else leaves no trace.
  const keeps = known.fault.code === 'hookFailed';
  const edited = (await staged?.editedByOthers())?.join(' ') ?? '';
  const stands = keeps ? staged?.kept : await staged?.undo();
  const kept =
    edited === '' ? stands : stands ? { ...stands, edited } : { where: 'edits' as const, files: edited };
  const left = kept ? { kept } : {};
  if (known.refusal) return { kind: 'refused', refusal: known.refusal, ...left };
  const takeBack =
    stands && keeps && staged ? { takeBack: async () => (await staged.undo()) === undefined } : {};
  return { kind: 'fault', fault: known.fault, ...left, ...takeBack };
}
