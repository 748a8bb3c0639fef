import { calendarFor } from '../config/calendarFor';
import { stretchesOf } from '../index/stretchesOf';
import { anywhere } from '../index/windows';
import type { Language } from '../model/text/localized';
import { dayMs } from '../model/time/zoneClock';
import { backgroundsOf } from './backgroundsOf';
import { barOf, type DrawnWindow } from './barOf';
import type { Timeline, TimelineBand, TimelineGroup, TimelineRow } from './timeline';
import { bandsOf, type DayRange, momentsOf } from './timelineDays';
import { placeFilter, type TimelineFilter } from './timelineFilter';
import { configuredPlaces, placesOf, type TimelinePlace } from './timelinePlaces';
import type { TimelineSource } from './timelineSource';

/** What is drawn. */
export interface TimelineOptions extends DayRange, TimelineFilter {
  readonly now: number;
  readonly language: Language;
  /** Whether environments to which nothing is deployed in these days are left out. */
  readonly hideEmpty?: boolean;
}

/** Environments without a deployment are drawn as well, if there are no more than these. */
const mostEmptyPlaces = 40;
/** More places and bars would be slow to draw and hard to read. */
const mostPlaces = 60;
/** The most bars of one place that begin on one day, so that a crowded day leaves room for the next. */
const mostBarsOfDay = 24;
const mostBars = 1500;

/** The zone in which days begin and end: that of the first workspace with one. */
export function readingZone(sources: readonly TimelineSource[]): string {
  return sources.find(({ config }) => config.data.timezone)?.config.data.timezone ?? 'UTC';
}

/**
 * Reads the changes on some days from workspaces. The cost depends on the changes on these days, not on all of them.
 */
export function readTimeline(sources: readonly TimelineSource[], wish: TimelineOptions): Timeline {
  const zone = readingZone(sources);
  const room = { bars: mostBars };
  const bands = bandsOf(wish).map((days): TimelineBand => {
    const moments = momentsOf(days, zone);
    const read = sources.map((source, at) => readBand(source, `${at}`, moments, wish, room));
    const more = read.reduce((sum, part) => sum + part.more, 0);
    return { ...days, ...moments, groups: read.flatMap(({ groups }) => groups), more };
  });
  const { now, language } = wish;
  const first = bands[0]?.first ?? wish.first;
  return { first, last: bands.at(-1)?.last ?? wish.last, zone, now, language, bands };
}

interface Moments {
  readonly start: number;
  readonly end: number;
}

/** One place with its changes. */
interface Row {
  readonly place: TimelinePlace;
  readonly entries: DrawnWindow[];
  /** The number of changes that begin on each day. */
  readonly days: Map<number, number>;
  more: number;
}

function readBand(
  source: TimelineSource,
  prefix: string,
  moments: Moments,
  wish: TimelineOptions,
  room: { bars: number },
): { groups: TimelineGroup[]; more: number } {
  const rows = rowsOf(source, moments, wish, room);
  const groups = new Map<string, { rows: Row[]; place: TimelinePlace }>();
  for (const row of rows.slice(0, mostPlaces)) {
    const group = groups.get(row.place.customer) ?? { rows: [], place: row.place };
    group.rows.push(row);
    groups.set(row.place.customer, group);
  }
  return {
    groups: [...groups.values()].map(({ rows: own, place }) => {
      const calendar = calendarFor(source.config, place.customer || undefined);
      const { start, end } = moments;
      return {
        customer: [source.label, place.customerName].filter(Boolean).join(' · '),
        zone: calendar.zone,
        backgrounds: backgroundsOf(calendar, start, end, wish.language),
        rows: own.map((row): TimelineRow => {
          const bars = row.entries.map((drawn) => barOf(drawn, prefix, source, calendar.zone, wish.now));
          return { environment: row.place.environment, bars, more: row.more };
        }),
      };
    }),
    more: Math.max(0, rows.length - mostPlaces),
  };
}

/** The places of a band in order, each with its first changes by start. */
function rowsOf(
  { config, index }: TimelineSource,
  { start, end }: Moments,
  wish: TimelineOptions,
  room: { bars: number },
): Row[] {
  const fits = placeFilter(config, wish);
  const rows = new Map<string, Row>();
  const rowAt = (place: TimelinePlace): Row => {
    const known = rows.get(place.key);
    if (known) return known;
    const fresh: Row = { place, entries: [], days: new Map(), more: 0 };
    rows.set(place.key, fresh);
    return fresh;
  };
  const quiet = wish.hideEmpty ? [] : configuredPlaces(config).filter(fits);
  if (quiet.length <= mostEmptyPlaces) for (const place of quiet) rowAt(place);
  for (const { file, start: begins } of index.windows.meeting(anywhere, start, end)) {
    const entry = index.entry(file);
    const change = entry?.summary.change;
    if (!entry || !change) continue;
    const stretch = stretchesOf(change).find((own) => own.start === begins) ?? change;
    for (const place of placesOf(config, stretch).filter(fits)) {
      const row = rowAt(place);
      const day = Math.floor((begins - start) / dayMs);
      const begun = row.days.get(day) ?? 0;
      if (begun >= mostBarsOfDay || room.bars <= 0) row.more++;
      else {
        row.entries.push({ entry, start: begins });
        row.days.set(day, begun + 1);
        room.bars--;
      }
    }
  }
  return [...rows.values()].sort((a, b) => (a.place.order < b.place.order ? -1 : 1));
}
