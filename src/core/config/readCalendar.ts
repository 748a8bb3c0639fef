import {
  type BusinessHours,
  type CalendarConfig,
  type CalendarPart,
  type ConfigPlace,
  emptyCalendar,
  type Freeze,
  type HolidaySource,
  type MaintenanceWindow,
  type OwnDayOff,
  type Vacation,
} from '../calendar/calendarConfig';
import { holidayRegions } from '../calendar/holidayRegions';
import { locate } from '../model/parse/located';
import { hintArgs, nearestName } from '../model/parse/nearest';
import type { FieldPath } from '../model/parse/problem';
import { plainName } from '../model/text/plainName';
import { readDate } from '../model/time/dateTime';
import { minuteOf } from '../model/time/localText';
import { dayOf } from '../model/time/zoneClock';
import { dayChoice } from '../model/vocabulary/choices';
import type { ConfigType } from '../model/vocabulary/vocabulary';
import { type ConfigFile, report, scalarAt } from './readConfigFile';

const weekdays = Object.keys(dayChoice.choices);
const dayMinutes = 1440;

/** Finds a customer's key by how the configuration names it. */
export type KeyOf = (written: string) => string | undefined;

/** Reads the calendar from all files of the configuration; what is wrong is reported and left out. */
export function readCalendar(
  config: ConfigFile<'config'> | undefined,
  customers: ReadonlyMap<string, ConfigFile<'customer'>>,
  keyOf: KeyOf,
): CalendarConfig {
  const common = config ? readPart(config, undefined) : emptyCalendar;
  const own = [...customers].map(([key, file]) => [key, readCustomer(file, common.holidays)] as const);
  const days = config?.data.working_days;
  const hours = config && readBusinessHours(config);
  return {
    ...common,
    vacations: common.vacations.map((vacation) => {
      const customer = vacation.who === undefined ? undefined : keyOf(vacation.who);
      return customer === undefined ? vacation : { ...vacation, customer };
    }),
    workingDays: days ? new Set(days.map((day) => weekdays.indexOf(day))) : emptyCalendar.workingDays,
    ...(hours ? { businessHours: hours } : {}),
    freezes: config ? readFreezes(config, keyOf) : [],
    customers: new Map(own),
  };
}

function readCustomer(file: ConfigFile<'customer'>, common: HolidaySource | undefined): CalendarPart {
  const windows = file.data.maintenance_windows ?? [];
  return {
    ...readPart(file, common),
    windows: windows.flatMap((window, index): MaintenanceWindow[] => {
      const path = ['maintenance_windows', index];
      const [from, to] = [minuteAt(file, [...path, 'from'], 0), minuteAt(file, [...path, 'to'], dayMinutes)];
      if (from === undefined || to === undefined) return [];
      const days = new Set((window.days ?? weekdays).map((day) => weekdays.indexOf(day)));
      // One that closes when it opens, or before, closes the next day.
      return [{ days, from, to: to > from ? to : to + dayMinutes, at: placeAt(file, path) }];
    }),
  };
}

function readPart(
  file: ConfigFile<'config'> | ConfigFile<'customer'>,
  common: HolidaySource | undefined,
): CalendarPart {
  const { holidays, vacations } = file.data;
  const source = holidays ? readSource(file, common) : undefined;
  return {
    ...(source ? { holidays: source } : {}),
    daysOff: (holidays?.dates ?? []).flatMap(({ date, name }, index): OwnDayOff[] => {
      const day = realDay(date);
      if (day === undefined) return [];
      return [{ day, ...(name ? { name } : {}), at: placeAt(file, ['holidays', 'dates', index]) }];
    }),
    vacations: (vacations ?? []).flatMap(({ from, to, who }, index): Vacation[] => {
      const days = daysOf(from, to);
      return days ? [{ ...days, ...(who ? { who } : {}), at: placeAt(file, ['vacations', index]) }] : [];
    }),
    windows: [],
  };
}

/** Whose public holidays a file asks for. A region alone is one of the workspace's country. */
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

function readFreezes(config: ConfigFile<'config'>, keyOf: KeyOf): Freeze[] {
  return (config.data.freezes ?? []).flatMap((freeze, index): Freeze[] => {
    const days = daysOf(freeze.from, freeze.to);
    if (!days) return [];
    const { reason, hard = false, customers } = freeze;
    return [
      {
        ...days,
        hard,
        ...(reason ? { reason } : {}),
        ...(customers ? { customers: new Set(customers.map((name) => keyOf(name) ?? plainName(name))) } : {}),
        at: placeAt(config, ['freezes', index]),
      },
    ];
  });
}

function readBusinessHours(config: ConfigFile<'config'>): BusinessHours | undefined {
  const written = scalarAt(config, ['business_hours']);
  if (!written || config.data.business_hours === undefined) return undefined;
  const [from, to] = written.value.split('-').map(minuteOf);
  if (from === undefined || to === undefined || from === to) {
    report(config, 'hours', written.range, { value: written.value.slice(0, 60) });
    return undefined;
  }
  return { from, to: to > from ? to : to + dayMinutes, at: placeAt(config, ['business_hours']) };
}

/** A time of the day; the fallback where none is given, nothing where it is a span. */
function minuteAt(target: ConfigFile<ConfigType>, path: FieldPath, fallback: number): number | undefined {
  const written = scalarAt(target, path);
  if (!written) return fallback;
  const minute = minuteOf(written.value);
  if (minute === undefined) report(target, 'timeOfDay', written.range, { value: written.value.slice(0, 60) });
  return minute;
}

/** A range of days; without its other end it is one day. Wrong days and orders are reported elsewhere. */
function daysOf(from: string | undefined, to: string | undefined) {
  const [first, last] = [realDay(from ?? to), realDay(to ?? from)];
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

function realDay(text: string | undefined): number | undefined {
  return text === undefined || readDate(text) ? undefined : dayOf(text);
}

function placeAt(target: ConfigFile<ConfigType>, path: FieldPath): ConfigPlace {
  const { node } = locate(target.located, path) ?? target.located;
  return { file: target.file, range: target.lines.rangeAt(node.range) };
}
