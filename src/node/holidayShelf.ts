import type { HolidayShelf, KeptHolidays } from '../core/calendar/publicHolidays';
import { CacheFile } from './cacheFile';

/**
 * Public holidays in the user's cache folder, for all workspaces: loading the library that knows them takes longer than
 * everything else that a command does.
 */
export const holidayShelf: HolidayShelf = {
  read() {
    const cache = cacheFile();
    const bytes = cache?.read();
    if (!cache || bytes === undefined) return [];
    try {
      const { key, years } = JSON.parse(bytes.toString('utf8')) as Stored;
      return key === cache.keyOf() ? years : [];
    } catch {
      // Cut short: as good as none.
      return [];
    }
  },
  write(years) {
    const cache = cacheFile();
    cache?.write(JSON.stringify({ key: cache.keyOf(), years } satisfies Stored));
  },
};

interface Stored {
  readonly key: string;
  readonly years: readonly KeptHolidays[];
}

function cacheFile(): CacheFile | undefined {
  return CacheFile.of('holidays', 'holidays.json');
}
