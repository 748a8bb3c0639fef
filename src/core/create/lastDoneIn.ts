import { environmentNamed, sameName } from '../config/environments';
import { customerKeyOf } from '../config/workspaceConfig';
import type { IndexEntry } from '../index/indexEntry';
import type { RecordIndex } from '../index/recordIndex';
import type { RecordOf } from '../model/parse/record';
import type { ChangeData } from '../model/schema/recordData';
import { plainName } from '../model/text/plainName';
import type { WorkspaceCheckInput } from '../rules/checkRecord';

/** Reads the change in a file; undefined where there is none. */
export type ReadChange = (file: string) => RecordOf<'change'> | undefined;

/** What was done last in an environment. */
export interface DoneLast {
  /** The last change that says which versions it brought. */
  readonly change: RecordOf<'change'>;
  /** How releases are named there: by that change, else by the last one of the same component that says so. */
  readonly release: Release | undefined;
}

type Release = NonNullable<ChangeData['release']>;

/** The last change that was done in an environment; undefined where none says which versions it brought. */
export function lastDoneIn(
  environment: string,
  customer: string | undefined,
  { config, index }: Pick<WorkspaceCheckInput, 'config' | 'index'>,
  read: ReadChange,
): DoneLast | undefined {
  const key = customerKeyOf(config, customer) ?? customer?.toLowerCase();
  const name = environmentNamed(config, customer, environment)?.name ?? environment;
  const done = [...index.all()]
    .filter(({ summary: { change, stage } }) => {
      if (!change || stage !== 'done' || change.customer !== key) return false;
      if (change.outcome === 'rolled_back' || change.outcome === 'failed') return false;
      if (change.components.length === 0 && !change.release) return false;
      return change.environments.some((own) => sameName(own, name));
    })
    .sort((a, b) => endOf(b) - endOf(a) || (a.file < b.file ? 1 : -1));
  let last: RecordOf<'change'> | undefined;
  for (const { file, summary } of done) {
    if (last && !(summary.change?.release && isOfSame(summary.change.components, last.data))) continue;
    const record = read(file);
    last ??= record?.data.components?.length || record?.data.release?.version ? record : undefined;
    const release = record?.data.release;
    if (last && release?.version) return { change: last, release };
  }
  return last && { change: last, release: undefined };
}

function isOfSame(components: readonly string[], { components: own = [] }: ChangeData): boolean {
  return own.some(({ name }) => components.some((other) => sameName(other, name)));
}

function endOf({ summary: { change } }: IndexEntry): number {
  return change?.actualEnd ?? change?.end ?? change?.actualStart ?? 0;
}

/** What a fix of something that runs brings, and what it goes back to. */
type FixOf = Pick<ChangeData, 'components' | 'release' | 'rollback'>;

/**
 * The versions of a fix: of each component that was released last the next patch, with tag and branch named as before.
 * A version of another form is only known as the one that runs.
 */
export function fixOf({ change: { data }, release }: DoneLast, index: Pick<RecordIndex, 'all'>): FixOf {
  const { components = [] } = data;
  const running = data.release?.version ?? components[0]?.to;
  const released = components.filter(({ to }) => sameVersion(to, running));
  const fixed = (released.length > 0 ? released : components).flatMap(({ name, to }) =>
    name && to ? [{ name, from: to, ...toOf(nextPatch(to, index)) }] : [],
  );
  const version = running === undefined || !release ? undefined : nextPatch(running, index);
  const from = running ?? fixed[0]?.from;
  return {
    ...(fixed.length > 0 ? { components: fixed } : {}),
    ...(version === undefined || !release ? {} : { release: releaseOf(release, version) }),
    ...(from === undefined ? {} : { rollback: { to: from } }),
  };
}

function toOf(to: string | undefined): { to?: string } {
  return to === undefined ? {} : { to };
}

/** A release named like another one. */
function releaseOf({ version: named = '', tag, branch, repository }: Release, version: string): Release {
  const [before = '', after = ''] = [named, version].map((text) => text.replace(/^v(?=\d)/i, ''));
  const renamed = (name: string): string => (before === '' ? name : name.replaceAll(before, after));
  // A tag that does not carry the version says nothing about the next one.
  const nextTag = tag && renamed(tag) !== tag ? renamed(tag) : undefined;
  return {
    version,
    ...(nextTag ? { tag: nextTag } : {}),
    ...(branch ? { branch: renamed(branch) } : {}),
    ...(repository ? { repository } : {}),
  };
}

/** The next patch of a version that no change of the workspace releases; undefined where its form is unknown. */
function nextPatch(version: string, index: Pick<RecordIndex, 'all'>): string | undefined {
  const [, begin, last = ''] = /^(v?(?:\d{1,6}\.){2,3})(\d{1,9})$/i.exec(version) ?? [];
  const start = begin ?? (/^v?\d{1,6}\.\d{1,6}$/i.test(version) ? `${version}.` : undefined);
  if (start === undefined) return undefined;
  const taken = new Set<string>();
  for (const { summary } of index.all()) {
    const own = summary.change?.release?.version;
    if (own && summary.stage !== 'cancelled' && summary.stage !== 'rejected') taken.add(bare(own));
  }
  let number = Number(last || 0) + 1;
  while (taken.has(bare(`${start}${number}`))) number++;
  return `${start}${number}`;
}

function sameVersion(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && bare(one) === bare(other);
}

function bare(version: string): string {
  return plainName(version).replace(/^v(?=\d)/, '');
}
