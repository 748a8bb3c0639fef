import { readDeploymentTime } from './deploymentTimes';
import { githubState } from './githubForms';
import type {
  FoundFault,
  ListedDeployment,
  ListForm,
  ReadList,
  WrittenDeployment,
  WrittenStatus,
} from './listedDeployment';

/** A list as it was read, with the name that the call gives it. */
export interface NamedList {
  readonly list: string;
  readonly read: ReadList;
}

/** What a list came to. */
export interface TakenList {
  readonly list: string;
  readonly form: ListForm;
  readonly rows: number;
  /** Rows that never ran. */
  readonly notRun: number;
}

/** A deployment that stands in the lists several times, with the places after its first. */
export interface DoubledDeployment {
  readonly deployment: ListedDeployment;
  readonly again: readonly ListedDeployment['place'][];
}

/** All lists together. */
export interface TakenDeployments {
  /** By time; each once. */
  readonly deployments: readonly ListedDeployment[];
  readonly doubled: readonly DoubledDeployment[];
  readonly lists: readonly TakenList[];
  readonly faults: readonly FoundFault[];
  /** Statuses of deployments that no list has: something ran of which nothing else is known. */
  readonly loose: readonly WrittenStatus[];
}

/** More faults of one list than these say nothing new. */
const mostFaults = 10;

/**
 * Takes what ran from lists: reads the times, puts statuses to their deployments, leaves out what never ran, and counts
 * once what stands there twice.
 *
 * @param zone of times that name none; undefined where nobody said one
 */
export function takeDeployments(lists: readonly NamedList[], zone: string | undefined): TakenDeployments {
  const faults: FoundFault[] = [];
  const taken: TakenList[] = [];
  const statuses = statusesIn(lists);
  const known = new Map<string, { deployment: ListedDeployment; again: ListedDeployment['place'][] }>();
  for (const { list, read } of lists) {
    if (!read.ok) {
      const { ok: _, ...fault } = read;
      faults.push({ list, ...fault });
      continue;
    }
    let notRun = 0;
    const own: FoundFault[] = [];
    for (const written of read.deployments) {
      const { address, state, time, place, ...rest } = withStatuses(written, statuses);
      if (state === 'notRun') {
        notRun++;
        continue;
      }
      const at = readDeploymentTime(time, zone);
      if (typeof at !== 'number') {
        const row = place.row === undefined ? {} : { row: place.row };
        own.push({ fault: at, list, ...row, value: (time ?? '').slice(0, 60) });
        continue;
      }
      const deployment: ListedDeployment = { ...rest, at, state, place: { list, ...place } };
      const key = keyOf(deployment);
      const before = known.get(key);
      if (before) before.again.push(deployment.place);
      else known.set(key, { deployment, again: [] });
    }
    faults.push(...own.slice(0, mostFaults));
    if (read.form !== 'statuses')
      taken.push({ list, form: read.form, rows: read.deployments.length, notRun });
  }
  const all = [...known.values()];
  const deployments = all.map(({ deployment }) => deployment).sort((one, other) => one.at - other.at);
  const doubled = all.filter(({ again }) => again.length > 0);
  const loose = [...statuses.values()].flatMap(({ used, all: told }) => (used ? [] : told.slice(0, 1)));
  return { deployments, doubled, lists: taken, faults, loose };
}

interface StatusesOfOne {
  readonly all: WrittenStatus[];
  used: boolean;
}

function statusesIn(lists: readonly NamedList[]): Map<string, StatusesOfOne> {
  const statuses = new Map<string, StatusesOfOne>();
  for (const { read } of lists)
    for (const status of read.ok ? read.statuses : []) {
      const known = statuses.get(status.address);
      if (known) known.all.push(status);
      else statuses.set(status.address, { all: [status], used: false });
    }
  return statuses;
}

function withStatuses(
  written: WrittenDeployment,
  statuses: ReadonlyMap<string, StatusesOfOne>,
): WrittenDeployment {
  const own = written.address === undefined ? undefined : statuses.get(written.address);
  if (!own) return written;
  own.used = true;
  const told = own.all.map(({ state, time }) => ({ state, created_at: time }));
  return { ...written, ...githubState(written.time ?? '', told) };
}

/** What two rows of one deployment have in common; a service's own ids tell two deployments apart. */
function keyOf({
  at,
  environment,
  version,
  ref,
  commit,
  artifact,
  customer,
  component,
  by,
  place,
}: ListedDeployment) {
  return JSON.stringify([at, environment, version, ref, commit, artifact, customer, component, by, place.id]);
}
