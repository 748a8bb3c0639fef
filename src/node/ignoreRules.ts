import { dirname, join, relative, sep } from 'node:path';
import { IgnoreChain } from '../core/config/ignoreChain';
import { bytesOf } from './openFile';
import { gitTopLevelOf } from './workspaceRoot';

/** No longer file of rules is opened. */
const largestFile = 1_000_000;

/** Told of a file of rules that is there and cannot be read, and why. */
type TellUnread = (path: string, error: unknown) => void;

const nobody: TellUnread = () => {};

/**
 * What `.gitignore` files on the disk keep out, read by a library: git may not be allowed to start. Rules of a folder
 * are added when the walk enters it; those above the workspace, up to the git top level, count as well.
 */
export class IgnoreRules {
  private constructor(
    private readonly top: string,
    private readonly chain: IgnoreChain,
  ) {}

  /** The rules that hold in a folder because of its own and all folders above it. */
  static above(folder: string, tell: TellUnread = nobody): IgnoreRules {
    const top = gitTopLevelOf(folder) ?? folder;
    const folders: string[] = [];
    for (let here = folder; ; here = dirname(here)) {
      folders.unshift(here);
      if (here === top || dirname(here) === here) break;
    }
    const none = new IgnoreRules(top, IgnoreChain.empty);
    return folders.reduce((rules, here) => rules.entering(here, tell), none);
  }

  /** The rules inside a folder, which keep nothing out where they cannot be read. git follows no link here either. */
  entering(folder: string, tell: TellUnread = nobody): IgnoreRules {
    let text: string;
    try {
      text = bytesOf(folder, '.gitignore', { most: largestFile, links: false }).toString('utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') tell(join(folder, '.gitignore'), error);
      return this;
    }
    return new IgnoreRules(this.top, this.chain.entering(this.inside(folder), text));
  }

  /** Whether a file or folder is kept out. */
  excludes(path: string, isFolder: boolean): boolean {
    // Where nothing is ignored only some folders are kept out, always.
    if (!isFolder && this.chain === IgnoreChain.empty) return false;
    return this.chain.excludes(this.inside(path), isFolder);
  }

  private inside(path: string): string {
    return relative(this.top, path).split(sep).join('/');
  }
}
