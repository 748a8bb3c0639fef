import type { HolidayYear } from '../../core/calendar/publicHolidays';
import { yearsOf } from '../../core/timeline/backgroundsOf';
import { readTimeline, type TimelineOptions } from '../../core/timeline/readTimeline';
import type { Timeline } from '../../core/timeline/timeline';
import type { DayRange } from '../../core/timeline/timelineDays';
import type { TimelineSource } from '../../core/timeline/timelineSource';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';

/** What the open workspaces hold, each told by its folder where there are several. */
export function timelineSources(sessions: Sessions): TimelineSource[] {
  const all = sessions.all();
  return all.map((session) => {
    const { config, index } = session.input();
    return { config, index, ...(all.length > 1 ? { label: session.backend.name } : {}) };
  });
}

/** Some days, and what of them is shown. */
export type TimelineWish = Omit<TimelineOptions, 'now' | 'language'>;

/** Takes some days from the open workspaces; the holidays are looked up beside the editor first. */
export async function timelineOf(sessions: Sessions, wish: TimelineWish): Promise<Timeline> {
  await sessions.backends.lookUpHolidays(holidayYears(timelineSources(sessions), wish));
  return readTimeline(timelineSources(sessions), { ...wish, now: Date.now(), language });
}

function holidayYears(sources: readonly TimelineSource[], { first, last }: DayRange): HolidayYear[] {
  // A month is drawn whole, whatever part of it is wanted.
  const years = yearsOf(first - 31, last + 31);
  const wanted = new Map<string, HolidayYear>();
  for (const { config } of sources) {
    const { holidays, customers } = config.calendar;
    for (const source of [holidays, ...[...customers.values()].map((part) => part.holidays)]) {
      if (!source) continue;
      for (const year of years) {
        const { country, region = '' } = source;
        wanted.set(`${country} ${region} ${year}`, { source, year });
      }
    }
  }
  return [...wanted.values()];
}
