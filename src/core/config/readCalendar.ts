import {
  type CalendarConfig,
  type CalendarPart,
  emptyCalendar,
  type Freeze,
  type HolidaySource,
  type Vacation,
} from '../calendar/calendarConfig';
import { holidayRegions } from '../calendar/holidayRegions';
import { locate } from '../model/parse/located';
import { hintArgs, nearestName } from '../model/parse/nearest';
import { dayChoice } from '../model/vocabulary/choices';
import { roleNamed } from '../model/vocabulary/roleNamed';
import type { ConfigType } from '../model/vocabulary/vocabulary';
import { type ConfigFile, report, scalarAt } from './readConfigFile';
import { type KeyOf, placeAt, readTimes } from './readTimes';
import { hasBroken } from './readWhen';
import { realDay } from './writtenEnds';

const weekdays = Object.keys(dayChoice.choices);

/** Reads the calendar from all files of the configuration. What is wrong is reported and left out. */
export function readCalendar(
  config: ConfigFile<'config'> | undefined,
  customers: ReadonlyMap<string, ConfigFile<'customer'>>,
  keyOf: KeyOf,
): CalendarConfig {
  const common = config ? readPart(config, undefined, keyOf) : emptyCalendar;
  for (const file of [config, ...(config?.data.holidays ? [] : customers.values())])
    if (file) checkRegion(file);
  const own = [...customers].map(
    ([key, file]) => [key, readCustomer(file, key, common.holidays, keyOf)] as const,
  );
  const days = config && !hasBroken(config, ['working_days']) ? config.data.working_days : undefined;
  return {
    ...common,
    vacations: common.vacations.map((vacation) => {
      const customer = vacation.who === undefined ? undefined : keyOf(vacation.who);
      return customer === undefined ? vacation : { ...vacation, customer };
    }),
    workingDays: days ? new Set(days.map((day) => weekdays.indexOf(day))) : emptyCalendar.workingDays,
    businessHours: config
      ? readTimes(config, ['business_hours'], config.data.business_hours ?? [], keyOf).map(
          ({ timed }) => timed,
        )
      : [],
    freezes: config ? readFreezes(config, keyOf) : [],
    customers: new Map(own),
  };
}

function readCustomer(
  file: ConfigFile<'customer'>,
  customer: string,
  common: HolidaySource | undefined,
  keyOf: KeyOf,
): CalendarPart {
  const part = readPart(file, common, keyOf);
  return { ...part, vacations: part.vacations.map((vacation) => ({ ...vacation, customer })) };
}

function readPart(
  file: ConfigFile<'config'> | ConfigFile<'customer'>,
  common: HolidaySource | undefined,
  keyOf: KeyOf,
): CalendarPart {
  const { holidays, vacations, maintenance_windows: written = [] } = file.data;
  const source = holidays ? readSource(file, common) : undefined;
  const windows = readTimes(file, ['maintenance_windows'], written, keyOf);
  // What was left out might be the one that a change lies in.
  const isUnread = hasBroken(file, ['maintenance_windows']) || windows.length < written.length;
  return {
    ...(source ? { holidays: source } : {}),
    daysOff: readTimes(file, ['holidays', 'dates'], holidays?.dates ?? [], keyOf, true).map(
      ({ timed, written: { name } }) => ({ ...timed, ...(name ? { name } : {}) }),
    ),
    except: new Set((holidays?.except ?? []).flatMap((date) => realDay(date) ?? [])),
    vacations: (vacations ?? []).flatMap(({ from, to, who }, index): Vacation[] => {
      const days = daysOf(from, to);
      return days ? [{ ...days, ...(who ? { who } : {}), at: placeAt(file, ['vacations', index]) }] : [];
    }),
    windows: windows.map(({ timed }) => timed),
    ...(isUnread ? { windowsUnread: true } : {}),
  };
}

/** The country and region of a file's public holidays. A region alone belongs to the workspace's country. */
function readSource(target: ConfigFile<ConfigType>, common: HolidaySource | undefined) {
  const written = scalarAt(target, ['holidays', 'country']);
  const country = written ? written.value.trim().toUpperCase() : common?.country;
  const regions = country === undefined ? undefined : holidayRegions[country];
  if (written && regions === undefined) {
    const nearest = nearestName(written.value.toUpperCase(), Object.keys(holidayRegions));
    report(target, 'country', written.range, { value: written.value.slice(0, 60), ...hintArgs(nearest) });
  }
  if (country === undefined || regions === undefined) return undefined;
  const at = placeAt(target, ['holidays', written ? 'country' : 'region']);
  const source: HolidaySource = { country, at };
  const region = scalarAt(target, ['holidays', 'region']);
  if (!region) return written ? source : common;
  const code = region.value.trim().toUpperCase();
  const known = regions.split(' ').filter(Boolean);
  if (known.includes(code)) return { ...source, region: code };
  const list = known.slice(0, 30).join(', ');
  const args = { value: region.value.slice(0, 60), country };
  if (known.length === 0) report(target, 'noRegions', region.range, args);
  else report(target, 'region', region.range, { ...args, list, ...hintArgs(nearestName(code, known)) });
  return source;
}

/** Reports a region without a country, unless a misspelt or unreadable key explains it. */
function checkRegion(target: ConfigFile<ConfigType>): void {
  const region = scalarAt(target, ['holidays', 'region']);
  const { node, fields = {} } = locate(target.located, ['holidays']) ?? {};
  if (!region || fields.country || hasBroken(target, ['holidays']) || node?.kind !== 'map') return;
  if (node.entries.length > Object.keys(fields).length) return;
  report(target, 'noCountry', region.range, { value: region.value.slice(0, 60) });
}

function readFreezes(config: ConfigFile<'config'>, keyOf: KeyOf): Freeze[] {
  const read = readTimes(config, ['freezes'], config.data.freezes ?? [], keyOf, true);
  return read.map(({ timed, written: { reason, overridable_by: roles }, path }) => {
    // Roles that cannot be read are held by nobody.
    const isBroken = hasBroken(config, [...path, 'overridable_by']);
    const overridableBy = isBroken ? [] : roles?.map(roleNamed);
    return { ...timed, ...(reason ? { reason } : {}), ...(overridableBy ? { overridableBy } : {}) };
  });
}

/** A range of days; one end alone is a single day. Undefined for invalid ranges, which readConfigFile reports. */
function daysOf(from: string | undefined, to: string | undefined) {
  const [first, last] = [realDay(from ?? to), realDay(to ?? from)];
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}
