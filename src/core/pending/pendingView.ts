import type { Language } from '../model/text/localized';
import { compareGroups, groupKeyOf, groupTitle, isWanted, type PendingFilter } from './pendingGroups';
import type { Grouping } from './pendingNames';
import { compareRows, type PendingPhase, type PendingRow } from './pendingRow';
import { isDueToday, phaseOf, type WindowName, windowOf } from './pendingWindow';
import { whenText } from './whenText';

/** How a view of pending changes is made. */
export interface ViewOptions {
  readonly grouping: Grouping;
  readonly filter: PendingFilter;
  readonly language: Language;
  /** The states of the workflow, in their order. */
  readonly states: readonly string[];
}

/** A row at a moment. */
export interface PlacedRow {
  readonly row: PendingRow;
  readonly window: WindowName;
  /** Key of its group; undefined where the filter excludes it. */
  readonly group: string | undefined;
  /** The time to or since its window, in words. */
  readonly when: string;
  /** How many of its steps are due by now. */
  readonly due: number;
  /** Of several windows the one that it speaks of. */
  readonly phase: PendingPhase | undefined;
  /** The next moment at which any of this changes. */
  readonly until: number;
}

/** A group with its changes in order. */
export interface PendingGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly PlacedRow[];
}

/** What an update changed: the files with another row, and the groups that appeared, went or have other rows. */
export interface ViewChange {
  readonly files: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Whether a group appeared or went. */
  readonly whole: boolean;
}

/** How many changes are overdue, how many others start today, and how many steps are due. */
export interface PendingCounts {
  readonly overdue: number;
  readonly today: number;
  readonly due: number;
}

/** A change while it is collected. */
interface Changing {
  readonly files: Set<string>;
  readonly groups: Set<string>;
  whole: boolean;
}

/**
 * The pending changes of a workspace in their groups at a moment. An edited record updates only its own row. A moment
 * that passes updates only the rows that look different afterwards.
 */
export class PendingView {
  private readonly placed = new Map<string, PlacedRow>();
  private readonly members = new Map<string, PlacedRow[]>();

  constructor(private readonly options: ViewOptions) {}

  get grouping(): Grouping {
    return this.options.grouping;
  }

  /** Sets the row of a file, or removes it where `row` is undefined. */
  set(file: string, row: PendingRow | undefined, now: number): ViewChange {
    return this.change([[file, row]], now);
  }

  /** Sets or removes the rows of several files. */
  change(rows: Iterable<readonly [file: string, row: PendingRow | undefined]>, now: number): ViewChange {
    const change: Changing = { files: new Set(), groups: new Set(), whole: false };
    for (const [file, row] of rows) this.replace(file, row, now, change);
    return change;
  }

  /** Updates the rows that look different at a moment. */
  tick(now: number): ViewChange {
    const due: [string, PendingRow][] = [];
    for (const [file, { row, until }] of this.placed) if (until <= now) due.push([file, row]);
    return this.change(due, now);
  }

  /** The next moment at which any row looks different; Infinity where there is none. */
  next(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { until } of this.placed.values()) if (until < next) next = until;
    return next;
  }

  /** Every group that has changes, in order. */
  groups(): PendingGroup[] {
    const compare = compareGroups(this.options.grouping, this.options.states);
    return [...this.members.keys()].sort(compare).flatMap((key) => this.group(key) ?? []);
  }

  group(key: string): PendingGroup | undefined {
    const rows = this.members.get(key);
    const first = rows?.[0];
    if (!rows || !first) return undefined;
    const { grouping, language } = this.options;
    return { key, title: groupTitle(key, grouping, first.row, language), rows };
  }

  of(file: string): PlacedRow | undefined {
    return this.placed.get(file);
  }

  /** Every row, including those that the filter excludes. */
  all(): Iterable<PlacedRow> {
    return this.placed.values();
  }

  /** Counts what is late or near, regardless of the filter. */
  counts(now: number): PendingCounts {
    const counts = { overdue: 0, today: 0, due: 0 };
    for (const { row, window, due } of this.placed.values()) {
      counts.due += due;
      if (window === 'overdue') counts.overdue++;
      else if (isDueToday(row, now)) counts.today++;
    }
    return counts;
  }

  private replace(file: string, row: PendingRow | undefined, now: number, change: Changing): void {
    const before = this.placed.get(file);
    const after = row && this.place(row, now);
    if (after) this.placed.set(file, after);
    else this.placed.delete(file);
    if (before && after && staysInPlace(before, after)) {
      this.exchange(before, after);
      if (!looksTheSame(before, after)) change.files.add(file);
      return;
    }
    if (!before && !after) return;
    change.files.add(file);
    for (const group of [before?.group, after?.group]) if (group !== undefined) change.groups.add(group);
    if (before) change.whole = this.leave(before) || change.whole;
    if (after) change.whole = this.enter(after) || change.whole;
  }

  private place(row: PendingRow, now: number): PlacedRow {
    const { grouping, filter, language } = this.options;
    const window = windowOf(row, now);
    const when = whenText(row, now, language);
    const phase = phaseOf(row, now);
    const due = row.due.filter(({ at }) => at <= now).length;
    const wanted = isWanted(row, filter) && (due > 0 || !filter.due);
    const group = wanted ? groupKeyOf(row, window.value, grouping) : undefined;
    const nextDue = row.due[due]?.at ?? Number.POSITIVE_INFINITY;
    const until = Math.min(window.until, when.until, phase.until, nextDue);
    return { row, window: window.value, group, when: when.value, due, phase: phase.value, until };
  }

  private exchange(before: PlacedRow, after: PlacedRow): void {
    const rows = before.group === undefined ? undefined : this.members.get(before.group);
    const at = rows ? placeIn(rows, before) : -1;
    if (rows && rows[at] === before) rows[at] = after;
  }

  /** @returns whether its group is gone */
  private leave(placed: PlacedRow): boolean {
    const rows = placed.group === undefined ? undefined : this.members.get(placed.group);
    if (!rows || placed.group === undefined) return false;
    const at = placeIn(rows, placed);
    if (rows[at] === placed) rows.splice(at, 1);
    if (rows.length > 0) return false;
    this.members.delete(placed.group);
    return true;
  }

  /** @returns whether its group is new */
  private enter(placed: PlacedRow): boolean {
    if (placed.group === undefined) return false;
    const rows = this.members.get(placed.group);
    if (rows) rows.splice(placeIn(rows, placed), 0, placed);
    else this.members.set(placed.group, [placed]);
    return rows === undefined;
  }
}

/** The index of a row in an ordered list, or the index to insert it at. */
function placeIn(rows: readonly PlacedRow[], { row }: PlacedRow): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = rows[middle];
    if (other && compareRows(other.row, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function staysInPlace(one: PlacedRow, other: PlacedRow): boolean {
  return one.group === other.group && compareRows(one.row, other.row) === 0;
}

function looksTheSame(one: PlacedRow, other: PlacedRow): boolean {
  return (
    one.when === other.when &&
    one.window === other.window &&
    one.due === other.due &&
    one.phase?.start === other.phase?.start &&
    JSON.stringify(one.row) === JSON.stringify(other.row)
  );
}
