import { type HolidayStore, useHolidayStore } from '../core/calendar/publicHolidays';
import { useZoneOffsetStore, type ZoneOffsetStore } from '../core/model/time/zoneOffsets';
import { digestOf } from './cache/cacheFolder';
import { KeptFile } from './cache/keptFile';

/**
 * Public holidays in the user's cache folder, for all workspaces: loading the library that knows them takes longer than
 * everything else that a command does.
 */
const holidayStore: HolidayStore = sharedStore('holidays', []);

/** Time zones there: the machine's own formats take longer to load than what most commands do. */
const zoneStore: ZoneOffsetStore = sharedStore('zones', {});

/** Something that is the same for all workspaces. */
function sharedStore<T>(name: string, nothing: T): { read(): T; write(kept: T): void } {
  const file = (): KeptFile | undefined => KeptFile.of(`${name}.json`);
  const key = (): string => digestOf(name) ?? '';
  return {
    read: () => file()?.read<T>(key()) ?? nothing,
    write: (kept) => file()?.write(key(), kept),
  };
}

/** From now on holidays and time zones are looked up in these stores first, and what is found out goes into them. */
export function useSharedStores(): void {
  useHolidayStore(holidayStore);
  useZoneOffsetStore(zoneStore);
}
