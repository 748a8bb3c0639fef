import type { ComparedChange, KnownTag } from './comparedChange';
import type { ListedDeployment } from './listedDeployment';

/** What is not as it should be, in the order in which it is told. */
export const exceptionKinds = [
  'noRecord',
  'ambiguous',
  'noDeployment',
  'notReleased',
  'outsideWindow',
  'noWindow',
  'freeze',
  'beforeApproval',
  'unapproved',
  'otherContent',
  'otherArtifact',
  'otherVersion',
  'unknownVersion',
  'tagMoved',
  'unknownCommit',
  'byApprover',
  'byAuthor',
] as const;

export type ExceptionKind = (typeof exceptionKinds)[number];

/** Something that is not as it should be, with what shows it. */
export interface ReconcileException {
  readonly kind: ExceptionKind;
  readonly deployment?: ListedDeployment;
  readonly change?: ComparedChange;
  /** Other changes that it may be about. */
  readonly candidates?: readonly ComparedChange[];
  readonly tag?: KnownTag;
  /** The commit that shows it, with its moment where that matters. */
  readonly commit?: string;
  readonly commitAt?: number;
  /** Roles that it is about. */
  readonly roles?: readonly string[];
  /** Who it is about. */
  readonly by?: string;
  /** A stretch of time: a window, a freeze. */
  readonly from?: number;
  readonly to?: number;
  /** When something was said to be. */
  readonly saidAt?: number;
  readonly reason?: string;
  /** Environments that it is about. */
  readonly environments?: readonly string[];
  /** Nothing in git or in the records is called as what ran is. */
  readonly unknown?: true;
}
