import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualStyle } from '../../core/merge/conflict';
import { mergeRecords } from '../../core/merge/mergeRecords';
import { decodeText } from '../../core/model/parse/decodeText';
import { runGit } from '../gitProcess';

/** What git hands to a driver: files in its folder, and how it wants conflicts written. */
export interface MergeCall {
  readonly base: string;
  /** The result goes here, too. */
  readonly ours: string;
  readonly theirs: string;
  readonly markerSize: number;
  readonly labels: { readonly base?: string; readonly ours?: string; readonly theirs?: string };
}

/** How a merge ended; `failed` where nothing could be written. */
export type MergeOutcome = 'merged' | 'conflicts' | 'failed';

/**
 * Merges three files that git made of one record, and writes the result where git looks for it. What is no record, or
 * none that can be taken apart, is merged by git itself, as it would be without us.
 */
export async function mergeFiles(folder: string, call: MergeCall): Promise<MergeOutcome> {
  const [base, ours, theirs] = [call.base, call.ours, call.theirs].map((file) => textIn(join(folder, file)));
  if (base === undefined || ours === undefined || theirs === undefined) return mergeByGit(folder, call);
  const style = { ...usualStyle, ...call.labels, size: call.markerSize };
  let merged = mergeRecords(base, ours, theirs, style);
  if (merged && merged.conflicts > 0 && (await showsBase(folder)))
    merged = mergeRecords(base, ours, theirs, { ...style, showsBase: true });
  if (!merged) return mergeByGit(folder, call);
  writeFileSync(join(folder, call.ours), merged.text);
  return merged.conflicts > 0 ? 'conflicts' : 'merged';
}

/** The text of a file; undefined of what is no text that we could write again byte for byte. */
function textIn(path: string): string | undefined {
  const { text, options } = decodeText(readFileSync(path));
  return Object.keys(options).length > 0 ? undefined : text;
}

async function showsBase(folder: string): Promise<boolean> {
  const { out } = await runGit(folder, ['config', '--get', 'merge.conflictStyle'], { reads: true });
  return /^z?diff3$/.test(out.toString('utf8').trim());
}

async function mergeByGit(folder: string, call: MergeCall): Promise<MergeOutcome> {
  const { base = usualStyle.base, ours = usualStyle.ours, theirs = usualStyle.theirs } = call.labels;
  const labels = [ours, base, theirs].flatMap((label) => ['-L', label]);
  const args = ['merge-file', '--quiet', `--marker-size=${call.markerSize}`, ...labels];
  const { code } = await runGit(folder, [...args, '--', call.ours, call.base, call.theirs]);
  if (code === 0) return 'merged';
  // It ends with how many conflicts it left, and with 255 where it could not.
  return code > 0 && code < 128 ? 'conflicts' : 'failed';
}
