import type { IndexKeys } from './indexKeys';
import { addTo } from './indexPart';
import { type Interval, IntervalList } from './intervalList';
import { deploymentPlaces, sharedPlaces } from './sharedPlaces';
import { countingChange, isFix, isUpdate, windowOf } from './windowKeys';

/** What can be asked of the windows of all changes. */
export interface WindowLists {
  /** The files whose window meets a stretch of time at a place; touching ones do not. */
  meeting(key: string, start: number, end: number): readonly Interval[];
  /** The files whose window meets a stretch of time, wherever it is, by their starts. */
  meetingAnywhere(start: number, end: number): readonly Interval[];
  /** The files whose window at a place starts at or after one moment and before another. */
  startingIn(key: string, from: number, to: number): readonly Interval[];
  /** The files of changes that updated a place and are done. */
  updatesAt(key: string): Iterable<string>;
  /** The files of open fixes of a place, which look at its updates. */
  fixesAt(key: string): Iterable<string>;
}

/**
 * The windows of all changes that take place or took place, by what they share; the updates that environments have
 * had; and the fixes that look at those.
 */
export class WindowIndex implements WindowLists {
  private readonly windows = new Map<string, IntervalList>();
  /** The same ones, wherever they take place. */
  private readonly anywhere = new IntervalList();
  private readonly updates = new Map<string, Set<string>>();
  private readonly fixes = new Map<string, Set<string>>();

  add(file: string, keys: IndexKeys): void {
    const change = countingChange(keys);
    if (!change) return;
    const window = windowOf(file, change);
    if (window) {
      this.anywhere.add(window);
      for (const { key } of sharedPlaces(change)) listAt(this.windows, key).add(window);
    }
    for (const { key } of deploymentPlaces(change)) {
      if (isUpdate(keys, change)) addTo(this.updates, key, file);
      if (isFix(keys, change)) addTo(this.fixes, key, file);
    }
  }

  remove(file: string, keys: IndexKeys): void {
    const change = countingChange(keys);
    if (!change) return;
    const window = windowOf(file, change);
    if (window) {
      this.anywhere.remove(window);
      for (const { key } of sharedPlaces(change)) this.windows.get(key)?.remove(window);
    }
    for (const { key } of deploymentPlaces(change)) {
      this.updates.get(key)?.delete(file);
      this.fixes.get(key)?.delete(file);
    }
  }

  meeting(key: string, start: number, end: number): readonly Interval[] {
    // A window without a length is its first moment.
    return this.windows.get(key)?.meeting(start, Math.max(end, start + 1)) ?? [];
  }

  meetingAnywhere(start: number, end: number): readonly Interval[] {
    return this.anywhere.meeting(start, end);
  }

  startingIn(key: string, from: number, to: number): readonly Interval[] {
    return this.windows.get(key)?.startingIn(from, to) ?? [];
  }

  updatesAt(key: string): Iterable<string> {
    return this.updates.get(key) ?? [];
  }

  fixesAt(key: string): Iterable<string> {
    return this.fixes.get(key) ?? [];
  }
}

function listAt(lists: Map<string, IntervalList>, key: string): IntervalList {
  let list = lists.get(key);
  if (!list) {
    list = new IntervalList();
    lists.set(key, list);
  }
  return list;
}
