import ignore, { type Ignore } from 'ignore';

/** Folders that never hold records. */
const neverEntered = new Set(['.git', 'node_modules']);

interface FolderRules {
  /** With `/` at its end; empty for the top. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** What `.gitignore` files keep out, from the top down to one folder. Paths are relative to the top, with `/`. */
export class IgnoreChain {
  static readonly empty = new IgnoreChain([]);

  private constructor(private readonly chain: readonly FolderRules[]) {}

  /** The chain inside a folder with rules of its own; the top's path is empty. */
  entering(folder: string, text: string): IgnoreChain {
    const start = folder === '' ? '' : `${folder}/`;
    return new IgnoreChain([...this.chain, { folder: start, rules: ignore().add(text) }]);
  }

  /** Whether a file or folder is kept out. */
  excludes(path: string, isFolder: boolean): boolean {
    if (isFolder && neverEntered.has(path.slice(path.lastIndexOf('/') + 1))) return true;
    let excluded = false;
    for (const { folder, rules } of this.chain) {
      const verdict = rules.test(path.slice(folder.length) + (isFolder ? '/' : ''));
      // A later, nearer file may take back what an earlier one kept out.
      if (verdict.ignored) excluded = true;
      else if (verdict.unignored) excluded = false;
    }
    return excluded;
  }
}
