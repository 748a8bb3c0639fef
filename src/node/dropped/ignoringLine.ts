import { join, relative, sep } from 'node:path';
import { IgnoreChain } from '../../core/config/ignoreChain';
import type { DropPlace } from '../../core/diff/dropPlace';
import { unpackRange } from '../../core/model/text/range';
import { textIfThere } from '../openFile';
import { gitTopLevelOf } from '../workspaceRoot';

/** The line of a `.gitignore` that excludes a file of a workspace; undefined where there is no such line. */
export function ignoringLine(root: string, file: string): DropPlace | undefined {
  const top = gitTopLevelOf(root) ?? root;
  const path = relative(top, join(root, file)).split(sep).join('/');
  const parts = path.split('/');
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const folder = parts.slice(0, depth).join('/');
    const line = lastLineIn(join(top, folder, '.gitignore'), parts.slice(depth));
    if (!line) continue;
    const at = relative(root, join(top, folder, '.gitignore'))
      .split(sep)
      .join('/');
    return { file: at, range: unpackRange([line.index, 0, line.index, line.text.length]) };
  }
  return undefined;
}

function lastLineIn(path: string, below: readonly string[]): { index: number; text: string } | undefined {
  const text = textIfThere(path, 200_000);
  if (text === undefined) return undefined;
  const places = below.map((_, index) => below.slice(0, index + 1).join('/'));
  const lines = text.split(/\r\n?|\n/).map((line, index) => ({ text: line, index }));
  return lines.reverse().find((line) => {
    const chain = line.text.trim() === '' ? undefined : IgnoreChain.empty.entering('', line.text);
    return places.some((place, index) => chain?.excludes(place, index < places.length - 1));
  });
}
