import type { RecordOf } from '../model/parse/record';
import type { SourceProcedure } from '../procedure/takenSections';
import { linesOf, placedLines } from './updateSides';

/**
 * The version of a procedure that a change was made from, of several that say the same number: the one of whose lines the
 * change lacks fewest.
 *
 * @param versions the newest first, which counts where there are several
 */
export function likeliestVersion(
  change: RecordOf<'change'>,
  file: string,
  versions: readonly SourceProcedure[],
): SourceProcedure | undefined {
  const [first, ...others] = versions;
  if (others.length === 0) return first;
  const own = new Set(linesOf(change.lines.text.replaceAll('\r\n', '\n')).map(withoutTick));
  let best: { readonly version: SourceProcedure; readonly missing: number } | undefined;
  for (const version of versions) {
    const missing = placedLines(change, file, version).filter((line) => !own.has(withoutTick(line))).length;
    if (!best || missing < best.missing) best = { version, missing };
  }
  return best?.version;
}

function withoutTick(line: string): string {
  return line.replace(/\[[xX]\]/, '[ ]');
}
