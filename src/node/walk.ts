import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { configFolder } from '../core/config/configFiles';
import { IgnoreRules } from './ignoreRules';
import { nestedWorkspaceTest } from './nestedWorkspaceTest';
import { isInside } from './openFile';
import { gitTopLevelOf, isFolder, isLinkedWorkTree } from './workspaceRoot';

/** What tells whether a file changed: size, times and inode, as one text of letters and digits. */
export type FileStamp = string;

/** A markdown file of a workspace. */
export interface FoundFile {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly stamp: FileStamp;
}

/** Something that could not be read, and why, in the system's word (`ENOENT`, `EACCES`). */
export interface Unreadable {
  readonly path: string;
  readonly code: string;
}

/** What a walk through a workspace found. */
export interface WalkResult {
  readonly files: readonly FoundFile[];
  /** Folders inside that are workspaces of their own; they were not entered. */
  readonly nested: readonly string[];
  /**
   * Folders inside that have a configuration, relative to the workspace, whose records are the workspace's all the
   * same: its own configuration does not name them.
   */
  readonly enclosed: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** The same while it walks. */
type Walk = { readonly [name in keyof WalkResult]: WalkResult[name][number][] };

/** What a walk goes by. */
interface Way {
  readonly root: string;
  /** Whether a folder inside with a configuration of its own is a workspace of its own. */
  readonly standsAlone: (inside: string) => boolean;
}

/** Walks a workspace for markdown files: no ignored folder and no other work tree is entered, no link followed. */
export function walkWorkspace(root: string): WalkResult {
  const result: Walk = { files: [], nested: [], enclosed: [], unreadable: [] };
  const way = {
    root,
    standsAlone: isFolder(join(root, configFolder)) ? nestedWorkspaceTest(root) : () => true,
  };
  walkFolder(
    way,
    '',
    IgnoreRules.above(root, (path, error) => tell(path, error, result)),
    result,
  );
  return result;
}

function walkFolder(way: Way, inside: string, rules: IgnoreRules, result: Walk): void {
  const folder = join(way.root, inside);
  const entries = entriesOf(folder, (error) => tell(folder, error, result));
  // The records of another branch are no second ones of this.
  const isTop = inside !== '' && entries.some(({ name }) => name === '.git');
  if (isTop && isLinkedWorkTree(folder)) return;
  if (inside !== '' && entries.some((entry) => entry.name === configFolder && entry.isDirectory())) {
    if (way.standsAlone(inside)) {
      result.nested.push(folder);
      return;
    }
    result.enclosed.push(inside);
  }
  const hasRules = inside !== '' && entries.some((entry) => entry.name === '.gitignore');
  const here = hasRules ? rules.entering(folder, (path, error) => tell(path, error, result)) : rules;
  // To join each name with care takes as long as to ask for the state of its file.
  const before = folder.endsWith(sep) ? folder : folder + sep;
  for (const entry of entries) {
    const path = before + entry.name;
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== configFolder && !here.excludes(path, true)) walkFolder(way, name, here, result);
    } else if (entry.name.endsWith('.md') && !here.excludes(path, false)) {
      addFile(way.root, { path, file: name, entry }, result);
    }
  }
}

/** What is in a folder, in order; empty where it cannot be read, which is reported. */
export function entriesOf(folder: string, unread: (error: unknown) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    unread(error);
    return [];
  }
}

/** A file that a walk comes by: its path on the disk, and in the workspace. */
interface MetFile {
  readonly path: string;
  readonly file: string;
  readonly entry: Dirent;
}

function addFile(root: string, { path, file, entry }: MetFile, result: Walk): void {
  try {
    if (entry.isSymbolicLink()) {
      tellLink(path, root, result);
      return;
    }
    const stats = statSync(path);
    if (stats.isFile()) result.files.push({ file, stamp: stampOf(stats) });
    else result.unreadable.push({ path, code: 'ENOTFILE' });
  } catch (error) {
    // Editors leave links behind that only tell who has a file open.
    if (!entry.name.startsWith('.#')) tell(path, error, result);
  }
}

/**
 * What a link leads to is walked in its own place, or is none of the workspace's; news are one that leads to nothing or
 * to what is no file, and one out of the repository: nobody else can have what it leads to.
 */
function tellLink(path: string, root: string, { unreadable }: Walk): void {
  const stats = statSync(path);
  if (stats.isDirectory()) return;
  if (!stats.isFile()) unreadable.push({ path, code: 'ENOTFILE' });
  else if (!isInside(realpathSync.native(gitTopLevelOf(root) ?? root), realpathSync.native(path)))
    unreadable.push({ path, code: 'ELINK' });
}

function tell(path: string, error: unknown, { unreadable }: Walk): void {
  unreadable.push({ path, code: errorCode(error) });
}

const numbers = new Float64Array(4);
const numberBytes = Buffer.from(numbers.buffer);

/** The stamp of a file's state. Numbers as digits would take longer than to ask for them. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileStamp {
  numbers[0] = size;
  numbers[1] = mtimeMs;
  numbers[2] = ctimeMs;
  numbers[3] = ino;
  return numberBytes.toString('base64');
}

/** When a file changed last, by the stamp of its state: milliseconds since 1970. */
export function changeTime(stamp: FileStamp): number {
  numberBytes.write(stamp, 'base64');
  return numbers[2] ?? 0;
}

/** The system's word for an error of the file system. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'EUNKNOWN';
}
