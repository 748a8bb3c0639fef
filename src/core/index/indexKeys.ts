import type { ChangeSummary } from './changeSummary';
import type { RecordSummary } from './recordSummary';

/** What a change is found by: what it shares with others, when it takes place, and what it releases. */
export const changeKeyNames = [
  'customer',
  'outcome',
  'goesBack',
  'environments',
  'components',
  'assignee',
  'assigneeName',
  'start',
  'end',
  'phases',
  'deploymentType',
  'severity',
  'release',
] as const;

type ChangeKeyName = (typeof changeKeyNames)[number];

/** A small part of a change's summary, which is one, too. */
export type ChangeKeys = { readonly [Name in ChangeKeyName]?: ChangeSummary[Name] | undefined } & Pick<
  ChangeSummary,
  'environments' | 'components'
>;

/** What a record is found by: a small part of its summary, which is one, too. */
export interface IndexKeys
  extends Pick<RecordSummary, 'type' | 'id' | 'version' | 'status' | 'stage' | 'criticalFor'> {
  readonly references: readonly { readonly id: string }[];
  readonly links: readonly { readonly path: string | undefined }[];
  readonly change?: ChangeKeys | undefined;
}

/** Takes from a summary what its record is found by. */
export function keysOf({
  type,
  id,
  version,
  status,
  stage,
  references,
  links,
  change,
  criticalFor,
}: RecordSummary): IndexKeys {
  return {
    type,
    id,
    ...(version ? { version } : {}),
    status,
    stage,
    references: references.map((reference) => ({ id: reference.id })),
    links: links.map(({ path }) => ({ path })),
    ...(change ? { change: changeKeysOf(change) } : {}),
    ...(criticalFor ? { criticalFor } : {}),
  };
}

function changeKeysOf(change: ChangeSummary): ChangeKeys {
  const { environments, components } = change;
  const keys: { [name: string]: unknown } = {};
  for (const name of changeKeyNames) if (change[name] !== undefined) keys[name] = change[name];
  return { ...keys, environments, components };
}
