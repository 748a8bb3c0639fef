import type { ChangePhase, ChangeSummary } from '../index/changeSummary';
import type { ChangeData } from '../model/schema/recordData';

type Approval = NonNullable<ChangeData['approvals']>[number];
type Notice = NonNullable<ChangeData['notifications']>[number];

/**
 * What a change says of how it was delivered: what figures, a comparison with deployments and a list for an auditor ask
 * of every change of a workspace. It is plain and small, since it is kept of ten thousand changes. Moments are
 * milliseconds since 1970, read in the change's zone; one that is missing or cannot be read is undefined. People,
 * reasons and names are as written.
 */
export interface DeliveryFacts
  extends Pick<
    ChangeSummary,
    | 'changeType'
    | 'deploymentType'
    | 'severity'
    | 'performedBy'
    | 'outcome'
    | 'goesBack'
    | 'start'
    | 'end'
    | 'outageMinutes'
    | 'actualStart'
    | 'actualEnd'
    | 'rollbackAt'
  > {
  readonly id?: string;
  readonly title: string;
  /** The state that it is in, and the stage of the workflow that counts for it. */
  readonly status: string;
  readonly stage: string;
  /** The zone in which its local times are read. */
  readonly zone: string;
  /** Key of the configured customer, else the name as written in lower case. */
  readonly customer?: string;
  readonly environments: readonly string[];
  readonly components: readonly string[];
  /** Id of the procedure that it follows, in capitals, and the version behind `@`. */
  readonly procedure?: string;
  readonly procedureVersion?: string;
  readonly requestedBy?: string;
  readonly requestedAt?: number;
  /** When the incident that it fixes was reported. */
  readonly reportedAt?: number;
  /** Day on which the record was made, as written. */
  readonly created?: string;
  readonly owner?: string;
  readonly assignee?: string;
  /** Of an emergency, why it could not go the usual way. */
  readonly justification?: string;
  /** All decisions, in the order of the record. */
  readonly approvals?: readonly DeliveryDecision[];
  /**
   * When the last of the deciding roles approved it; undefined where nobody has decided, where a role's decision that
   * counts is a denial, or where one has no time.
   */
  readonly approvedAt?: number;
  readonly cab?: { readonly meeting?: string; readonly at?: number; readonly decision?: string };
  readonly agreement?: {
    readonly by?: string;
    readonly at?: number;
    readonly riskAcceptedBy?: string;
  };
  /** Its windows where it has several. */
  readonly phases?: readonly Omit<ChangePhase, 'startAt'>[];
  readonly rollbackReason?: string;
  /** The version that it goes back to, as planned. */
  readonly rollbackTo?: string;
  readonly release?: {
    readonly version?: string;
    readonly tag?: string;
    readonly branch?: string;
    readonly artifact?: string;
    readonly repository?: string;
  };
  readonly tests?: {
    readonly validatedIn?: readonly string[];
    readonly passed?: number;
    readonly total?: number;
    readonly artifact?: string;
  };
  readonly waivers?: readonly DeliveryWaiver[];
  /** The notices that were sent. */
  readonly notices?: readonly DeliveryNotice[];
  /** Ids of the tickets that it delivers. */
  readonly tickets?: readonly string[];
  /** Id of the change that it follows up. */
  readonly supersedes?: string;
  /** It failed, was rolled back or was an emergency, and nobody wrote a review, which is due once it is done. */
  readonly owesReview?: true;
  /** It was closed before it was imported from another tool. */
  readonly cameClosed?: true;
  /** Its text could not be read completely: it may say what is missing here. */
  readonly unsure?: true;
}

/** A decision in a role, whether it counts or a later one of the same role does. */
export interface DeliveryDecision {
  readonly role?: string;
  readonly by?: string;
  readonly at?: number;
  readonly decision?: Approval['decision'];
}

/** A finding that somebody answers for. */
export interface DeliveryWaiver {
  readonly rule: string;
  readonly by?: string;
  readonly reason?: string;
  /** Last day on which it holds, as written. */
  readonly until?: string;
}

/** A notice that was sent. */
export interface DeliveryNotice {
  readonly kind?: Notice['kind'];
  readonly at?: number;
  readonly by?: string;
}
