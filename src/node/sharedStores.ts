import { type HolidayStore, useHolidayStore } from '../core/calendar/publicHolidays';
import { useZoneOffsetStore, type ZoneOffsetStore } from '../core/model/time/zoneOffsets';
import { CacheFile } from './cacheFile';

/**
 * Public holidays in the user's cache folder, for all workspaces: loading the library that knows them takes longer than
 * everything else that a command does.
 */
const holidayStore: HolidayStore = sharedStore('holidays', []);

/** Time zones there: the machine's own formats take longer to load than what most commands do. */
const zoneStore: ZoneOffsetStore = sharedStore('zones', {});

/** Something that is the same for all workspaces. */
function sharedStore<T>(name: string, nothing: T): { read(): T; write(kept: T): void } {
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

/** From now on holidays and time zones are looked up in these stores first, and what is found out goes into them. */
export function useSharedStores(): void {
  useHolidayStore(holidayStore);
  useZoneOffsetStore(zoneStore);
}
