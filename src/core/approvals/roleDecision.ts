import type { Decision } from '../model/parse/latestApprovals';
import type { PackedRange } from '../model/text/range';
import type { ApprovalPart } from './missingApprovalParts';

/** The latest decision of one role. */
export interface RoleDecision {
  readonly role: string;
  /** Who decided, as written. */
  readonly by?: string;
  readonly decision: Decision['decision'];
  /** When, in milliseconds since 1970; only of an open change. */
  readonly at?: number;
  /** Parts that are missing, so that the approval does not count. */
  readonly lacks?: readonly ApprovalPart[];
  /** Whether the approver requested or performs the change. */
  readonly involved?: true;
}

/** An approval that counts, with the data to find its commit. */
export interface DecidedRole {
  readonly role: string;
  readonly by?: string;
  /** When it was given according to the record, in milliseconds since 1970. */
  readonly at?: number;
  /** Its `approvalKey`, which recognises it in other versions of the record. */
  readonly key: string;
  /** Address of the review that was written down as it. */
  readonly review?: string;
  readonly range: PackedRange;
}

/** The approvals of a change whose commits are needed. */
export interface DecidedApprovals {
  readonly roles: readonly DecidedRole[];
  /** Whether their commits must be signed. */
  readonly signed?: true;
  /** The keys of the denials in the list. */
  readonly denials?: readonly string[];
  /** Of a procedure: the keys of all decisions in the list, where there are several. */
  readonly listed?: readonly string[];
  /** Keys of those who asked for the change or perform it. */
  readonly involved: readonly string[];
}
