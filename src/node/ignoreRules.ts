import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { gitTopLevelOf } from './workspaceRoot';

/** Folders that never hold records. */
const neverEntered = new Set(['.git', 'node_modules']);

interface FolderRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * What `.gitignore` files keep out, read by a library: git may not be allowed to start. Rules of a folder are
 * added when the walk enters it; those above the workspace, up to the git top level, count as well.
 */
export class IgnoreRules {
  private constructor(private readonly chain: readonly FolderRules[]) {}

  /** The rules that hold in a folder because of its own and all folders above it. */
  static above(folder: string): IgnoreRules {
    const top = gitTopLevelOf(folder) ?? folder;
    const folders: string[] = [];
    for (let here = folder; ; here = dirname(here)) {
      folders.unshift(here);
      if (here === top || dirname(here) === here) break;
    }
    return folders.reduce((rules, here) => rules.entering(here), new IgnoreRules([]));
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
    return new IgnoreRules([...this.chain, { folder, rules: ignore().add(text) }]);
  }

  /** Whether a file or folder is kept out. */
  excludes(path: string, name: string, isFolder: boolean): boolean {
    if (isFolder && neverEntered.has(name)) return true;
    let excluded = false;
    for (const { folder, rules } of this.chain) {
      const inside = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
      const verdict = rules.test(inside);
      // A later, nearer file may take back what an earlier one kept out.
      if (verdict.ignored) excluded = true;
      else if (verdict.unignored) excluded = false;
    }
    return excluded;
  }
}
