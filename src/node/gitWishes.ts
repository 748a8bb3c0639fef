import type { RecordSummary } from '../core/index/recordSummary';
import { hasReached } from '../core/workflow/stages';

/** What records of a workspace want to know of git. */
export interface GitWishes {
  /** Names of tags and branches. */
  readonly names: boolean;
  /** Which ticks have commits of their own. */
  readonly ticks: boolean;
  /** Records with approvals whose digest is no longer that of the content. */
  readonly approved: readonly { readonly file: string; readonly digests: readonly string[] }[];
}

/** What rules would ask git about these records; most of the time that is nothing, and git is not started. */
export function gitWishes(
  records: Iterable<{ readonly file: string; readonly summary: RecordSummary }>,
): GitWishes {
  let names = false;
  let ticks = false;
  const approved: { file: string; digests: string[] }[] = [];
  for (const { file, summary } of records) {
    const { release, stale } = summary.change ?? {};
    if (release && hasReached(summary.stage, 'releasing')) names = true;
    if (summary.change?.ticks) ticks = true;
    if (stale) approved.push({ file, digests: stale.approvals.map(({ digest }) => digest) });
  }
  return { names, ticks, approved };
}

/** Whether something is wished that is worth telling where git cannot be asked: without it nobody ticks by commits. */
export function wantsGit({ names, approved }: GitWishes): boolean {
  return names || approved.length > 0;
}
