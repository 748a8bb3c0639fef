import type { GeneratedFile, ReadProjectFile } from './generatedFile';

/** A file that is not as the tables say, and what to do about it. */
export interface StaleFile {
  readonly path: string;
  /** The text that it must have; undefined where the file must go. */
  readonly content: string | undefined;
  readonly reason: 'missing' | 'different' | 'no longer made';
}

/**
 * Compares what the generators make with what is there.
 *
 * @param present paths of all files in the folders that hold nothing but generated files
 */
export function staleFiles(
  wanted: readonly GeneratedFile[],
  read: ReadProjectFile,
  present: readonly string[],
): StaleFile[] {
  const stale: StaleFile[] = [];
  for (const { path, content } of wanted) {
    const found = read(path);
    if (found !== content)
      stale.push({ path, content, reason: found === undefined ? 'missing' : 'different' });
  }
  const made = new Set(wanted.map(({ path }) => path));
  for (const path of present) {
    if (!made.has(path)) stale.push({ path, content: undefined, reason: 'no longer made' });
  }
  return stale;
}
