import { calendarFor } from '../config/calendarFor';
import { stretchesOf } from '../index/stretchesOf';
import { anywhere } from '../index/windows';
import { dayMs } from '../model/time/zoneClock';
import { isOpen } from '../workflow/stages';
import { barOf } from './barOf';
import type { TimelineBar } from './timeline';
import { placeFilter, type TimelineFilter } from './timelineFilter';
import { placesOf } from './timelinePlaces';
import type { TimelineSource } from './timelineSource';

/** A window of an open change, with where it is. */
export interface ComingWindow extends TimelineBar {
  readonly customer: string;
  /** Those of its environments that are looked at. */
  readonly environments: readonly string[];
}

/** Farther ahead nobody plans. */
const horizonMs = 800 * dayMs;

/**
 * The windows of open changes that are on at a moment or begin after it, by their starts. Each is read when it is asked
 * for, so that the next few cost no more than themselves.
 */
export function* comingWindows(
  sources: readonly TimelineSource[],
  from: number,
  { now, ...filter }: TimelineFilter & { readonly now: number },
): Generator<ComingWindow> {
  const all = sources.map((source, at) => windowsOf(source, String(at), from, now, filter));
  const heads = all.map((windows) => windows.next());
  for (;;) {
    let first = -1;
    for (const [at, { value }] of heads.entries())
      if (value && value.start < (heads[first]?.value?.start ?? Number.POSITIVE_INFINITY)) first = at;
    const { value } = heads[first] ?? {};
    if (!value) return;
    yield value;
    heads[first] = all[first]?.next() ?? { done: true, value: undefined };
  }
}

function* windowsOf(
  source: TimelineSource,
  prefix: string,
  from: number,
  now: number,
  filter: TimelineFilter,
): Generator<ComingWindow, undefined> {
  const { config, index } = source;
  const fits = placeFilter(config, filter);
  for (const { file, start } of index.windows.meeting(anywhere, from, from + horizonMs)) {
    const entry = index.entry(file);
    const change = entry?.summary.change;
    if (!entry || !change || !isOpen(entry.summary.stage)) continue;
    const stretch = stretchesOf(change).find((own) => own.start === start) ?? change;
    const places = placesOf(config, stretch).filter(fits);
    const [place] = places;
    if (!place) continue;
    const { zone } = calendarFor(config, place.customer || undefined);
    const environments = places.map(({ environment }) => environment).filter(Boolean);
    const customer = [source.label, place.customerName].filter(Boolean).join(' · ');
    yield { ...barOf({ entry, start }, prefix, source, zone, now), customer, environments };
  }
  return undefined;
}

/** A window by its change and its start. */
export interface WindowPlace {
  readonly key: string;
  readonly start: number;
}

/**
 * The next deployment, or the next that conflicts with another, after a moment or a window; behind the last one follows
 * the first that is still to come.
 *
 * @returns undefined where there is no other
 */
export function nextWindow(
  sources: readonly TimelineSource[],
  what: 'deployment' | 'conflict',
  after: Partial<WindowPlace> & { readonly start: number },
  wish: TimelineFilter & { readonly now: number },
): ComingWindow | undefined {
  const isOwn = ({ key, start }: ComingWindow): boolean => key === after.key && start === after.start;
  const isWanted = (window: ComingWindow): boolean =>
    !isOwn(window) && (what === 'deployment' || window.conflicts.length > 0);
  // Of those that begin together, the ones behind it come next.
  let passed = after.key === undefined;
  for (const window of comingWindows(sources, after.start, wish)) {
    passed ||= isOwn(window);
    const isLater = passed ? window.start >= after.start : window.start > after.start;
    if (isLater && isWanted(window)) return window;
  }
  for (const window of comingWindows(sources, wish.now, wish)) if (isWanted(window)) return window;
  return undefined;
}
