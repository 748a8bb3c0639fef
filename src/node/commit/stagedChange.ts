import { existsSync, statSync } from 'node:fs';
import type { TextChange } from '../../core/actions/textChange';
import { applyEdits, type TextEdit } from '../../core/model/text/edit';
import { runGit } from '../gitProcess';
import { FaultError, fault, faultOf, isLocked, lockIn } from './faultError';
import { pause } from './ownFolder';
import type { Repository } from './repository';
import { emptyBlobs, noBlob, type StoredFile, stagedEntries, storeText } from './storedCopies';
import { filesOnDisk, type WorkTree } from './workTree';

/** What is written for one file, in each of its copies. */
export interface FilePlan {
  readonly stored: StoredFile;
  /** Absolute path of the copy that a person sees. */
  readonly workPath: string;
  readonly change: TextChange;
  readonly committed: readonly TextEdit[];
  /** Id of the text that is committed. */
  readonly newBlob: string;
  /** Id of the text that is staged; the same where nothing else is staged. */
  readonly stagedBlob: string;
}

type Undo = () => Promise<boolean>;

/** Writes a change into the work tree and the index, and can take it back. */
export class StagedChange {
  private readonly undos: Undo[] = [];
  /** Work tree files that were written. */
  private readonly written = new Set<string>();

  constructor(
    private readonly workTree: WorkTree,
    private readonly options: { readonly signal?: AbortSignal | undefined; readonly patienceMs: number },
  ) {}

  /** Whether anything was written that was not taken back. */
  get isEmpty(): boolean {
    return this.undos.length === 0;
  }

  /** Writes the copy that a person sees, which hooks may look at. */
  async write(repository: Repository, plans: readonly FilePlan[]): Promise<void> {
    await this.waitForIndex(repository);
    for (const plan of plans) await this.writeFile(plan);
  }

  /**
   * Writes what is staged. This comes right before the branch moves: a crash in between leaves a staged change and
   * never its opposite, and others who commit their index at that very moment hardly ever take it along.
   */
  async stage(repository: Repository, plans: readonly FilePlan[]): Promise<void> {
    const entries = plans.filter(({ stored, stagedBlob }) => stored.staged.blob !== stagedBlob);
    if (entries.length === 0) return;
    await this.setEntries(
      repository,
      entries.map((entry) => ({ ...entry.stored, mode: entry.stored.staged.mode, blob: entry.stagedBlob })),
    );
    this.undos.push(() => this.unstage(repository, entries));
  }

  /** Takes everything back that nobody has built on. Whether all of it could be. */
  async undo(): Promise<boolean> {
    let all = true;
    for (const undo of this.undos.splice(0).reverse()) all = (await undo().catch(() => false)) && all;
    this.written.clear();
    return all;
  }

  private async writeFile({ workPath, stored, change }: FilePlan): Promise<void> {
    if (this.written.has(workPath)) return;
    const before = await this.workTree.read(workPath);
    // What a sparse checkout leaves out is not in the folder, and need not be.
    if (before === undefined && stored.flags.includes('--skip-worktree')) return;
    if (before === undefined) throw fault('missing', { file: stored.path });
    const edits = editsOf(change, before, 'workTree');
    if (edits.length === 0) return;
    if (!(await this.workTree.apply(workPath, before, edits)))
      throw fault('changedMeanwhile', { file: stored.path });
    this.written.add(workPath);
    const after = applyEdits(before, edits).text;
    this.undos.push(async () => {
      const now = await this.workTree.read(workPath);
      if (now === undefined) return false;
      const back = now === after ? inverse(before, edits) : change.undo?.(now);
      return back !== undefined && (back.length === 0 || this.workTree.apply(workPath, now, back));
    });
  }

  private async unstage(repository: Repository, entries: readonly FilePlan[]): Promise<boolean> {
    const now = await stagedEntries(
      repository,
      entries.map(({ stored }) => stored.path),
    );
    const mine = entries.filter(({ stored, stagedBlob }) => now.get(stored.path)?.blob === stagedBlob);
    if (mine.length > 0)
      await this.setEntries(
        repository,
        mine.map(({ stored }) => ({ ...stored, ...stored.staged })),
      );
    return mine.length === entries.length;
  }

  /** Writes entries of the repository's own index, waiting a while where something else holds it. */
  private async setEntries(
    repository: Repository,
    entries: readonly Pick<StoredFile & StoredFile['staged'], 'mode' | 'blob' | 'path' | 'flags' | 'isNew'>[],
  ): Promise<void> {
    const gone = entries.filter(({ blob }) => blob === noBlob).map(({ path }) => path);
    if (gone.length > 0) await this.updateIndex(repository, ['--force-remove', '--', ...gone]);
    const there = entries.filter(({ blob }) => blob !== noBlob);
    const cacheInfo = there.flatMap(({ mode, blob, path }) => ['--cacheinfo', `${mode},${blob},${path}`]);
    const add = there.some(({ isNew }) => isNew) ? ['--add'] : [];
    if (there.length > 0) await this.updateIndex(repository, [...add, ...cacheInfo]);
    // Writing an entry takes these flags from it.
    for (const { path, flags } of there)
      for (const flag of flags) await this.updateIndex(repository, [flag, '--', path]);
  }

  private async updateIndex({ top }: Repository, args: readonly string[]): Promise<void> {
    const end = performance.now() + this.options.patienceMs;
    for (;;) {
      const answer = await runGit(top, ['update-index', ...args]);
      if (answer.code === 0) return;
      if (!isLocked(answer)) throw faultOf(answer, top);
      if (performance.now() > end) throw fault('indexLocked', { path: lockIn(answer) });
      await pause(20 + Math.random() * 60);
    }
  }

  private async waitForIndex({ index }: Repository): Promise<void> {
    const end = performance.now() + this.options.patienceMs;
    while (existsSync(`${index}.lock`)) {
      if (this.options.signal?.aborted) throw fault('cancelled');
      if (performance.now() > end) throw fault('indexLocked', { path: `${index}.lock` });
      await pause(20);
    }
  }
}

/** The edits of a change in one copy; throws what speaks against it. */
export function editsOf(
  change: TextChange,
  text: string,
  copy: Parameters<TextChange['plan']>[1],
): readonly TextEdit[] {
  const plan = change.plan(text, copy);
  if ('refusal' in plan) throw new FaultError({ code: 'failed', args: {} }, plan.refusal);
  return plan.edits;
}

/** Plans a change of one file in what is committed and what is staged, and stores the texts that it makes. */
export async function planFile(
  repository: Repository,
  stored: StoredFile,
  file: Pick<FilePlan, 'workPath' | 'change'>,
): Promise<FilePlan> {
  const { workPath, change } = file;
  if (stored.isNew) return planNewFile(repository, stored, file);
  const { committed, staged } = stored;
  const edits = editsOf(change, committed.text, 'committed');
  const store = (text: string, own: readonly TextEdit[]): Promise<string> =>
    storeText(repository, applyEdits(text, own).text);
  const same = committed.blob === staged.blob;
  const stagedEdits = same ? edits : editsOf(change, staged.text, 'staged');
  const [newBlob, stagedBlob] = await Promise.all([
    edits.length > 0 ? store(committed.text, edits) : committed.blob,
    same || stagedEdits.length === 0 ? undefined : store(staged.text, stagedEdits),
  ]);
  const own = same ? newBlob : (stagedBlob ?? staged.blob);
  return { stored, workPath, change, committed: edits, newBlob, stagedBlob: own };
}

/** A new file is committed as it lies in the folder; what somebody staged of it otherwise is not thrown away. */
async function planNewFile(
  repository: Repository,
  stored: StoredFile,
  { workPath, change }: Pick<FilePlan, 'workPath' | 'change'>,
): Promise<FilePlan> {
  const { path, staged, committed } = stored;
  // Not what an editor shows: that has no byte order mark and no line endings of its own.
  const text = await filesOnDisk().read(workPath);
  if (text === undefined) throw fault('missing', { file: path });
  const newBlob = await storeText(repository, text, { path });
  if (![noBlob, newBlob, ...emptyBlobs].includes(staged.blob)) throw fault('stagedOtherwise', { file: path });
  const executable = ((statSync(workPath, { throwIfNoEntry: false })?.mode ?? 0) & 0o100) !== 0;
  const mode = staged.blob === newBlob ? staged.mode : executable ? '100755' : '100644';
  return {
    stored: { ...stored, committed: { ...committed, mode, text }, staged: { ...staged, mode } },
    workPath,
    change,
    committed: [{ range: { start: 0, end: 0 }, text }],
    newBlob,
    stagedBlob: newBlob,
  };
}

/** Edits that make the text before of the text after. */
function inverse(before: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ range, text }) => {
      const start = range.start + shift;
      shift += text.length - (range.end - range.start);
      const old = before.slice(range.start, range.end);
      return { range: { start, end: start + text.length }, text: old };
    });
}
