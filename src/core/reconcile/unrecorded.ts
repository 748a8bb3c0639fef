import { globTest } from '../config/globs';
import { perConfig } from '../config/perConfig';
import { type WorkspaceConfig, zoneOrUtc } from '../config/workspaceConfig';
import { plainName } from '../model/text/plainName';
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

/** The rows that hold: those that say what, who and why. */
const covers = perConfig((config: WorkspaceConfig): readonly Cover[] =>
  (config.data.unrecorded ?? []).flatMap(({ match, by, reason, until }): Cover[] => {
    if (!match?.trim() || !by?.trim() || !reason?.trim()) return [];
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
  const { environment, version, ref, component, at } = deployment;
  const names = [version, ref].flatMap((name) => (name === undefined ? [] : [plainName(name)]));
  const places = [environment, component].flatMap((name) => (name === undefined ? [] : [plainName(name)]));
  const written = [
    ...names,
    ...places,
    ...places.flatMap((place) => names.map((name) => `${place}/${name}`)),
  ];
  const found = covers(config).find(({ fits, end }) => at < end && written.some(fits));
  if (!found) return undefined;
  const { match, by, reason, until } = found;
  return { match, by, reason, ...(until === undefined ? {} : { until }) };
}
