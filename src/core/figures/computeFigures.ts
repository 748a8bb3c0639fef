import { isoWithOffset } from '../model/time/isoWithOffset';
import { dateOf, dayMs, dayOf, wallTime } from '../model/time/zoneClock';
import type { FigureGrouping } from './figureGroupings';
import type { LeftOutReason } from './figureNames';
import type { FigureRow } from './figureRow';
import type { FigureGroup, FiguresReport } from './figuresReport';
import { type Deployment, FigureTally, LeftOutCounts } from './figureTally';

/** What ended longer ago has a mistyped year. */
const oldestMs = 50 * 366 * dayMs;

/** What figures are made of besides changes. */
export interface FiguresInput {
  /** Deployments that end later are not counted. */
  readonly now: number;
  /** IANA name of the zone by which days and months are told. */
  readonly zone: string;
  /** First and last day, in days since 1970; without them all that has happened by now. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Key of the only customer that counts. */
  readonly customer?: string | undefined;
  readonly group?: FigureGrouping | undefined;
  /** The name of a customer by its key. */
  readonly nameOf: (customer: string) => string | undefined;
  /** How many files could not be read. */
  readonly unreadable: number;
}

/** A deployment with the day on which it ended. */
interface Dated {
  readonly row: Deployment;
  readonly day: number;
}

/** The figures of deployments, from records alone. */
export function computeFigures(rows: readonly FigureRow[], input: FiguresInput): FiguresReport {
  const { now, zone, customer, group, unreadable } = input;
  const leftOut = new LeftOutCounts();
  const counted: Dated[] = [];
  for (const row of rows) {
    const taken = deploymentIn(row, input);
    if (typeof taken === 'string') leftOut.add(taken);
    else counted.push(taken);
  }
  const today = wallTime(now, zone).day;
  const days = counted.map(({ day }) => day);
  const first =
    input.from ?? (days.length > 0 ? days.reduce((least, day) => Math.min(least, day)) : undefined);
  const last = input.to ?? (first === undefined ? undefined : Math.max(first, today));
  const lengthOf = (from = first, to = last): number => daysBetween(from, to, { first, last, today });
  const mendedAt = followUps(rows, now);
  const total = new FigureTally(mendedAt);
  for (const { row, day } of counted) total.add(row, day);
  return {
    version: 1,
    now: isoWithOffset(now, zone),
    timezone: zone,
    from: first === undefined ? null : dateOf(first),
    to: last === undefined ? null : dateOf(last),
    ...(customer === undefined ? {} : { customer }),
    changes: rows.length,
    leftOut: leftOut.list(),
    unreadable,
    total: total.figures(lengthOf()),
    ...(group && { groupedBy: group, groups: groupsOf(counted, group, input, { mendedAt, lengthOf }) }),
  };
}

/** The deployment of a change, or why it is none of those that are asked about. */
function deploymentIn(
  row: FigureRow,
  { now, zone, from, to, customer }: FiguresInput,
): Dated | LeftOutReason {
  if (customer !== undefined && row.customer !== customer) return 'otherCustomer';
  if (!hasEnded(row)) return row.state === 'ended' ? 'noEnd' : row.state;
  const { ended } = row;
  if (ended > now) return 'notYet';
  if (ended < now - oldestMs) return 'tooOld';
  const { day } = wallTime(ended, zone);
  if (day < (from ?? day) || day > (to ?? day)) return 'outside';
  return { row, day };
}

function hasEnded(row: FigureRow): row is Deployment {
  return row.state === 'ended' && row.ended !== undefined;
}

/** When the first change that follows up another one, and went well by now, ended. */
function followUps(rows: readonly FigureRow[], now: number): (failed: Deployment) => number | undefined {
  const mended = new Map<string, number[]>();
  for (const { supersedes, state, result, ended } of rows) {
    if (supersedes === undefined || state !== 'ended' || result !== 'well') continue;
    if (ended === undefined || ended > now) continue;
    const times = mended.get(supersedes) ?? [];
    mended.set(supersedes, times);
    times.push(ended);
  }
  return ({ id = '', ended }) => {
    const later = (mended.get(id) ?? []).filter((time) => time >= ended);
    return later.length > 0 ? later.reduce((least, time) => Math.min(least, time)) : undefined;
  };
}

/** Days of a stretch that lie in the period and have begun by now. */
function daysBetween(
  from: number | undefined,
  to: number | undefined,
  { first = 0, last = 0, today }: { first?: number | undefined; last?: number | undefined; today: number },
): number {
  if (from === undefined || to === undefined) return 0;
  return Math.max(0, Math.min(to, last, today) - Math.max(from, first) + 1);
}

/** What tallies of groups share with that of all. */
interface Shared {
  readonly mendedAt: (failed: Deployment) => number | undefined;
  readonly lengthOf: (from?: number, to?: number) => number;
}

function groupsOf(
  counted: readonly Dated[],
  group: FigureGrouping,
  { nameOf }: FiguresInput,
  { mendedAt, lengthOf }: Shared,
): FigureGroup[] {
  const tallies = new Map<string | null, FigureTally>();
  if (group === 'month') for (const month of monthsOf(counted)) tallies.set(month, new FigureTally(mendedAt));
  for (const { row, day } of counted) {
    for (const key of keysOf(row, day, group)) {
      const tally = tallies.get(key) ?? new FigureTally(mendedAt);
      tallies.set(key, tally);
      tally.add(row, day);
    }
  }
  const groups = [...tallies].map(([key, tally]): FigureGroup => {
    const name = key === null ? null : group === 'customer' ? (nameOf(key) ?? key) : key;
    const days = group === 'month' && key !== null ? lengthOf(firstOf(key), lastOf(key)) : lengthOf();
    return { key, name, ...tally.figures(days) };
  });
  // Months stand in their order; of the others those first that have most.
  return group === 'month' ? groups : groups.sort(byDeployments);
}

function keysOf(row: Deployment, day: number, group: FigureGrouping): readonly (string | null)[] {
  if (group === 'month') return [dateOf(day).slice(0, 7)];
  if (group === 'component') return row.components ?? [null];
  return [row[group] ?? null];
}

/** All months from the first to the last one with a deployment: one without any is a month, too. */
function monthsOf(counted: readonly Dated[]): string[] {
  const [first, last] = counted.reduce<[number, number]>(
    ([least, most], { day }) => [Math.min(least, day), Math.max(most, day)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const months: string[] = [];
  for (let day = first; day <= last; day = lastOf(months.at(-1) ?? '') + 1)
    months.push(dateOf(day).slice(0, 7));
  return months;
}

function firstOf(month: string): number {
  return dayOf(`${month}-01`) ?? 0;
}

function lastOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Date.UTC(year, number, 0) / dayMs;
}

function byDeployments(one: FigureGroup, other: FigureGroup): number {
  const [name, otherName] = [one.name ?? '\uffff', other.name ?? '\uffff'];
  return other.deployments - one.deployments || (name < otherName ? -1 : name > otherName ? 1 : 0);
}
