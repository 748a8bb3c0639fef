import { customerKeyFor, type WorkspaceConfig } from '../config/workspaceConfig';
import { plainName } from '../model/text/plainName';
import { configuredPlaces, type TimelinePlace } from './timelinePlaces';

/** Which places are looked at; all where it says nothing. */
export interface TimelineFilter {
  /** Key or name of a customer. */
  readonly customer?: string;
  readonly environment?: string;
}

/** Whether a place of a workspace is looked at. */
export function placeFilter(
  config: WorkspaceConfig,
  { customer, environment }: TimelineFilter,
): (place: TimelinePlace) => boolean {
  const key = customer === undefined ? undefined : customerKeyFor(config, customer);
  const name = environment === undefined ? undefined : plainName(environment);
  return (place) =>
    (key === undefined || place.customer === key) &&
    (name === undefined || plainName(place.environment) === name);
}

/** What a filter may be set to: names, each once. */
export interface FilterChoices {
  readonly customers: readonly string[];
  readonly environments: readonly string[];
}

/** The customers that are configured, and the environments of the one that is chosen, or of all. */
export function filterChoices(configs: readonly WorkspaceConfig[], filter: TimelineFilter): FilterChoices {
  const places = configs.flatMap((config) => configuredPlaces(config));
  const fitting = configs.flatMap((config) => {
    const { customer } = filter;
    return configuredPlaces(config).filter(placeFilter(config, customer === undefined ? {} : { customer }));
  });
  return {
    customers: onceEach(places.map(({ customerName }) => customerName)).sort((a, b) =>
      a.toLowerCase() < b.toLowerCase() ? -1 : 1,
    ),
    environments: onceEach(fitting.map(({ environment }) => environment)),
  };
}

/** Names without those that differ in nothing that matters from one before. */
function onceEach(names: readonly string[]): string[] {
  const known = new Set<string>();
  return names.filter((name) => !known.has(plainName(name)) && known.add(plainName(name)));
}
