import { dayMs } from '../model/time/zoneClock';
import type { IndexKeys } from './indexKeys';
import { SearchedPart } from './indexPart';
import type { Interval } from './intervalList';
import type { KeyStore } from './keyStore';
import { deploymentPlaces, sharedPlaces } from './sharedPlaces';
import { WindowIndex, type WindowLists } from './windowIndex';
import { countingChange } from './windowKeys';
import { WindowSearch } from './windowSearch';

/** The longest rhythm of a deployment type, with a day to spare for time zones. */
export const longestRhythmMs = 32 * dayMs;

/** The windows of all changes: looked for while few questions are asked, in lists from then on. */
export class Windows extends SearchedPart<WindowIndex> implements WindowLists {
  private readonly searched: WindowSearch;

  /** @param records what is in the index */
  constructor(records: KeyStore) {
    super(records, () => new WindowIndex());
    this.searched = new WindowSearch(records);
  }

  meeting(key: string, start: number, end: number): readonly Interval[] {
    return this.answering().meeting(key, start, end);
  }

  meetingAnywhere(start: number, end: number): readonly Interval[] {
    return this.answering().meetingAnywhere(start, end);
  }

  startingIn(key: string, from: number, to: number): readonly Interval[] {
    return this.answering().startingIn(key, from, to);
  }

  updatesAt(key: string): Iterable<string> {
    return this.answering().updatesAt(key);
  }

  fixesAt(key: string): Iterable<string> {
    return this.answering().fixesAt(key);
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
      if (change.deploymentType === 4) yield* this.fixesAt(key);
      if (start === undefined || change.deploymentType === undefined) continue;
      for (const { file } of this.startingIn(key, start, start + longestRhythmMs)) yield file;
    }
  }

  private answering(): WindowLists {
    return this.isSearched() ? this.searched : this.lists();
  }
}
