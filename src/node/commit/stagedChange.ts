import { existsSync } from 'node:fs';
import type { Kept } from '../../core/actions/commitFaults';
import type { TextChange } from '../../core/actions/textChange';
import { applyEdits, type TextEdit } from '../../core/model/text/edit';
import { type BesideWriting, writeBeside } from './besideFiles';
import { fault, faultOf, isLocked, lockIn, refused } from './faultError';
import { pause } from './ownFolder';
import { type Repository, runUnlocked } from './repository';
import { noBlob, type StoredFile, stagedEntries } from './storedCopies';
import type { FileMove, WorkTree } from './workTree';

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
  /** Of a file that gets another name: under the new one how it moves, under the old one that it leaves. */
  readonly move?: FileMove | 'leaves';
  /** Of a file of bytes that comes or goes with the change. */
  readonly beside?: BesideWriting;
}

/** What was written, and how it is taken back: whether it stands as before then. */
interface Written {
  readonly where: 'file' | 'index';
  readonly files: readonly string[];
  undo(): Promise<boolean>;
}

/** What is to be written into the copy that a person sees. */
interface FileEdits {
  readonly workPath: string;
  /** As git names it. */
  readonly file: string;
  readonly change: TextChange;
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

function keptOf(writings: readonly Written[]): Kept | undefined {
  const [first] = writings;
  if (!first) return undefined;
  const both = writings.some(({ where }) => where !== first.where);
  const files = new Set(writings.flatMap((writing) => writing.files));
  return { where: both ? 'both' : first.where, files: [...files].join(' ') };
}

/** Writes a change into the work tree and the index, and can take it back. */
export class StagedChange {
  private readonly writings: Written[] = [];
  /** Work tree files that were written. */
  private readonly written = new Set<string>();
  /** Texts of work tree files as they were left for hooks to look at, by path. */
  private readonly left = new Map<string, { readonly file: string; readonly text: string }>();

  constructor(
    private readonly workTree: WorkTree,
    private readonly options: { readonly signal?: AbortSignal | undefined; readonly patienceMs: number },
  ) {}

  /** What was written and not taken back; undefined where all is as it was. */
  get kept(): Kept | undefined {
    return keptOf(this.writings);
  }

  /** A change as the file has it already, where an earlier run wrote it and did not get to its commit. */
  async asWritten(change: TextChange, workPath: string, { committed }: StoredFile): Promise<TextChange> {
    if (!change.asWritten || this.written.has(workPath)) return change;
    const now = await this.workTree.read(workPath);
    return now === undefined || now === committed.text ? change : change.asWritten(committed.text, now);
  }

  /** Writes the copy that a person sees, which hooks may look at. */
  async write(repository: Repository, plans: readonly FilePlan[]): Promise<void> {
    // Whatever speaks against one of them is known before any is written.
    for (const each of await this.edits(repository, plans)) await this.writeFile(each);
    for (const { move, stored } of plans)
      if (typeof move === 'object' && !this.written.has(move.to)) await this.moveFile(move, stored.path);
    for (const { beside, workPath, stored } of plans)
      if (beside && !this.written.has(workPath)) this.writeBytes(beside, workPath, stored.path);
    for (const { beside, workPath, stored } of plans) {
      if (beside) continue;
      const text = await this.workTree.read(workPath);
      if (text !== undefined) this.left.set(workPath, { file: stored.path, text });
    }
  }

  /** Files that somebody else has edited since, such as a hook. */
  async editedByOthers(): Promise<string[]> {
    const edited: string[] = [];
    for (const [workPath, { file, text }] of this.left) {
      const now = await this.workTree.read(workPath).catch(() => undefined);
      if (now !== undefined && now !== text) edited.push(file);
    }
    return edited;
  }

  /** What would be written into it; throws what speaks against that. */
  async edits(repository: Repository, plans: readonly FilePlan[]): Promise<readonly FileEdits[]> {
    await this.waitForIndex(repository);
    const edits: FileEdits[] = [];
    for (const plan of plans) edits.push(...(await this.editsIn(plan)));
    return edits;
  }

  /**
   * Writes what is staged. This comes right before the branch moves: a crash in between leaves a staged change and
   * never its opposite, and others who commit their index at that very moment hardly ever take it along.
   */
  async stage(repository: Repository, plans: readonly FilePlan[]): Promise<void> {
    const entries = plans.filter(({ stored, stagedBlob }) => stored.staged.blob !== stagedBlob);
    if (entries.length === 0) return;
    const files = entries.map(({ stored }) => stored.path);
    // Noted before: a git that is killed may have written all the same.
    this.writings.push({ where: 'index', files, undo: () => this.unstage(repository, entries) });
    await this.setEntries(
      repository,
      entries.map((entry) => ({ ...entry.stored, mode: entry.stored.staged.mode, blob: entry.stagedBlob })),
      { add: entries.some(({ stored }) => stored.isNew) },
    );
  }

  /** Takes everything back that nobody has built on. What stands then all the same. */
  async undo(): Promise<Kept | undefined> {
    const left: Written[] = [];
    for (const writing of this.writings.splice(0).reverse())
      if (!(await writing.undo().catch(() => false))) left.push(writing);
    this.written.clear();
    return keptOf(left);
  }

  private async editsIn({ workPath, stored, change, move, beside }: FilePlan): Promise<FileEdits[]> {
    if (move || beside || this.written.has(workPath)) return [];
    const before = await this.workTree.read(workPath);
    // What a sparse checkout leaves out is not in the folder, and need not be.
    if (before === undefined && stored.flags.includes('--skip-worktree')) return [];
    if (before === undefined) throw fault('missing', { file: stored.path });
    const edits = editsOf(change, before, 'workTree');
    return edits.length > 0 ? [{ workPath, file: stored.path, change, before, edits }] : [];
  }

  private async writeFile({ workPath, file, change, before, edits }: FileEdits): Promise<void> {
    const after = applyEdits(before, edits).text;
    let applied = false;
    const undo = async (): Promise<boolean> => {
      const now = await this.workTree.read(workPath);
      if (now === undefined || now === before) return now === before;
      // Somebody went on after it; what was never written is not there to be taken back.
      const back = now === after ? inverse(before, edits) : applied ? change.undo?.(now) : [];
      return back !== undefined && (back.length === 0 || this.workTree.apply(workPath, now, back));
    };
    this.writings.push({ where: 'file', files: [file], undo });
    applied = await this.workTree.apply(workPath, before, edits);
    if (applied) this.written.add(workPath);
    else this.writings.pop();
    if (!applied) throw fault('changedMeanwhile', { file });
  }

  private async moveFile(move: FileMove, file: string): Promise<void> {
    const { from, to, before, after } = move;
    const undo = () => this.workTree.move({ from: to, to: from, before: after, after: before });
    this.writings.push({ where: 'file', files: [file], undo });
    if (!(await this.workTree.move(move))) {
      this.writings.pop();
      throw fault('changedMeanwhile', { file });
    }
    this.written.add(to);
  }

  private writeBytes(beside: BesideWriting, workPath: string, file: string): void {
    const undo = writeBeside(workPath, beside);
    if (undo) this.writings.push({ where: 'file', files: [file], undo: async () => undo() });
    this.written.add(workPath);
  }

  private async unstage(repository: Repository, entries: readonly FilePlan[]): Promise<boolean> {
    const paths = entries.map(({ stored }) => stored.path);
    // What counts is how it stands, not how git ended: it may be killed right after it wrote.
    for (let count = 0; ; count++) {
      const now = await stagedEntries(repository, paths);
      const left = entries.filter(({ stored }) => {
        const { blob = noBlob, flags = [] } = now.get(stored.path) ?? {};
        return blob !== stored.staged.blob || flags.join() !== stored.flags.join();
      });
      const mine = left.filter(({ stored: { path, staged }, stagedBlob }) =>
        [stagedBlob, staged.blob].includes(now.get(path)?.blob ?? noBlob),
      );
      if (mine.length === 0 || count > 1) return left.length === 0;
      await this.setEntries(
        repository,
        mine.map(({ stored }) => ({ ...stored, ...stored.staged })),
        { add: mine.some(({ stored, move, beside }) => stored.isNew || move === 'leaves' || beside) },
      ).catch(() => {});
    }
  }

  /** Writes entries of the repository's own index, waiting a while where something else holds it. */
  private async setEntries(
    repository: Repository,
    entries: readonly Pick<StoredFile & StoredFile['staged'], 'mode' | 'blob' | 'path' | 'flags'>[],
    { add = false } = {},
  ): Promise<void> {
    const gone = entries.filter(({ blob }) => blob === noBlob).map(({ path }) => path);
    if (gone.length > 0) await this.updateIndex(repository, ['--force-remove', '--', ...gone]);
    const there = entries.filter(({ blob }) => blob !== noBlob);
    const cacheInfo = there.flatMap(({ mode, blob, path }) => ['--cacheinfo', `${mode},${blob},${path}`]);
    if (there.length > 0) await this.updateIndex(repository, [...(add ? ['--add'] : []), ...cacheInfo]);
    // Writing an entry takes these flags from it.
    for (const { path, flags } of there)
      for (const flag of flags) await this.updateIndex(repository, [flag, '--', path]);
  }

  private async updateIndex({ top }: Repository, args: readonly string[]): Promise<void> {
    const answer = await runUnlocked(top, ['update-index', ...args], this.options.patienceMs);
    if (answer.code === 0) return;
    throw isLocked(answer) ? fault('indexLocked', { path: lockIn(answer) }) : faultOf(answer, top);
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
  if ('refusal' in plan) throw refused(plan.refusal);
  return plan.edits;
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
