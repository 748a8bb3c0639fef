import type { CalendarConfig } from '../calendar/calendarConfig';
import type { CustomerData } from '../model/schema/recordData';
import { type Environment, sameName } from './environments';
import type { WorkspaceConfig } from './workspaceConfig';

/** Customer (by key) and environments of a record, before a change and now. */
export interface RecordMove {
  readonly from: { readonly customer?: string | undefined; readonly environments: readonly string[] };
  readonly to: { readonly customer?: string | undefined; readonly environments: readonly string[] };
}

/**
 * The configuration before a change, with the customers and environments that are new since then: a new customer and
 * the first change for it loosen no rule. A customer or environment that only replaces an earlier one gets the data of
 * that one: a customer whose file was deleted, or that a record named before.
 */
export function withNewCustomers(
  before: WorkspaceConfig,
  after: WorkspaceConfig,
  moves: readonly RecordMove[],
): WorkspaceConfig {
  const customers = new Map(before.customers);
  const calendars = new Map(before.calendar.customers);
  let { freezes } = before.calendar;
  const gone = [...before.customers].filter(([key]) => !after.customers.has(key));
  for (const [key, customer] of after.customers) {
    const old = before.customers.get(key);
    if (old) {
      customers.set(key, mergedCustomer(old, customer, movesOf(key, moves)));
      continue;
    }
    const former =
      moves.find(({ from, to }) => to.customer === key && before.customers.has(from.customer ?? ''))?.from
        .customer ?? (gone.find(([, { name }]) => sameName(name, customer.name)) ?? gone[0])?.[0];
    const data = former === undefined ? undefined : before.customers.get(former);
    customers.set(key, data ? { ...data, ...(customer.name ? { name: customer.name } : {}) } : customer);
    const calendar = former === undefined ? after.calendar.customers.get(key) : calendars.get(former);
    if (calendar) calendars.set(key, calendar);
    if (former !== undefined) freezes = freezes.map((freeze) => alsoFor(freeze, former, key));
  }
  const environments = withNewEnvironments(before.data.environments, after.data.environments, moves);
  return {
    ...before,
    data: { ...before.data, ...(environments ? { environments } : {}) },
    customers,
    calendar: { ...before.calendar, customers: calendars, freezes },
  };
}

function movesOf(key: string, moves: readonly RecordMove[]): RecordMove[] {
  return moves.filter(({ from, to }) => from.customer === key && to.customer === key);
}

function alsoFor(freeze: CalendarConfig['freezes'][number], former: string, key: string) {
  return freeze.customers?.has(former)
    ? { ...freeze, customers: new Set([...freeze.customers, key]) }
    : freeze;
}

/** A customer as it was, with a partner and environments that are new. */
function mergedCustomer(old: CustomerData, now: CustomerData, moves: readonly RecordMove[]): CustomerData {
  const partner = old.partner ?? now.partner;
  const environments = withNewEnvironments(old.environments, now.environments, moves);
  return { ...old, ...(partner ? { partner } : {}), ...(environments ? { environments } : {}) };
}

/** Environments as they were listed, with those that are new. */
function withNewEnvironments(
  was: readonly Environment[] = [],
  is: readonly Environment[] = [],
  moves: readonly RecordMove[],
): Environment[] | undefined {
  // Where none were listed every name is allowed, and the name decides whether it is production.
  if (was.length === 0) return undefined;
  const gone = was.filter(({ name }) => !is.some((other) => sameName(other.name, name)));
  const added = is
    .filter(({ name }) => !was.some((other) => sameName(other.name, name)))
    .map((environment): Environment => {
      const left = moves.filter(({ to }) => to.environments.some((name) => sameName(name, environment.name)));
      const former = strictest([...gone, ...left.flatMap((move) => leftBy(move, was))]);
      return former ? { ...former, ...(environment.name ? { name: environment.name } : {}) } : environment;
    });
  return [...was, ...added];
}

/** The environments that a record named before and does not name now. */
function leftBy({ from, to }: RecordMove, known: readonly Environment[]): Environment[] {
  return known.filter(
    ({ name }) =>
      from.environments.some((one) => sameName(one, name)) &&
      !to.environments.some((one) => sameName(one, name)),
  );
}

function strictest(environments: readonly Environment[]): Environment | undefined {
  return environments.find(({ production }) => production) ?? environments[0];
}
