import picomatch from 'picomatch';
import { isCostlyGlob } from './costlyPatterns';
import type { WorkspaceConfig } from './workspaceConfig';

/** A test for paths by globs, with picomatch. Globs that may take too long match nothing. */
export function globTest(globs: readonly string[]): (file: string) => boolean {
  const safe = globs.filter((glob) => !isCostlyGlob(glob));
  return safe.length === 0 ? () => false : picomatch([...safe], { dot: true, noextglob: true });
}

/** Names that have nothing in common, alone and in a folder: what fits all of them leaves nothing out. */
const anyNames = [
  ['zq', '7.03.1', 'no such_name'],
  ['zq/7.03.1', 'x y/0-k', '9/_zq'],
] as const;

/** Whether a glob fits every name, or every name in a folder. */
export function fitsAnything(glob: string): boolean {
  const fits = globTest([glob]);
  return anyNames.some((names) => names.every((name) => fits(name)));
}

/** A test for the folders that the configuration names as workspaces of their own (`nested`). */
export function nestedTest({ data }: WorkspaceConfig): (folder: string) => boolean {
  return globTest((data.nested ?? []).map((glob) => glob.replace(/\/+$/, '')));
}

/** Caches the last answer of a test, since all rules ask about the same file in turn. */
export function cachingLast(test: (file: string) => boolean): (file: string) => boolean {
  let last: { file: string; matches: boolean } | undefined;
  return (file) => {
    if (last?.file !== file) last = { file, matches: test(file) };
    return last.matches;
  };
}
