import { lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { CommitFault } from '../../core/actions/commitFaults';
import { configFile, type SetupFile, type SetupPlan } from '../../core/setup/planSetup';
import type { SetupFault } from '../../core/setup/setupFault';
import { type CommitOutcome, commitRecords } from '../commit/commitRecords';
import { FaultError, fault, shownOutput } from '../commit/faultError';
import { openRepository, refuseConflicts } from '../commit/repository';
import { committedEntries } from '../commit/storedCopies';
import { runGit } from '../gitProcess';
import { IgnoreRules } from '../ignoreRules';
import { readFileText } from '../readText';
import { errorCode } from '../walk';
import { gitTopLevelOf, mayBeInRepository } from '../workspaceRoot';
import { createFile } from '../writeFile';

/** What becomes of the files of a setup. */
export interface LookedAt {
  /** Those that are written. */
  readonly fresh: readonly SetupFile[];
  /** Those that go into the commit as they lie there: an earlier run wrote them and was ended before its commit. */
  readonly left: readonly SetupFile[];
  /** Those that are there already, and stay as they are. */
  readonly there: readonly string[];
  /** Whether there is a repository to commit them in. */
  readonly commits: boolean;
}

/** How a setup ended. */
export type SetupOutcome =
  | Extract<CommitOutcome, { readonly kind: 'committed' }>
  | { readonly kind: 'written' }
  | ({ readonly kind: 'failed' } & SetupFault);

/** Looks at everything that speaks against a setup before anything is written. */
export async function lookAt(
  root: string,
  { files }: Pick<SetupPlan, 'files'>,
): Promise<LookedAt | SetupFault> {
  try {
    const ignored = files.find(({ file }) => isIgnored(root, file));
    if (ignored) return { ignored: ignored.file };
    const missing = files.filter(({ file }) => !isThere(root, file));
    const same = files.filter(({ file, text }) => readFileText(root, file)?.text === text);
    const top = gitTopLevelOf(root);
    if (top === undefined && mayBeInRepository(root)) await refuseBare(root);
    const committed = top === undefined ? new Set<string>() : await committedOf(root, top, files);
    const gone = missing.find(({ file }) => committed.has(file));
    if (gone) throw fault('missing', { file: gone.file });
    const left = same.filter(({ file }) => top !== undefined && !committed.has(file));
    const taken = new Set([...missing, ...left]);
    const there = files.filter((each) => !taken.has(each)).map(({ file }) => file);
    return { fresh: missing, left, there, commits: top !== undefined };
  } catch (error) {
    return { fault: faultIn(error) };
  }
}

/** The files of a bare repository are no place for others. */
async function refuseBare(root: string): Promise<void> {
  const { code, out } = await runGit(root, ['rev-parse', '--is-bare-repository']);
  if (code === 0 && out.toString('latin1').trim() === 'true') throw fault('bare');
}

/** Files that the last commit has, in a repository that takes another one. */
async function committedOf(root: string, top: string, files: readonly SetupFile[]): Promise<Set<string>> {
  const repository = await openRepository(top, undefined, true);
  await refuseConflicts(repository);
  const inside = relative(top, root).split(sep).join('/');
  const pathOf = (file: string): string => (inside === '' ? file : `${inside}/${file}`);
  const entries = await committedEntries(
    repository,
    files.map(({ file }) => pathOf(file)),
    undefined,
  );
  return new Set(files.flatMap(({ file }) => (entries.has(pathOf(file)) ? [file] : [])));
}

/** Writes what is not there yet and makes one commit of that; where it cannot, what was written is taken back. */
export async function writeSetup(
  root: string,
  { message }: Pick<SetupPlan, 'message'>,
  { fresh, left, commits }: LookedAt,
): Promise<SetupOutcome> {
  const written = new Written(root);
  try {
    // The configuration comes last: whoever ends this half-way can run it again.
    const last = (file: SetupFile): number => (file.file === configFile ? 1 : 0);
    for (const file of [...fresh].sort((a, b) => last(a) - last(b))) written.add(file);
    if (!commits) return { kind: 'written' };
    const files = [...fresh, ...left].map(({ file }) => file);
    let outcome = await commitFiles(root, files, message);
    // Hooks that format what is committed do so once; with that the same commit goes through.
    if (isOfHook(outcome) && written.takeOver()) outcome = await commitFiles(root, files, message);
    if (outcome.kind === 'committed') return outcome;
    if (isOfHook(outcome)) written.takeOver();
    throw outcome.kind === 'fault' ? new FaultError(outcome.fault) : fault('headMoves', { tries: 1 });
  } catch (error) {
    written.takeBack();
    return { kind: 'failed', fault: faultIn(error) };
  }
}

async function commitFiles(root: string, files: readonly string[], message: string): Promise<CommitOutcome> {
  const change = { plan: () => ({ edits: [] }) };
  const outcome = await commitRecords({
    files: files.map((file) => ({ path: join(root, file), change, isNew: true })),
    message: () => message,
  });
  if (outcome.kind === 'fault') await outcome.takeBack?.();
  return outcome;
}

function isOfHook(outcome: CommitOutcome): boolean {
  return outcome.kind === 'fault' && /^hook(?:Files|Failed)$/.test(outcome.fault.code);
}

/** Files and folders that were made, so that they can be taken away again. */
class Written {
  private readonly files: SetupFile[] = [];
  private readonly folders: string[] = [];

  constructor(private readonly root: string) {}

  add({ file, text }: SetupFile): void {
    try {
      this.addFolder(dirname(file));
      createFile(join(this.root, file), text);
      this.files.push({ file, text });
    } catch (error) {
      const code = errorCode(error);
      if (/^(?:ELINK|ELOOP|ENOTDIR|EISDIR|EEXIST)$/.test(code)) throw fault('inTheWay', { file });
      throw code === 'ENOSPC' ? fault('diskFull') : fault('notWritten', { file, code });
    }
  }

  /** No link is followed: what lies behind it may be anywhere. */
  private addFolder(folder: string): void {
    if (folder === '.') return;
    const path = join(this.root, folder);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return;
    if (stats) throw Object.assign(new Error(folder), { code: stats.isSymbolicLink() ? 'ELINK' : 'ENOTDIR' });
    this.addFolder(dirname(folder));
    mkdirSync(path);
    this.folders.push(path);
  }

  /** Takes what a hook has made of the files for what was written; whether it has made anything of them. */
  takeOver(): boolean {
    let isOther = false;
    for (const [place, { file, text }] of this.files.entries()) {
      const now = readFileText(this.root, file)?.text;
      if (now === undefined || now === text) continue;
      this.files[place] = { file, text: now };
      isOther = true;
    }
    return isOther;
  }

  /** A file that somebody has edited meanwhile stays, and so does a folder with anything in it. */
  takeBack(): void {
    for (const { file, text } of this.files)
      if (readFileText(this.root, file)?.text === text) rmSync(join(this.root, file), { force: true });
    for (const folder of this.folders.reverse()) {
      try {
        rmdirSync(folder);
      } catch {
        // Something else is in it by now.
      }
    }
  }
}

function isThere(root: string, file: string): boolean {
  try {
    return lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A file stands where a folder has to be: writing says so.
    return false;
  }
}

/** Whether a `.gitignore` keeps a file out, by its own path or by that of a folder above it. */
function isIgnored(root: string, file: string): boolean {
  let rules = IgnoreRules.above(root);
  const parts = file.split('/');
  for (let count = 1; count < parts.length; count++) {
    const folder = join(root, ...parts.slice(0, count));
    if (rules.excludes(folder, true)) return true;
    rules = rules.entering(folder);
  }
  return rules.excludes(join(root, file), false);
}

function faultIn(error: unknown): CommitFault {
  if (error instanceof FaultError) return error.fault;
  return fault('failed', { output: shownOutput(error instanceof Error ? error.message : String(error)) })
    .fault;
}
