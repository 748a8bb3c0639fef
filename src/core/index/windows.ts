import { dayMs } from '../model/time/zoneClock';
import { isOpen } from '../workflow/stages';
import type { ChangeKeys, IndexKeys } from './indexKeys';
import { FilesBy, type Found, type IndexPart } from './indexPart';
import { type Interval, IntervalList } from './intervalList';
import type { KeyStore } from './keyStore';
import { deploymentPlaces, sharedPlaces } from './sharedPlaces';
import { stretchesOf } from './stretchesOf';

/** The longest rhythm of a deployment type, with a day to spare for time zones. */
export const longestRhythmMs = 32 * dayMs;

/** The shorter ones, by the type: once a day, and once a week. */
const rhythmsMs: { readonly [type: number]: number } = { 1: 2 * dayMs, 2: 2 * dayMs, 3: 8 * dayMs };

/** Instead of the key of a place: wherever a change takes place. */
export const anywhere = '';

/** The windows of all changes that take place or took place, by what they share. */
export class Windows implements IndexPart {
  /** The changes that updated a place and are done. */
  readonly updates: FilesBy;
  /** The open fixes of a place, which look at its updates. */
  readonly fixes: FilesBy;
  readonly column = 'windows';
  private readonly lists = new Map<string, IntervalList>();

  /** @param records what is in the index */
  constructor(private readonly records: KeyStore) {
    this.updates = new FilesBy(records, 'updates', (keys) =>
      keys.stage === 'done' && keys.change?.deploymentType === 4 ? keysOf(keys, deploymentPlaces) : [],
    );
    this.fixes = new FilesBy(records, 'fixes', (keys) =>
      isOpen(keys.stage) && keys.change?.severity !== undefined ? keysOf(keys, deploymentPlaces) : [],
    );
  }

  found(keys: IndexKeys): Found[] {
    return windowsOf('', keys).map(({ key, window }) => [key, window.start, window.end]);
  }

  add(file: string, keys: IndexKeys): void {
    for (const { key, window } of windowsOf(file, keys)) this.at(key).add(window);
  }

  remove(file: string, keys: IndexKeys): void {
    for (const { key, window } of windowsOf(file, keys)) this.lists.get(key)?.remove(window);
  }

  /** The windows at a place that meet a stretch of time, by their starts; touching ones do not. */
  meeting(key: string, start: number, end: number): readonly Interval[] {
    // A window without a length is its first moment.
    return this.at(key).meeting(start, Math.max(end, start + 1));
  }

  /** The windows at a place that start at or after one moment and before another. */
  startingIn(key: string, from: number, to: number): readonly Interval[] {
    return this.at(key).startingIn(from, to);
  }

  /**
   * The files that look at a record of this kind: whose window it meets, or whose rhythm or update it is. What is about
   * starts is asked of open changes alone; those that have ended were three of four that a switch of branch looked at.
   */
  *affectedBy(keys: IndexKeys): Iterable<string> {
    const change = countingChange(keys);
    if (!change) return;
    const { start } = change;
    for (const { key, window } of isOpen(keys.stage) ? windowsOf('', keys) : []) {
      if (key === anywhere) continue;
      for (const { file } of this.meeting(key, window.start, window.end)) if (this.isOpen(file)) yield file;
    }
    for (const { key } of deploymentPlaces(change)) {
      if (change.deploymentType === 4) yield* this.fixes.of(key);
      if (start === undefined || !change.deploymentType) continue;
      const until = start + (rhythmsMs[change.deploymentType] ?? longestRhythmMs);
      for (const { file } of this.startingIn(key, start, until))
        if (this.isOpen(file, change.deploymentType)) yield file;
    }
  }

  /** Whether a file's change is open, and of a deployment type where one is given. */
  isOpen(file: string, type?: number): boolean {
    const { stage = '', change } = this.records.keys(file) ?? {};
    return change !== undefined && isOpen(stage) && (type ?? change.deploymentType) === change.deploymentType;
  }

  private at(key: string): IntervalList {
    const known = this.lists.get(key);
    if (known) return known;
    const list = new IntervalList(() => this.records.stretches(this.column, key));
    this.lists.set(key, list);
    return list;
  }
}

/** What is rejected or cancelled takes place nowhere. */
function countingChange({ change, stage }: IndexKeys): ChangeKeys | undefined {
  return stage === 'rejected' || stage === 'cancelled' ? undefined : change;
}

/** When a change takes place, by the keys under which that is found; a window without a length is its first moment. */
function windowsOf(file: string, keys: IndexKeys): { readonly key: string; readonly window: Interval }[] {
  const change = countingChange(keys);
  return (change ? stretchesOf(change) : []).flatMap((stretch) => {
    const { start, end = start } = stretch;
    if (start === undefined || end === undefined) return [];
    const window = { file, start, end: Math.max(end, start + 1) };
    return [anywhere, ...sharedPlaces(stretch).map(({ key }) => key)].map((key) => ({ key, window }));
  });
}

function keysOf({ change }: IndexKeys, placesOf: typeof sharedPlaces): string[] {
  return change ? placesOf(change).map(({ key }) => key) : [];
}
