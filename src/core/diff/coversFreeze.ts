import type { ConfigData } from '../model/schema/recordData';
import { minuteOf } from '../model/time/localText';
import { sameValue } from './listChanges';

/** A freeze as the configuration writes it. */
export type FreezeData = NonNullable<ConfigData['freezes']>[number];

/** Whether one freeze forbids at least what another one does, to nobody less and as strictly. */
export function coversFreeze(wide: FreezeData, narrow: FreezeData): boolean {
  return (
    coversTimes(wide, narrow) &&
    holdsForAll(wide.customers, narrow.customers) &&
    holdsForAll(wide.environments, narrow.environments) &&
    // Where nobody is named, everybody may waive it.
    holdsForAll(narrow.overridable_by, wide.overridable_by) &&
    (wide.hard === true || narrow.hard !== true)
  );
}

/** Whether two freezes are about the same: periods that meet, or what comes again on the same days or for the same reason. */
export function isLikeFreeze(one: FreezeData, other: FreezeData): boolean {
  const [first, second] = [periodOf(one), periodOf(other)];
  if (first && second) return first.start <= second.end && second.start <= first.end;
  if (one.reason !== undefined && one.reason === other.reason) return true;
  return !first && !second && sameValue([one.days, one.month_days], [other.days, other.month_days]);
}

function coversTimes(wide: FreezeData, narrow: FreezeData): boolean {
  if (!(wide.except ?? []).every((day) => narrow.except?.includes(day)) || wide.zone !== narrow.zone)
    return false;
  const [outer, inner] = [periodOf(wide), periodOf(narrow)];
  if (outer && inner) return outer.start <= inner.start && outer.end >= inner.end;
  return !outer && !inner && coversRecurring(wide, narrow);
}

function coversRecurring(wide: FreezeData, narrow: FreezeData): boolean {
  return (
    holdsForAll(wide.days, narrow.days) &&
    holdsForAll(wide.weeks, narrow.weeks) &&
    holdsForAll(wide.month_days, narrow.month_days) &&
    (wide.since ?? '') <= (narrow.since ?? '') &&
    (wide.until ?? '9') >= (narrow.until ?? '9') &&
    spansOf(narrow).every((inner) =>
      spansOf(wide).some((outer) => outer.from <= inner.from && outer.to >= inner.to),
    )
  );
}

/** The hours of a freeze that comes again, in minutes; an end on the next day is beyond 1440. */
function spansOf({ from, to, hours }: FreezeData): { readonly from: number; readonly to: number }[] {
  const spans = hours?.map((span) => span.split(/[-–—]/)) ?? [[from ?? '00:00', to ?? '24:00']];
  return spans.map(([first = '', last = '']) => {
    const minute = (text: string): number => minuteOf(text.trim().padStart(5, '0')) ?? 0;
    const [start, end] = [minute(first), minute(last)];
    return { from: start, to: end > start ? end : end + 1440 };
  });
}

/** The ends of a period between days; days are written year first, so their order is that of their texts. */
function periodOf({ from, to }: FreezeData): { readonly start: string; readonly end: string } | undefined {
  const [first, last] = [from ?? to ?? '', to ?? from ?? ''];
  const isDay = /^\d{4}-/;
  if (!isDay.test(first) || !isDay.test(last)) return undefined;
  return { start: withHour(first, '00:00'), end: withHour(last, '24:00') };
}

function withHour(text: string, usual: string): string {
  const hour = text.slice(11).trim();
  return `${text.slice(0, 10)} ${hour === '' ? usual : hour.padStart(5, '0')}`;
}

/** Whether a list that is undefined for all holds for everybody that another one names. */
function holdsForAll<T>(wide: readonly T[] | undefined, narrow: readonly T[] | undefined): boolean {
  return !wide || (narrow?.every((name) => wide.includes(name)) ?? false);
}
