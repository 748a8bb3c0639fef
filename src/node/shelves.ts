import { type HolidayStore, useHolidayStore } from '../core/calendar/publicHolidays';
import { useZoneOffsetStore, type ZoneOffsetStore } from '../core/model/time/zoneOffsets';
import { CacheFile } from './cacheFile';

/**
 * Public holidays in the user's cache folder, for all workspaces: loading the library that knows them takes longer than
 * everything else that a command does.
 */
const holidayShelf: HolidayStore = shelf('holidays', []);

/** Time zones there: the machine's own formats take longer to load than what most commands do. */
const zoneShelf: ZoneOffsetStore = shelf('zones', {});

/** Something that is the same for all workspaces. */
function shelf<T>(name: string, nothing: T): { read(): T; write(kept: T): void } {
  const cacheFile = (): CacheFile | undefined => CacheFile.of(name, `${name}.json`);
  return {
    read() {
      const cache = cacheFile();
      const bytes = cache?.read();
      if (!cache || bytes === undefined) return nothing;
      try {
        const { key, kept } = JSON.parse(bytes.toString('utf8')) as { key?: string; kept?: T };
        return (key === cache.keyOf() ? kept : undefined) ?? nothing;
      } catch {
        // Cut short: as good as none.
        return nothing;
      }
    },
    write(kept) {
      const cache = cacheFile();
      cache?.write(JSON.stringify({ key: cache.keyOf(), kept }));
    },
  };
}

/** From now on takes from there what is kept there, and keeps what is found out. */
export function useShelves(): void {
  useHolidayStore(holidayShelf);
  useZoneOffsetStore(zoneShelf);
}
