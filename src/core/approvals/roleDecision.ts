import type { Decision } from '../model/parse/latestApprovals';
import type { PackedRange } from '../model/text/range';
import type { ApprovalPart } from './missingApprovalParts';

/** The latest decision of one role. */
export interface RoleDecision {
  readonly role: string;
  /** Who decided, as written. */
  readonly by?: string;
  readonly decision: Decision['decision'];
  /** Of a change that is open: when, in milliseconds since 1970. */
  readonly at?: number;
  /** What an approval must say and this one does not: it does not count. */
  readonly lacks?: readonly ApprovalPart[];
  /** It is by somebody who asked for the change or performs it. */
  readonly involved?: true;
}

/** An approval that counts, as its commit is looked for. */
export interface DecidedRole {
  readonly role: string;
  readonly by?: string;
  /** When it says that it was given, in milliseconds since 1970. */
  readonly at?: number;
  /** What it is recognised by in other versions of the record. */
  readonly key: string;
  readonly range: PackedRange;
}

/** The approvals of a change whose commits are looked for. */
export interface DecidedApprovals {
  readonly roles: readonly DecidedRole[];
  /** Their commits must be signed. */
  readonly signed?: true;
  /** What the denials that stand in its list are recognised by. */
  readonly denials?: readonly string[];
  /** Keys of those who asked for the change or perform it. */
  readonly involved: readonly string[];
}
