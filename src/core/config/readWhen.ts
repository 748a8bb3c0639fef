import { everHappens } from '../calendar/everHappens';
import type { DatedWhen, LocalTime, MinuteSpan, RecurringWhen, When } from '../calendar/when';
import { locate } from '../model/parse/located';
import { hintArgs, sameLooseName } from '../model/parse/nearest';
import type { FieldPath } from '../model/parse/problem';
import { zoneExists } from '../model/time/dateTime';
import { minuteOf } from '../model/time/localText';
import { dayChoice } from '../model/vocabulary/choices';
import type { ConfigType } from '../model/vocabulary/vocabulary';
import { type ConfigFile, report, scalarAt } from './readConfigFile';
import { dayMinutes, type Ends, endOf, readEnds, realDay, type WrittenEnds, wrong } from './writtenEnds';

const weekdays = Object.keys(dayChoice.choices);

/** The words of the configuration that say when something is, as they were read. */
export interface WrittenWhen extends WrittenEnds {
  readonly days?: readonly string[] | undefined;
  readonly weeks?: readonly number[] | undefined;
  readonly month_days?: readonly number[] | undefined;
  readonly hours?: readonly string[] | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly except?: readonly string[] | undefined;
  readonly zone?: string | undefined;
}

/** What makes something come again, which a period between two days cannot have. */
const recurringKeys = ['days', 'weeks', 'month_days', 'hours', 'since', 'until'] as const;
const whenKeys = [...recurringKeys, 'date', 'from', 'to', 'except'] as const;

type Target = ConfigFile<ConfigType>;

/**
 * Reads when something is. What is wrong is reported where it stands.
 *
 * @param path of the mapping that says it
 * @returns undefined where it cannot be known
 */
export function readWhen(target: Target, path: FieldPath, written: WrittenWhen): When | undefined {
  if (!checkZone(target, path)) return undefined;
  const ends = readEnds(target, path, written);
  if (!ends) return undefined;
  const except = daysOf(written.except);
  const common = {
    ...(written.zone === undefined ? {} : { zone: written.zone }),
    ...(except ? { except } : {}),
  };
  const { from, to } = ends;
  return from?.day !== undefined || to?.day !== undefined
    ? readPeriod(target, path, written, common, { from, to })
    : readRecurring(target, path, written, common, { from, to });
}

/** Whether some of the words that say when something is could not be read. */
export function hasBrokenWhen(target: Target, path: FieldPath): boolean {
  return target.broken.length > 0 && whenKeys.some((key) => hasBroken(target, [...path, key]));
}

/** Whether any of the words that say when something is are there. */
export function saysWhen(written: WrittenWhen): boolean {
  return whenKeys.some((key) => written[key] !== undefined);
}

/** Whether a value at a path or below it could not be read. */
export function hasBroken({ broken }: Target, path: FieldPath): boolean {
  return broken.some((other) => path.every((part, index) => other[index] === part));
}

interface Common {
  readonly zone?: string;
  readonly except?: ReadonlySet<number>;
}

/** A period between two days, each with an hour or whole. One end alone is one day. */
function readPeriod(
  target: Target,
  path: FieldPath,
  written: WrittenWhen,
  common: Common,
  { from, to }: Ends,
): DatedWhen | undefined {
  const recurring = recurringKeys.find((key) => written[key] !== undefined);
  if (recurring)
    return wrong(target, [...path, recurring], 'datedRecurs', { key: keyAt(target, [...path, recurring]) });
  const start: LocalTime = { day: from?.day ?? to?.day ?? 0, minute: from?.minute ?? 0 };
  const end = endOf(start, from, to);
  if (end.day < start.day || (end.day === start.day && end.minute <= start.minute)) {
    const args = { value: written.to ?? '', from: written.from ?? '' };
    const hours = from?.minute !== undefined || to?.minute !== undefined;
    return wrong(target, [...path, 'to'], hours ? 'orderHours' : 'order', args);
  }
  if (hasDayLeft(start, end, common.except)) return { ...common, start, end };
  return wrong(target, [...path, 'except'], 'never');
}

/** Whether a period has a day that is not left out; no more need be looked at than are left out. */
function hasDayLeft(start: LocalTime, end: LocalTime, except: ReadonlySet<number> = new Set()): boolean {
  const last = end.minute > 0 ? end.day : end.day - 1;
  for (let day = start.day; day <= Math.min(last, start.day + except.size); day++)
    if (!except.has(day)) return true;
  return false;
}

function readRecurring(
  target: Target,
  path: FieldPath,
  written: WrittenWhen,
  common: Common,
  { from, to }: Ends,
): RecurringWhen | undefined {
  const spans = readSpans(target, path, written, { from, to });
  if (!spans) return undefined;
  const { days, weeks, month_days: monthDays } = written;
  const [since, until] = [realDay(written.since), realDay(written.until)];
  // Without its season it would be there all year.
  if ((written.since && since === undefined) || (written.until && until === undefined)) return undefined;
  if (since !== undefined && until !== undefined && until < since)
    return wrong(target, [...path, 'until'], 'order', {
      value: written.until ?? '',
      from: written.since ?? '',
    });
  const when: RecurringWhen = {
    ...common,
    spans,
    ...(days ? { days: new Set(days.map((day) => weekdays.indexOf(day))) } : {}),
    ...(weeks ? { weeks: new Set(weeks) } : {}),
    ...(monthDays ? { monthDays: new Set(monthDays) } : {}),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  if (everHappens(when)) return when;
  const key = (['month_days', 'weeks', 'days', 'until', 'except'] as const).find(
    (name) => written[name] !== undefined,
  );
  return wrong(target, key ? [...path, key] : path, 'never');
}

function readSpans(
  target: Target,
  path: FieldPath,
  written: WrittenWhen,
  { from, to }: Ends,
): MinuteSpan[] | undefined {
  if (!written.hours) {
    const first = from?.minute ?? 0;
    const last = to?.minute ?? dayMinutes;
    // What does not end after it begins ends on the next day.
    return [{ from: first, to: last > first ? last : last + dayMinutes }];
  }
  if (from || to) return wrong(target, [...path, 'hours'], 'hoursTwice');
  const spans = written.hours.flatMap((text, index): MinuteSpan[] => {
    const [first, last] = text.split(/[-–—]/).map((part) => minuteOf(part.trim().padStart(5, '0')));
    if (first !== undefined && last !== undefined && first !== last)
      return [{ from: first, to: last > first ? last : last + dayMinutes }];
    wrong(target, [...path, 'hours', index], 'hours', { value: text.slice(0, 60) });
    return [];
  });
  return spans.length > 0 ? spans.sort((a, b) => a.from - b.from) : undefined;
}

function checkZone(target: Target, path: FieldPath): boolean {
  const zone = scalarAt(target, [...path, 'zone']);
  if (!zone || zoneExists(zone.value)) return true;
  const hint = hintArgs(sameLooseName(zone.value, Intl.supportedValuesOf('timeZone')));
  report(target, 'zone', zone.range, { value: zone.value.slice(0, 60), ...hint });
  return false;
}

function daysOf(dates: readonly string[] | undefined): ReadonlySet<number> | undefined {
  const days = (dates ?? []).flatMap((date) => realDay(date) ?? []);
  return days.length > 0 ? new Set(days) : undefined;
}

function keyAt(target: Target, path: FieldPath): string {
  return locate(target.located, path)?.key ?? '';
}
