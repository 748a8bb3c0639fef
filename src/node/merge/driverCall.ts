import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The command with which git merges a record: ours, and git's own way where our program is not there or fails, so that
 * a merge never ends with one side's text alone.
 */
export function driverCall(top: string): string {
  const merge = `${programIn(top)} merge-driver %O %A %B %L %P %S %X %Y`;
  const byGit = 'git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B';
  return `${merge}; code=$?; test $code -lt 2 && exit $code; ${byGit}`;
}

/** How a shell in the top folder of a repository calls the program. */
function programIn(top: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  // What a package runner puts there for one call is gone at the next.
  const lasting = folders.filter((folder) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder));
  if (lasting.some((folder) => existsSync(join(folder, 'changebook')))) return 'changebook';
  if (existsSync(join(top, 'node_modules/.bin/changebook'))) return './node_modules/.bin/changebook';
  return [process.execPath, process.argv[1] ?? ''].map(quoted).join(' ');
}

/** A path as one word for the shell that git starts, also on Windows; git itself reads `%`. */
function quoted(path: string): string {
  return `'${path.replaceAll('\\', '/').replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}
