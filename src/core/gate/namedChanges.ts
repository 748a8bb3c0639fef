import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { IndexKeys } from '../index/indexKeys';
import type { RecordIndex } from '../index/recordIndex';
import { plainName } from '../model/text/plainName';
import { field } from '../rules/format/field';
import { isOpen } from '../workflow/stages';
import { isReady } from './judgeChange';
import { isInWindow } from './windowReasons';

/** How a call names the changes that it asks about. All given names must match. */
interface ChangeNames {
  readonly tag: string | undefined;
  readonly environment: string | undefined;
  /** Key of a customer. */
  readonly customer: string | undefined;
}

/** A change with its file. */
type Candidate = readonly [file: string, keys: IndexKeys];

/** At most so many changes that are not in their window are reported. */
const mostShown = 10;

/** Whether a change matches the names. */
export function fitsNames({ change }: IndexKeys, { tag, environment, customer }: ChangeNames): boolean {
  if (!change) return false;
  const { release, environments } = change;
  if (tag !== undefined && !isTag(tag, release?.tag, release?.version)) return false;
  if (customer !== undefined && change.customer !== customer) return false;
  return environment === undefined || environments.some((name) => plainName(name) === plainName(environment));
}

/**
 * The files of the open changes that match the names, all of which must be allowed. With a tag, these are all matches.
 * Without one, they are the approved changes that are in their window or have no readable one, and approved
 * emergencies: a change that is planned for another day is not what is being deployed. Where there is none, the nearest
 * changes are returned, so that the answer can say what is missing.
 */
export function namedChanges(
  index: RecordIndex,
  names: ChangeNames,
  { config, now }: { readonly config: WorkspaceConfig; readonly now: number },
): string[] {
  const isOn = ([file, keys]: Candidate): boolean =>
    isReady(keys, config) &&
    (isInWindow(keys, now, names.environment) ||
      hasNoWindow(keys) ||
      index.entry(file)?.summary.change?.changeType === 'emergency');
  // A change whose environments cannot be read may be about any environment.
  const isMeant = (candidate: Candidate): boolean =>
    fitsNames(candidate[1], names) ||
    (fitsNames(candidate[1], { ...names, environment: undefined }) &&
      isOn(candidate) &&
      hidesNames(candidate, index));
  const named = [...index.allKeys()].filter((candidate) => isOpen(candidate[1].stage) && isMeant(candidate));
  const on = named.filter((candidate) => names.tag !== undefined || isOn(candidate));
  const distance = ([, { change }]: Candidate): number =>
    Math.abs((change?.start ?? Number.POSITIVE_INFINITY) - now);
  const nearest = [...(on.length > 0 ? on : named)].sort(
    (a, b) => distance(a) - distance(b) || (a[0] < b[0] ? -1 : 1),
  );
  return (on.length > 0 ? nearest : nearest.slice(0, mostShown)).map(([file]) => file);
}

/** Whether a change may have environments that cannot be read. */
function hidesNames([file, { change }]: Candidate, index: RecordIndex): boolean {
  if (change?.environments.length === 0) return true;
  const found = index.entry(file)?.findings ?? [];
  return found.some(
    ({ rule, severity, message }) => severity === 'error' && rule === field.id && message !== 'missing',
  );
}

/** Whether a change has no readable window. A mistyped window must not exclude a change. */
function hasNoWindow({ change }: IndexKeys): boolean {
  return change?.start === undefined || change.end === undefined || change.end <= change.start;
}

/** Whether a tag belongs to a release, which may name only its version. */
function isTag(asked: string, tag: string | undefined, version: string | undefined): boolean {
  if (tag !== undefined) return plainName(tag) === plainName(asked);
  return version !== undefined && withoutMark(version) === withoutMark(asked);
}

function withoutMark(version: string): string {
  return plainName(version).replace(/^v(?=\d)/, '');
}
