import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../core/model/text/sha256';
import { gitFolderOf } from '../gitState';
import { isRunning } from '../isRunning';
import { textIfThere } from '../openFile';
import { errorCode } from '../walk';
import { gitTopLevelOf } from '../workspaceRoot';
import { createFile } from '../writeFile';

/** Files of ours that are this old belong to nobody any more, wherever they were made. */
const oldMs = 24 * 3600 * 1000;
/** How long one other commit of ours in this work tree is waited for; then comparing HEAD decides alone. */
const turnPatienceMs = 10_000;

/** In git's own folder. */
export const folderName = 'changebook';
/** Inside of that, how notes end of commits that nobody was told of. */
export const unreportedEnding = '.unreported';
/** How notes end of files that get another name in a commit. */
export const movingEnding = '.moving';
/** Inside of that, who commits now. */
const turnName = 'turn';
const longestTurn = 4096;

/** Says this process from an earlier one with its number, as containers give the same ones again and again. */
const token = randomBytes(4).toString('hex');
let made = 0;

/** A folder inside git's own for what one commit needs for a moment. Nothing in it is ever a lock of git's. */
export class OwnFolder {
  private constructor(
    readonly parent: string,
    readonly path: string,
  ) {}

  /** Makes the folder, and sweeps away what commits left behind that were killed. */
  static make(gitFolder: string): OwnFolder {
    const parent = join(gitFolder, folderName);
    mkdirSync(parent, { recursive: true });
    sweep(parent);
    const path = join(parent, `${ownerName()}-${++made}`);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path);
    return new OwnFolder(parent, path);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Where a commit of this folder notes how files stand that get another name. */
  get movingNote(): string {
    return `${this.path}${movingEnding}`;
  }

  /**
   * Waits until no other commit of ours is under way in this work tree: two that write one entry of the index at
   * the same time would lose one's edit. It is only between ourselves; whoever does not get it goes on all the same.
   *
   * @param patienceMs how long whoever has it is waited for; where it goes from one to the next, each
   */
  async takeTurn(
    signal?: AbortSignal,
    patienceMs = turnPatienceMs,
  ): Promise<{ readonly waited: boolean; release(): void }> {
    const path = join(this.parent, turnName);
    const mine = `${ownerName()} ${this.path}`;
    const release = (): void => {
      if (textIfThere(path, longestTurn) === mine) rmSync(path, { force: true });
    };
    let end = performance.now() + patienceMs;
    let holder: string | undefined;
    for (let waited = false; performance.now() < end && !signal?.aborted; waited = true) {
      try {
        // Whole or not at all: an empty turn would be nobody's, and others would wait for it.
        if (!existsSync(path)) {
          createFile(path, mine);
          return { waited, release };
        }
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') return { waited: true, release: () => {} };
      }
      clearAbandoned(this.parent);
      const now = textIfThere(path, longestTurn);
      if (now !== holder) end = performance.now() + patienceMs;
      holder = now;
      await pause(3 + Math.random() * 12);
    }
    return { waited: true, release: () => {} };
  }
}

/** Takes away the turn of a process that is gone. */
function clearAbandoned(parent: string): void {
  const path = join(parent, turnName);
  const owner = textIfThere(path, longestTurn)?.split(' ', 1)[0];
  if (owner === undefined || !(isGone(owner) || isOld(path, owner === '' ? 100 : oldMs))) return;
  const aside = join(parent, `${ownerName()}-${++made}`);
  try {
    renameSync(path, aside);
    // Another one may have been quicker, and this is already the next one's turn.
    const taken = textIfThere(aside, longestTurn) ?? '';
    if (taken.split(' ', 1)[0] !== owner) createFile(path, taken);
  } catch {
    // Gone already, or somebody's again.
  }
  rmSync(aside, { force: true });
}

/** A name for this process on this machine. */
export function ownerName(): string {
  return `${sha256(hostname()).slice(0, 8)}-${process.pid}-${token}`;
}

/** Whether the process of a name ran on this machine and is there no more. */
export function isGone(owner: string): boolean {
  const [host, pid, itsToken] = owner.split('-');
  if (host !== ownerName().split('-')[0] || !/^\d+$/.test(pid ?? '')) return false;
  return Number(pid) === process.pid ? itsToken !== token : !isRunning(Number(pid));
}

/** Takes away what commits left behind that were killed, where nobody has committed since; without a git process. */
export function sweepLeftovers(root: string): void {
  const top = gitTopLevelOf(root);
  const parent = top && join(gitFolderOf(top), folderName);
  if (parent && statSync(parent, { throwIfNoEntry: false })?.isDirectory()) sweep(parent);
}

function sweep(parent: string): void {
  clearAbandoned(parent);
  for (const name of readdirSync(parent)) {
    if (name === turnName) continue;
    const path = join(parent, name);
    // A note is for the call that is run again, or whoever takes back what was killed.
    const isNote = name.endsWith(unreportedEnding) || name.endsWith(movingEnding);
    if ((isGone(name) && !isNote) || isOld(path, oldMs)) rmSync(path, { recursive: true, force: true });
  }
}

export function isOld(path: string, afterMs: number): boolean {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return changed !== undefined && Date.now() - changed > afterMs;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
