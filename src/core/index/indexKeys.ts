import type { ChangeFacts } from './changeFacts';
import type { RecordSummary } from './recordSummary';

/** Of a change: what it shares with others, when it takes place, and what it releases. */
export type ChangeKeys = Pick<
  ChangeFacts,
  | 'customer'
  | 'outcome'
  | 'environments'
  | 'components'
  | 'assignee'
  | 'assigneeName'
  | 'start'
  | 'end'
  | 'deploymentType'
  | 'severity'
  | 'release'
>;

/** What a record is found by: a small part of its summary, which is one, too. */
export interface IndexKeys {
  readonly id: string | undefined;
  readonly status: string;
  readonly stage: string;
  readonly references: readonly { readonly id: string }[];
  readonly links: readonly { readonly path: string | undefined }[];
  readonly change?: ChangeKeys | undefined;
  /** Whether a text, as JSON writes it, may be among these; where it cannot be asked, it may. */
  mayHold?(written: string): boolean;
}

/** What is asked of many records, without whom and what they name. */
export type PlainKeys = Omit<IndexKeys, 'references' | 'links' | 'mayHold'>;
/** Whom and what a record names, which fewer questions are about. */
export type NamedKeys = Pick<IndexKeys, 'references' | 'links'>;

/** What a record is found by, and nothing else of its summary. */
export function keysOf({ id, status, stage, references, links, change }: RecordSummary): IndexKeys {
  const ids = new Set(references.map((reference) => reference.id));
  const paths = new Set(links.flatMap(({ path }) => path ?? []));
  return {
    ...{ id, status, stage },
    references: [...ids].map((other) => ({ id: other })),
    links: [...paths].map((path) => ({ path })),
    ...(change ? { change: changeKeys(change) } : {}),
  };
}

function changeKeys(change: ChangeFacts): ChangeKeys {
  const { customer, outcome, environments, components, assignee, assigneeName } = change;
  const { start, end, deploymentType, severity, release } = change;
  const keys = { customer, outcome, assignee, assigneeName, start, end, deploymentType, severity, release };
  const known = Object.entries(keys).filter(([, value]) => value !== undefined);
  return { environments, components, ...Object.fromEntries(known) };
}
