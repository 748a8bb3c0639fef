import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { IgnoreChain } from '../core/config/ignoreChain';
import { gitTopLevelOf } from './workspaceRoot';

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
  static above(folder: string): IgnoreRules {
    const top = gitTopLevelOf(folder) ?? folder;
    const folders: string[] = [];
    for (let here = folder; ; here = dirname(here)) {
      folders.unshift(here);
      if (here === top || dirname(here) === here) break;
    }
    const none = new IgnoreRules(top, IgnoreChain.empty);
    return folders.reduce((rules, here) => rules.entering(here), none);
  }

  /** The rules inside a folder; `hasFile` false saves looking for a `.gitignore` that is not there. */
  entering(folder: string, hasFile = true): IgnoreRules {
    if (!hasFile) return this;
    let text: string;
    try {
      text = readFileSync(join(folder, '.gitignore'), 'utf8');
    } catch {
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
