import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { IndexKeys } from '../index/indexKeys';
import type { RecordIndex } from '../index/recordIndex';
import { plainName } from '../model/text/plainName';
import { field } from '../rules/format/field';
import { isOpen } from '../workflow/stages';
import { isInWindow, isReady } from './judgeChange';

/** What changes are asked for by; whatever is given must fit. */
export interface ChangeNames {
  readonly tag: string | undefined;
  readonly environment: string | undefined;
  /** Key of a customer. */
  readonly customer: string | undefined;
}

/** A change that a call may be about, by its file. */
type Candidate = readonly [file: string, keys: IndexKeys];

/** No pipeline needs more of those that are not in their window. */
const mostShown = 10;

/** Whether a change is one that names speak of. */
export function fitsNames({ change }: IndexKeys, { tag, environment, customer }: ChangeNames): boolean {
  if (!change) return false;
  const { release, environments } = change;
  if (tag !== undefined && !isTag(tag, release?.tag, release?.version)) return false;
  if (customer !== undefined && change.customer !== customer) return false;
  return environment === undefined || environments.some((name) => plainName(name) === plainName(environment));
}

/**
 * The files of the open changes that names speak of, all of which must be allowed. By a tag that is every one of
 * them. By an environment alone those that are on now, or of which nobody can tell when they are, and every emergency
 * that waits or is being deployed, since changes that are planned for another day are not what is deployed now. Where
 * none is on, the nearest ones, so that it can be said what is missing.
 */
export function namedChanges(
  index: RecordIndex,
  names: ChangeNames,
  { config, now }: { readonly config: WorkspaceConfig; readonly now: number },
): string[] {
  const isOn = ([file, keys]: Candidate): boolean =>
    isReady(keys, config) &&
    (isInWindow(keys, now) ||
      hasNoWindow(keys) ||
      index.entry(file)?.summary.change?.changeType === 'emergency');
  // Where it is said so that nobody can read it, it may be any environment.
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

/** Whether a change may be of more environments than can be read in it. */
function hidesNames([file, { change }]: Candidate, index: RecordIndex): boolean {
  if (change?.environments.length === 0) return true;
  const found = index.entry(file)?.findings ?? [];
  return found.some(
    ({ rule, severity, message }) => severity === 'error' && rule === field.id && message !== 'missing',
  );
}

/** Whether nobody can tell when a change is on: a mistyped window keeps no change out of the question. */
function hasNoWindow({ change }: IndexKeys): boolean {
  return change?.start === undefined || change.end === undefined || change.end <= change.start;
}

/** Whether a tag is that of a release, which may name its version alone. */
function isTag(asked: string, tag: string | undefined, version: string | undefined): boolean {
  if (tag !== undefined) return plainName(tag) === plainName(asked);
  return version !== undefined && withoutMark(version) === withoutMark(asked);
}

function withoutMark(version: string): string {
  return plainName(version).replace(/^v(?=\d)/, '');
}
