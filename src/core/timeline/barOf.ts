import { conflictsOf } from '../index/conflicts';
import type { IndexEntry } from '../index/indexEntry';
import { stretchesOf } from '../index/stretchesOf';
import { hasReached } from '../workflow/stages';
import { onHold } from '../workflow/workflow';
import type { TimelineBar } from './timeline';
import type { TimelineSource } from './timelineSource';

/** A change with the window that is drawn. */
export interface DrawnWindow {
  readonly entry: IndexEntry;
  readonly start: number;
}

const mostConflicts = 5;

/** What is drawn of a window, and said of it. */
export function barOf(
  { entry: { file, summary }, start: begins }: DrawnWindow,
  prefix: string,
  { index }: TimelineSource,
  zone: string,
  now: number,
): TimelineBar {
  const { stage, status } = summary;
  const phase = summary.change?.phases?.find(({ start: own }) => own === begins);
  const change = summary.change && stretchesOf(summary.change).find((own) => own.start === begins);
  const { start = begins, end = start, outageMinutes = 0 } = change ?? {};
  const conflicts = conflictsOf(change ? { ...summary, change } : summary, file, index, mostConflicts);
  // Between its phases nothing is late.
  const first = summary.change?.start ?? start;
  return {
    key: `${prefix}:${file}`,
    id: summary.id ?? file,
    title: phase ? `${phase.name} · ${summary.title}` : summary.title,
    status,
    stage: status === onHold ? onHold : stage,
    start,
    end,
    zone,
    outageMinutes,
    overdue: first < now && !hasReached(stage, 'releasing'),
    conflicts: conflicts.map(({ entry }) => entry.summary.id ?? entry.file),
  };
}
