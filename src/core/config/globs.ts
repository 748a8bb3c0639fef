import picomatch from 'picomatch';
import { isCostlyGlob } from './costlyPatterns';
import type { WorkspaceConfig } from './workspaceConfig';

/** A test for paths by globs, as picomatch reads them; globs that may take for ever fit nothing. */
export function globTest(globs: readonly string[]): (file: string) => boolean {
  const safe = globs.filter((glob) => !isCostlyGlob(glob));
  return safe.length === 0 ? () => false : picomatch([...safe], { dot: true, noextglob: true });
}

/** A test for folders inside of a workspace: whether its configuration names them as workspaces of their own. */
export function nestedTest({ data }: WorkspaceConfig): (folder: string) => boolean {
  return globTest((data.nested ?? []).map((glob) => glob.replace(/\/+$/, '')));
}

/** Every rule asks about the same file in turn. */
export function cachingLast(test: (file: string) => boolean): (file: string) => boolean {
  let last: { file: string; fits: boolean } | undefined;
  return (file) => {
    if (last?.file !== file) last = { file, fits: test(file) };
    return last.fits;
  };
}
