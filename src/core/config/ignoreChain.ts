import ignore, { type Ignore } from 'ignore';
import { baseName } from '../model/text/paths';

/** Folders that never hold records. */
const neverEntered = new Set(['.git', 'node_modules']);

interface FolderRules {
  /** Path with `/` at its end; empty for the top. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** The `.gitignore` files from the top down to one folder. Paths are relative to the top, with `/`. */
export class IgnoreChain {
  static readonly empty = new IgnoreChain([]);

  private constructor(private readonly chain: readonly FolderRules[]) {}

  /** The chain inside a folder with a `.gitignore` of its own. The path of the top is empty. */
  entering(folder: string, text: string): IgnoreChain {
    const start = folder === '' ? '' : `${folder}/`;
    return new IgnoreChain([...this.chain, { folder: start, rules: ignore().add(text) }]);
  }

  /** Whether a file or folder is ignored. */
  excludes(path: string, isFolder: boolean): boolean {
    if (isFolder && neverEntered.has(baseName(path))) return true;
    let excluded = false;
    for (const { folder, rules } of this.chain) {
      const verdict = rules.test(path.slice(folder.length) + (isFolder ? '/' : ''));
      // A `.gitignore` further down may include again what one above excludes.
      if (verdict.ignored) excluded = true;
      else if (verdict.unignored) excluded = false;
    }
    return excluded;
  }
}
