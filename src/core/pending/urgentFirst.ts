import type { Language } from '../model/text/localized';
import type { PendingRow } from './pendingRow';
import { type PendingGroup, PendingView } from './pendingView';

/** Pending changes in the order in which somebody has to look after them: what is late, what is on, what comes next. */
export function urgentFirst(rows: Iterable<PendingRow>, now: number, language: Language): PendingGroup[] {
  const view = new PendingView({ grouping: 'window', filter: {}, language, states: [] });
  const named = Array.from(rows, (row) => [row.file, row] as const);
  view.change(named, now);
  return view.groups();
}
