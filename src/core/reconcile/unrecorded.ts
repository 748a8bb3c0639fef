import { fitsAnything, globTest } from '../config/globs';
import { perConfig } from '../config/perConfig';
import { type WorkspaceConfig, zoneOrUtc } from '../config/workspaceConfig';
import { plainName } from '../model/text/plainName';
import { saysSomething } from '../model/text/saysSomething';
import { dayOf, momentAt } from '../model/time/zoneClock';
import type { ListedDeployment } from './listedDeployment';

/** A row of `unrecorded`: deployments that need no record, who says so, and why. */
export interface UnrecordedRow {
  readonly match: string;
  readonly by: string;
  readonly reason: string;
  /** Last day on which it holds, as written. */
  readonly until?: string;
}

interface Cover extends UnrecordedRow {
  readonly fits: (name: string) => boolean;
  /** First moment at which it no longer holds. */
  readonly end: number;
}

/** The rows that hold: those that say what, who and why, and leave something out. */
const covers = perConfig((config: WorkspaceConfig): readonly Cover[] =>
  (config.data.unrecorded ?? []).flatMap(({ match, by, reason, until }): Cover[] => {
    if (!match?.trim() || !saysSomething(by) || !saysSomething(reason) || fitsAnything(plainName(match)))
      return [];
    const last = until === undefined ? undefined : dayOf(until);
    // A day that cannot be read ends nothing later than at once.
    const end =
      until === undefined
        ? Number.POSITIVE_INFINITY
        : last === undefined
          ? Number.NEGATIVE_INFINITY
          : momentAt(last + 1, 0, zoneOrUtc(config, undefined));
    const fits = globTest([plainName(match)]);
    return [{ match, by, reason, fits, end, ...(until === undefined ? {} : { until }) }];
  }),
);

/** The row by which a deployment needs no record; undefined where it needs one. */
export function unrecordedRow(
  deployment: ListedDeployment,
  config: WorkspaceConfig,
): UnrecordedRow | undefined {
  const rows = covers(config);
  const written = rows.length > 0 ? writtenNames(deployment) : [];
  const found = rows.find((cover) => holdsFor(cover, deployment, written));
  return found && rowOf(found);
}

/** A row by which nothing that ran in an environment needs a record. */
export interface SweepingRow {
  readonly row: UnrecordedRow;
  /** Undefined of deployments that name none. */
  readonly environment: string | undefined;
  readonly deployments: number;
}

/** The rows that fit all deployments of an environment, where there was more than one. */
export function sweepingRows(
  deployments: readonly ListedDeployment[],
  config: WorkspaceConfig,
): SweepingRow[] {
  const rows = covers(config);
  if (rows.length === 0) return [];
  const places = new Map<string, ListedDeployment[]>();
  for (const deployment of deployments) {
    const place = plainName(deployment.environment ?? '');
    const known = places.get(place);
    if (known) known.push(deployment);
    else places.set(place, [deployment]);
  }
  return [...places.values()].flatMap((some) => {
    const [first] = some;
    if (!first || some.length < 2) return [];
    return rows
      .filter((cover) => some.every((deployment) => holdsFor(cover, deployment, writtenNames(deployment))))
      .map((cover) => ({ row: rowOf(cover), environment: first.environment, deployments: some.length }));
  });
}

function holdsFor({ fits, end }: Cover, { at }: ListedDeployment, written: readonly string[]): boolean {
  return at < end && written.some((name) => fits(name));
}

function rowOf({ match, by, reason, until }: Cover): UnrecordedRow {
  return { match, by, reason, ...(until === undefined ? {} : { until }) };
}

/** Everything by which a row may name a deployment. */
function writtenNames({ environment, version, ref, component }: ListedDeployment): string[] {
  const names = [version, ref].flatMap((name) => (name === undefined ? [] : [plainName(name)]));
  const places = [environment, component].flatMap((name) => (name === undefined ? [] : [plainName(name)]));
  return [...names, ...places, ...places.flatMap((place) => names.map((name) => `${place}/${name}`))];
}
