import type { ChangeFacts } from './changeFacts';

type ChangeKeyNames =
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
  | 'release';

/** Of a change: what it shares with others, when it takes place, and what it releases. */
export type ChangeKeys = { readonly [Name in ChangeKeyNames]?: ChangeFacts[Name] | undefined } & Pick<
  ChangeFacts,
  'environments' | 'components'
>;

/** What a record is found by: a small part of its summary, which is one, too. */
export interface IndexKeys {
  readonly id: string | undefined;
  readonly status: string;
  readonly stage: string;
  readonly references: readonly { readonly id: string }[];
  readonly links: readonly { readonly path: string | undefined }[];
  readonly change?: ChangeKeys | undefined;
}
