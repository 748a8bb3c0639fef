import { plainBodyStart } from '../model/parse/readFrontMatter';
import { isFileTarget } from '../model/parse/readLinks';
import { untitledText } from '../procedure/procedureParts';
import { rebasedTarget } from '../procedure/rebasedTarget';
import type { SourceProcedure } from '../procedure/takenSections';
import { readTargets } from '../procedure/writtenTargets';

/** Targets of links, pictures and HTML attributes of a procedure that the change made from it does not have. */
export function brokenTargets({ file, record }: SourceProcedure, to: string, text: string): string[] {
  const left = new Map<string, number>();
  for (const target of readTargets(text, plainBodyStart(text)))
    left.set(plain(target), (left.get(plain(target)) ?? 0) + 1);
  return readTargets(untitledText(record), record.bodyStart).filter((target) => {
    if (/^[#?]/.test(target)) return false;
    const now = plain(isFileTarget(target) ? rebasedTarget(target, file, to) : target);
    const count = left.get(now) ?? 0;
    left.set(now, count - 1);
    return count <= 0;
  });
}

/** A decoded target, for comparing. */
function plain(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
