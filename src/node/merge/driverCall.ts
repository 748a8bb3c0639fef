import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program in files of its own, which is called where none is installed. */
export interface OwnProgram {
  readonly node: string;
  readonly script: string;
  /** What stands before the call, such as `NAME=value `. */
  readonly before?: string;
}

/**
 * The command with which git merges a record: ours, and git's own way where our program is not there or fails, so that
 * a merge never ends with one side's text alone.
 */
export function driverCall(top: string, own: OwnProgram = ownProgram()): string {
  const merge = mergeBy(top, own, 'merge-driver %O %A %B %L %P %S %X %Y');
  const byGit = 'git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B';
  return `${merge}; code=$?; test $code -lt 2 && exit $code; ${byGit}`;
}

function ownProgram(): OwnProgram {
  return { node: process.execPath, script: process.argv[1] ?? '' };
}

/** How a shell in the top folder of a repository calls the program. */
function mergeBy(top: string, own: OwnProgram, args: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  // What a package runner puts there for one call is gone at the next.
  const lasting = folders.filter((folder) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder));
  if (lasting.some((folder) => existsSync(join(folder, 'changebook')))) return `changebook ${args}`;
  if (existsSync(join(top, 'node_modules/.bin/changebook'))) return `./node_modules/.bin/changebook ${args}`;
  const script = quoted(own.script);
  // Node ends with 1 where its script is gone, which git takes for conflicts that are marked.
  return `(test -f ${script} || exit 2; ${own.before ?? ''}${quoted(own.node)} ${script} ${args})`;
}

/** The file that a driver calls and that must be there; undefined where it calls a program by its name. */
export function scriptIn(driver: string): string | undefined {
  const script = /^\(test -f '((?:[^']|'\\'')*)'/.exec(driver)?.[1];
  return script?.replaceAll("'\\''", "'").replaceAll('%%', '%');
}

/** A path as one word for the shell that git starts, also on Windows; git itself reads `%`. */
function quoted(path: string): string {
  return `'${path.replaceAll('\\', '/').replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}
