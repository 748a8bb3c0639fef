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

/** Finds the key of a customer that the configuration names by key or by name. */
type KeyOf = (written: string) => string | undefined;

/** Reads the calendar from all files of the configuration. What is wrong is reported and left out. */
export function readCalendar(
  config: ConfigFile<'config'> | undefined,
  customers: ReadonlyMap<string, ConfigFile<'customer'>>,
  keyOf: KeyOf,
): CalendarConfig {
  const common = config ? readPart(config, undefined) : emptyCalendar;
  for (const file of [config, ...(config?.data.holidays ? [] : customers.values())])
    if (file) checkRegion(file);
  const own = [...customers].map(([key, file]) => [key, readCustomer(file, key, common.holidays)] as const);
  const days = config && !isBroken(config, ['working_days']) ? config.data.working_days : undefined;
  return {
    ...common,
    vacations: common.vacations.map((vacation) => {
      const customer = vacation.who === undefined ? undefined : keyOf(vacation.who);
      return customer === undefined ? vacation : { ...vacation, customer };
    }),
    workingDays: days ? new Set(days.map((day) => weekdays.indexOf(day))) : emptyCalendar.workingDays,
    businessHours: config ? readBusinessHours(config) : [],
    freezes: config ? readFreezes(config, keyOf) : [],
    customers: new Map(own),
  };
}

function readCustomer(
  file: ConfigFile<'customer'>,
  customer: string,
  common: HolidaySource | undefined,
): CalendarPart {
  const windows = file.data.maintenance_windows ?? [];
  const part = readPart(file, common);
  return {
    ...part,
    vacations: part.vacations.map((vacation) => ({ ...vacation, customer })),
    ...(isBroken(file, ['maintenance_windows']) ? { windowsUnread: true } : {}),
    windows: windows.map((window, index): MaintenanceWindow => {
      const path = ['maintenance_windows', index];
      const from = minuteOf(window.from ?? '') ?? 0;
      const to = minuteOf(window.to ?? '') ?? dayMinutes;
      const days = new Set((window.days ?? weekdays).map((day) => weekdays.indexOf(day)));
      // A window that does not close after it opens closes on the next day.
      return { days, from, to: to > from ? to : to + dayMinutes, at: placeAt(file, path) };
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
    except: new Set((holidays?.except ?? []).flatMap((date) => realDay(date) ?? [])),
    vacations: (vacations ?? []).flatMap(({ from, to, who }, index): Vacation[] => {
      const days = daysOf(from, to);
      return days ? [{ ...days, ...(who ? { who } : {}), at: placeAt(file, ['vacations', index]) }] : [];
    }),
    windows: [],
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
  if (!region || fields.country || isBroken(target, ['holidays']) || node?.kind !== 'map') return;
  if (node.entries.length > Object.keys(fields).length) return;
  report(target, 'noCountry', region.range, { value: region.value.slice(0, 60) });
}

function readFreezes(config: ConfigFile<'config'>, keyOf: KeyOf): Freeze[] {
  return (config.data.freezes ?? []).flatMap((freeze, index): Freeze[] => {
    const days = daysOf(freeze.from, freeze.to);
    // Without its list of customers a freeze would apply to all of them.
    if (!days || isBroken(config, ['freezes', index, 'customers'])) return [];
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

/** Business hours in the order of their start. */
function readBusinessHours(config: ConfigFile<'config'>): BusinessHours[] {
  const spans = (config.data.business_hours ?? []).flatMap((written, index): BusinessHours[] => {
    const path = ['business_hours', index];
    const [from, to] = written.split(/[-–—]/).map((text) => minuteOf(text.trim().padStart(5, '0')));
    if (from !== undefined && to !== undefined && from !== to)
      return [{ from, to: to > from ? to : to + dayMinutes, at: placeAt(config, path) }];
    const range = scalarAt(config, path)?.range;
    if (range) report(config, 'hours', range, { value: written.slice(0, 60) });
    return [];
  });
  return spans.sort((a, b) => a.from - b.from);
}

/** Whether a value at a path or below it could not be read, so that the rest may have another meaning. */
function isBroken({ broken }: ConfigFile<ConfigType>, path: FieldPath): boolean {
  return broken.some((other) => path.every((part, index) => other[index] === part));
}

/** A range of days; one end alone is a single day. Undefined for invalid ranges, which readConfigFile reports. */
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
