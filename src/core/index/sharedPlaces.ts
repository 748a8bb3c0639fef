import { plainName } from '../model/text/plainName';
import type { ChangeKeys } from './indexKeys';

/** What two changes can have in common so that they must not take place at once. */
type SharedKind = 'environment' | 'component' | 'person';

/** Something that only one change at a time can have: equal keys are the same thing. */
export interface SharedPlace {
  readonly key: string;
  readonly kind: SharedKind;
  /** As the change names it. */
  readonly name: string;
}

/** What a change is about: its customer's environments, without a customer its components. */
export function deploymentPlaces(change: ChangeKeys): SharedPlace[] {
  const { customer, environments, components } = change;
  const names = customer === undefined ? components : environments;
  const kind = customer === undefined ? 'component' : 'environment';
  const places = new Map<string, SharedPlace>();
  for (const name of names) {
    const key = `${kind}\n${customer ?? ''}\n${plainName(name)}`;
    if (!places.has(key)) places.set(key, { key, kind, name });
  }
  return [...places.values()];
}

/** Everything that a change shares with others: what it is about, and whoever carries it out. */
export function sharedPlaces(change: ChangeKeys): SharedPlace[] {
  const { assignee, assigneeName = assignee } = change;
  const places = deploymentPlaces(change);
  return assignee
    ? [...places, { key: `person\n${assignee}`, kind: 'person', name: assigneeName ?? assignee }]
    : places;
}
