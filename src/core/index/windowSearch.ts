import type { KeysByFile } from './indexPart';
import { compareIntervals, type Interval } from './intervalList';
import type { KeyStore } from './keyStore';
import { deploymentPlaces, sharedPlaces } from './sharedPlaces';
import type { WindowLists } from './windowIndex';
import { countingChange, isFix, isUpdate, windowOf } from './windowKeys';

/** The windows of all changes, looked for among the records each time: for few questions that is cheaper than lists. */
export class WindowSearch implements WindowLists {
  constructor(private readonly records: KeyStore) {}

  meeting(key: string, start: number, end: number): readonly Interval[] {
    const until = Math.max(end, start + 1);
    const fits = (window: Interval): boolean => window.start < until && window.end > start;
    return windowsOf(this.records.between(start, until), fits, key);
  }

  meetingAnywhere(start: number, end: number): readonly Interval[] {
    return windowsOf(this.records.between(start, end), (window) => window.start < end && window.end > start);
  }

  startingIn(key: string, from: number, to: number): readonly Interval[] {
    return windowsOf(this.records.between(from, to), ({ start }) => start >= from && start < to, key);
  }

  updatesAt(key: string): Iterable<string> {
    return this.deployed(key, isUpdate);
  }

  fixesAt(key: string): Iterable<string> {
    return this.deployed(key, isFix);
  }

  private deployed(key: string, is: typeof isUpdate): string[] {
    const found: string[] = [];
    for (const [file, keys] of this.records) {
      const change = countingChange(keys);
      if (change && is(keys, change) && deploymentPlaces(change).some((place) => place.key === key))
        found.push(file);
    }
    return found;
  }
}

function windowsOf(among: KeysByFile, fits: (window: Interval) => boolean, key?: string): Interval[] {
  const found: Interval[] = [];
  for (const [file, keys] of among) {
    const change = countingChange(keys);
    const window = change && windowOf(file, change);
    if (!window || !fits(window)) continue;
    if (key === undefined || sharedPlaces(change).some((place) => place.key === key)) found.push(window);
  }
  return found.sort(compareIntervals);
}
