import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { ReportSource } from '../../core/report/formats/reportFormat';
import { gitTopLevelOf } from '../../node/workspaceRoot';
import type { Call } from './command';
import { insideOf } from './selection';

/**
 * How a code host names a file that a path from the current folder leads to: from the top of its repository. Outside
 * of any repository it is that path.
 */
export function hostPath(cwd: string): (file: string) => string {
  const own = gitTopLevelOf(cwd);
  const folders = new Map<string, string | undefined>();
  return (file) => {
    const path = resolve(cwd, file);
    // What lies in a repository inside of ours is there for the host under its path in ours.
    const inOwn = own === undefined ? '..' : insideOf(own, path);
    if (!/^\.\.(?:\/|$)/.test(inOwn)) return inOwn;
    const folder = dirname(path);
    if (!folders.has(folder)) folders.set(folder, inRepository(folder));
    const inside = folders.get(folder);
    return inside === undefined ? file : [inside, basename(path)].filter(Boolean).join('/');
  };
}

/** Where a folder, or what a link calls one, lies in its repository, or undefined outside of any. */
function inRepository(folder: string): string | undefined {
  try {
    const real = realpathSync(folder);
    const top = gitTopLevelOf(real);
    return top === undefined ? undefined : insideOf(top, real);
  } catch {
    return undefined;
  }
}

/** What a report is made from, with files as a code host names them; the text of standard input has no path. */
export function forCodeHost({ io, paths }: Call, source: ReportSource): ReportSource {
  const shown = hostPath(io.cwd);
  const named = (file: string): string => (file === '-' && paths.includes('-') ? file : shown(file));
  const findings = source.findings.map((found) => ({ ...found, file: named(found.file) }));
  findings.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));
  return { ...source, findings, recordFiles: () => source.recordFiles().map(named) };
}
