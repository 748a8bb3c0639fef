import { dayMs } from '../model/time/zoneClock';
import { isOpen } from '../workflow/stages';
import type { ChangeKeys, IndexKeys } from './indexKeys';
import { addTo } from './indexPart';
import { type Interval, IntervalList } from './intervalList';
import { deploymentPlaces, sharedPlaces } from './sharedPlaces';

/** The longest rhythm of a deployment type, with a day to spare for time zones. */
export const longestRhythmMs = 32 * dayMs;

/**
 * The windows of all changes that take place or took place, by what they share; the updates that environments have
 * had; and the fixes that look at those.
 */
export class WindowIndex {
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

  /** The files whose window meets a stretch of time at a place; touching ones do not. */
  meeting(key: string, start: number, end: number): readonly Interval[] {
    // A window without a length is its first moment.
    return this.windows.get(key)?.meeting(start, Math.max(end, start + 1)) ?? [];
  }

  /** The files whose window meets a stretch of time, wherever it is, by their starts. */
  meetingAnywhere(start: number, end: number): readonly Interval[] {
    return this.anywhere.meeting(start, end);
  }

  /** The files whose window at a place starts at or after one moment and before another. */
  startingIn(key: string, from: number, to: number): readonly Interval[] {
    return this.windows.get(key)?.startingIn(from, to) ?? [];
  }

  /** The files of changes that updated a place and are done. */
  updatesAt(key: string): Iterable<string> {
    return this.updates.get(key) ?? [];
  }

  /** The files that look at a record of this kind: whose window it meets, or whose rhythm or update it is. */
  *affectedBy(keys: IndexKeys): Iterable<string> {
    const change = countingChange(keys);
    if (!change) return;
    const { start, end = start } = change;
    if (start !== undefined && end !== undefined) {
      for (const { key } of sharedPlaces(change)) {
        for (const { file } of this.meeting(key, start, end)) yield file;
      }
    }
    for (const { key } of deploymentPlaces(change)) {
      if (change.deploymentType === 4) yield* this.fixes.get(key) ?? [];
      if (start === undefined || change.deploymentType === undefined) continue;
      for (const { file } of this.startingIn(key, start, start + longestRhythmMs)) yield file;
    }
  }
}

/** What is rejected or cancelled takes place nowhere. */
function countingChange({ change, stage }: IndexKeys): ChangeKeys | undefined {
  return stage === 'rejected' || stage === 'cancelled' ? undefined : change;
}

function windowOf(file: string, { start, end = start }: ChangeKeys): Interval | undefined {
  if (start === undefined || end === undefined) return undefined;
  return { file, start, end: Math.max(end, start + 1) };
}

/** Product code that reached an environment. */
function isUpdate({ stage }: IndexKeys, { deploymentType }: ChangeKeys): boolean {
  return stage === 'done' && deploymentType === 4;
}

/** A fix, which looks at the updates before and after it. */
function isFix({ stage }: IndexKeys, { severity }: ChangeKeys): boolean {
  return isOpen(stage) && severity !== undefined;
}

function listAt(lists: Map<string, IntervalList>, key: string): IntervalList {
  let list = lists.get(key);
  if (!list) {
    list = new IntervalList();
    lists.set(key, list);
  }
  return list;
}
