import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isRunning } from '../isRunning';
import { isInside } from '../openFile';
import { errorCode } from '../walk';

/** How the folder of what is not finished yet begins. */
const prefix = '.changebook-import-';

/** A file to be made, by its path in the workspace. */
interface NewFile {
  readonly file: string;
  readonly text: string;
}

/** Files that were made, all of them, or the one that could not be. */
type Placed =
  | { readonly ok: true; takeBack(): void }
  | { readonly ok: false; readonly file: string; readonly code: string };

/**
 * Makes many files, all or none. Their texts are written beside first, so that whoever looks at the workspace meanwhile,
 * or a kill, finds each file whole or not at all; none takes the place of another.
 */
export function placeFiles(root: string, files: readonly NewFile[]): Placed {
  const made: string[] = [];
  const folders: string[] = [];
  let beside: string | undefined;
  const takeBack = (): void => {
    for (const path of made.splice(0)) rmSync(path, { force: true });
    for (const folder of folders.splice(0).reverse()) removeIfEmpty(folder);
  };
  let at = '';
  try {
    sweep(root);
    beside = mkdtempSync(join(root, `${prefix}${process.pid}-`));
    for (const [place, { file, text }] of files.entries()) {
      at = file;
      writeFileSync(join(beside, String(place)), text);
    }
    const known = new Set<string>();
    for (const [place, { file }] of files.entries()) {
      at = file;
      const path = join(root, file);
      if (!known.has(dirname(path))) makeFolder(root, dirname(path), folders);
      known.add(dirname(path));
      moveTo(join(beside, String(place)), path);
      made.push(path);
    }
    return { ok: true, takeBack };
  } catch (error) {
    takeBack();
    return { ok: false, file: at, code: errorCode(error) };
  } finally {
    if (beside) rmSync(beside, { recursive: true, force: true });
  }
}

/** Takes away what an import left behind that was killed. */
function sweep(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = name.startsWith(prefix) ? /^\d+/.exec(name.slice(prefix.length))?.[0] : undefined;
    if (pid && !isRunning(Number(pid))) rmSync(join(root, name), { recursive: true, force: true });
  }
}

function moveTo(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Some disks know no links.
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(errorCode(error))) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/** Makes a folder with those above it, and notes which were not there; none may lead out of the workspace. */
function makeFolder(root: string, folder: string, made: string[]): void {
  const missing: string[] = [];
  let there = folder;
  while (!existsSync(there)) {
    missing.push(there);
    there = dirname(there);
  }
  if (!isInside(realpathSync.native(root), realpathSync.native(there)))
    throw Object.assign(new Error('ELINK'), { code: 'ELINK' });
  for (const path of missing.reverse()) {
    mkdirSync(path);
    made.push(path);
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something there meanwhile.
  }
}
