import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { forgetFolder, removeQuietly } from '../cache/cacheFolder';
import { isOfWorkspace } from '../checkBase';
import { DiskFacts } from '../diskFacts';
import { isRunning } from '../isRunning';
import { readBlobs } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';
import { errorCode } from '../walk';

/** How folders of copies begin; then comes the process that made one. */
const folderPrefix = 'changebook-replay-';
/** What a process that was killed left behind is nobody's after this long. */
const oldMs = 24 * 3600 * 1000;
/** Files that are read in one go. */
const mostAtOnce = 500;
/** What is longer is neither a record nor a configuration, in bytes. */
const largestFile = 20_000_000;

/** What names a copy of a commit has besides. */
export interface CopiedNames {
  readonly tags: readonly { readonly name: string; readonly object: string }[];
  readonly branches: readonly string[];
}

/** The records and the configuration of a commit in a folder of their own, whose history ends with that commit. */
export interface CommitCopy {
  /** The workspace in it. */
  readonly root: string;
  /** What the commit holds, where only the names of files matter. */
  readonly facts: DiskFacts;
  remove(): void;
}

/**
 * Copies what decides in a commit: nothing is checked out, and nothing of the repository's own configuration counts,
 * since git's objects are all that is taken from it.
 *
 * @param root a folder of the repository
 * @param workspace path of the workspace in the repository
 * @returns undefined where objects of the commit are missing
 */
export async function copyCommit(
  root: string,
  commit: string,
  workspace: string,
  names: CopiedNames,
): Promise<CommitCopy | undefined> {
  const [listed, objects] = await Promise.all([
    readOnlyGit(root, ['ls-tree', '-r', '-z', '--long', '--full-tree', commit]),
    readOnlyGit(root, ['rev-parse', '--git-path', 'objects']),
  ]);
  if (listed.code !== 0 || objects.code !== 0) return undefined;
  sweep();
  const top = realpathSync.native(mkdtempSync(join(tmpdir(), `${folderPrefix}${process.pid}-`)));
  const inside = join(top, workspace);
  const remove = (): void => {
    removeQuietly(top);
    forgetFolder(inside);
  };
  try {
    writeGitFolder(top, commit, resolve(root, objects.out.toString('utf8').replace(/\n$/, '')), names);
    mkdirSync(inside, { recursive: true });
    const files = filesIn(listed.out.toString('utf8'));
    if (!(await writeFiles(root, top, files))) {
      remove();
      return undefined;
    }
    const prefix = workspace === '' ? '' : `${workspace}/`;
    const own = files
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ path }) => path.slice(prefix.length));
    return { root: inside, facts: new CommitFacts(inside, own), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A folder that git takes for a repository: one commit, and the objects of another repository. */
function writeGitFolder(top: string, commit: string, objects: string, { tags, branches }: CopiedNames): void {
  const folder = join(top, '.git');
  mkdirSync(join(folder, 'objects/info'), { recursive: true });
  mkdirSync(join(folder, 'refs'));
  const isSha256 = commit.length === 64;
  const format = isSha256 ? '[extensions]\n\tobjectformat = sha256\n' : '';
  const version = isSha256 ? 1 : 0;
  // A graph of commits lies among the objects, and somebody may have written other parents and times into it.
  const core = `\trepositoryformatversion = ${version}\n\tbare = false\n\tautocrlf = false\n\tcommitGraph = false\n`;
  writeFileSync(join(folder, 'config'), `[core]\n${core}${format}`);
  writeFileSync(join(folder, 'objects/info/alternates'), `${objects.replaceAll('\\', '/')}\n`);
  writeFileSync(join(folder, 'HEAD'), `${commit}\n`);
  const refs = [
    ...tags.map(({ name, object }) => [`refs/tags/${name}`, object] as const),
    ...branches.map((name) => [`refs/heads/${name}`, commit] as const),
  ].filter(([name]) => isRefName(name));
  const lines = refs.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, id]) => `${id} ${name}\n`);
  writeFileSync(join(folder, 'packed-refs'), lines.join(''));
}

/** Whether git could have a reference of that name. */
function isRefName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: git takes none in a name.
  return !/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|(?:^|\/)\.|\.(?:lock)?(?:\/|$)|\/$/.test(name);
}

interface ListedFile {
  readonly path: string;
  readonly mode: string;
  readonly blob: string;
  readonly size: number;
}

/** Signs in a name that mean something else to the system. */
const oddSigns = process.platform === 'win32' ? /[\\:]/ : /\0/;

/** The files of a listing, without those whose paths would lead elsewhere: git checks such out neither. */
function filesIn(listing: string): ListedFile[] {
  return listing.split('\0').flatMap((line) => {
    const [, mode = '', blob = '', size = '', path = ''] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line) ?? [];
    const parts = path.split('/');
    const isOdd = parts.some((part) => /^(?:|\.|\.\.|\.git|git~1)$/i.test(part) || oddSigns.test(part));
    return path === '' || isOdd ? [] : [{ path, mode, blob, size: Number(size) || 0 }];
  });
}

/** Whether the text of a file may be asked for: records, what decides, and what links lead into. */
function isRead({ path, mode, size }: ListedFile): boolean {
  if (mode === '160000' || size > largestFile) return false;
  return mode === '120000' || isOfWorkspace(path) || /\.(?:mdx|html?|txt|rst|adoc)$/i.test(path);
}

async function writeFiles(root: string, top: string, files: readonly ListedFile[]): Promise<boolean> {
  // A link last: nothing is ever written through one.
  const wanted = files.filter(isRead).sort((one, other) => Number(isLink(one)) - Number(isLink(other)));
  const folders = new Set<string>();
  for (let first = 0; first < wanted.length; first += mostAtOnce) {
    const some = wanted.slice(first, first + mostAtOnce);
    const blobs = await readBlobs(
      root,
      some.map(({ blob }) => blob),
    );
    if (!blobs || some.some(({ blob }) => !blobs.has(blob))) return false;
    for (const file of some) {
      const place = join(top, file.path);
      const folder = dirname(place);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      const bytes = blobs.get(file.blob) ?? Buffer.alloc(0);
      if (isLink(file)) linkQuietly(bytes.toString('utf8'), place);
      else writeQuietly(place, bytes);
    }
  }
  return true;
}

function isLink({ mode }: ListedFile): boolean {
  return mode === '120000';
}

/** Writes a file where there is none: two names may be one to the system, as they are where it is checked out. */
function writeQuietly(place: string, bytes: Buffer): void {
  try {
    writeFileSync(place, bytes, { flag: 'wx' });
  } catch (error) {
    if (!/^(?:EEXIST|EISDIR)$/.test(errorCode(error))) throw error;
  }
}

function linkQuietly(target: string, place: string): void {
  try {
    symlinkSync(target, place);
  } catch {
    // Where links need a right that the user lacks, a check-out has none either.
  }
}

/** Facts about the files of a copy: those that were not copied are there all the same. */
class CommitFacts extends DiskFacts {
  private readonly there = new Set<string>();

  constructor(root: string, files: readonly string[]) {
    super(root);
    for (const file of files.map((path) => path.normalize('NFC'))) {
      this.there.add(file);
      for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1))
        this.there.add(file.slice(0, at));
    }
  }

  override exists(path: string): boolean {
    // What looks the same on a disk is the same there, however its accents are put together.
    return this.there.has(path.replace(/\/$/, '').normalize('NFC')) || super.exists(path);
  }
}

/** Takes away what processes left behind that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(folderPrefix) ? /^\d+/.exec(name.slice(folderPrefix.length))?.[0] : undefined;
    if (pid === undefined || isRunning(Number(pid))) continue;
    const path = join(tmpdir(), name);
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > oldMs) removeQuietly(path);
  }
}
