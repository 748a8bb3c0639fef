import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ChangeSummary } from '../index/changeSummary';
import { oneLine } from '../language/plainText';
import { plainName } from '../model/text/plainName';

/** A customer's environment: one row of the picture. */
export interface TimelinePlace {
  /** The same for all changes of one place. */
  readonly key: string;
  /** Key of the configured customer, else its name in lower case, else empty. */
  readonly customer: string;
  readonly customerName: string;
  readonly environment: string;
  /** Sorts places: configured ones first, in the order of the configuration. */
  readonly order: string;
}

/** The environments that the configuration lists. */
export function configuredPlaces(config: WorkspaceConfig): TimelinePlace[] {
  const places: TimelinePlace[] = [];
  for (const [key, { environments }] of config.customers) {
    for (const { name } of environments ?? []) if (name) places.push(placeOf(config, key, name));
  }
  return places;
}

/** The places of one change. A change without environments has one place. */
export function placesOf(
  config: WorkspaceConfig,
  { customer = '', environments }: ChangeSummary,
): TimelinePlace[] {
  const places = (environments.length > 0 ? environments : ['']).map((name) =>
    placeOf(config, customer, name),
  );
  return [...new Map(places.map((place) => [place.key, place])).values()];
}

function placeOf(config: WorkspaceConfig, customer: string, environment: string): TimelinePlace {
  const known = config.customers.get(customer);
  const wanted = plainName(environment);
  const at = (known?.environments ?? []).findIndex(({ name }) => plainName(name ?? '') === wanted);
  const name = known?.environments?.[at]?.name ?? environment.trim();
  const customerName = oneLine(known?.name ?? customer);
  const rank = known ? 0 : customer === '' ? 2 : 1;
  const place = at < 0 ? `1 ${wanted}` : `0 ${String(at).padStart(4, '0')}`;
  return {
    key: `${customer}\n${wanted}`,
    customer,
    customerName,
    environment: oneLine(name),
    order: `${rank} ${customerName.toLowerCase()}\n${customer}\n${place}`,
  };
}
