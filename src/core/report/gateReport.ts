import * as z from 'zod/mini';

const reason = z.strictObject({
  /** A code that stays the same; `finding` where a rule says it. */
  code: z.enum([
    'noChange',
    'noConfig',
    'config',
    'notReady',
    'noWindow',
    'notYet',
    'over',
    'phaseNotYet',
    'phaseOver',
    'noPhase',
    'phaseGate',
    'goesBack',
    'unreadable',
    'unread',
    'finding',
    'unverified',
  ]),
  rule: z.optional(z.string()),
  message: z.string(),
});

/** A review that counted as a decision. */
export const countedReviewSchema = z.strictObject({
  role: z.string(),
  decision: z.enum(['approved', 'denied']),
  /** Who decided, as the configuration names them, and their login. */
  by: z.string(),
  login: z.string(),
  at: z.nullable(z.string()),
  /** The commit that was reviewed, and the digest of the content there. */
  commit: z.nullable(z.string()),
  digest: z.nullable(z.string()),
  /** Addresses of the request and of the review. */
  request: z.string(),
  review: z.nullable(z.string()),
});

/** What the gate says of one change. */
export const judgedChangeSchema = z.strictObject({
  id: z.nullable(z.string()),
  file: z.string(),
  title: z.string(),
  status: z.string(),
  /** Of a change with phases: the one that is meant. */
  phase: z.optional(z.string()),
  window: z.nullable(z.strictObject({ start: z.string(), end: z.string() })),
  allowed: z.boolean(),
  reasons: z.array(reason),
  /** What could not be verified but passed, because the call allows it. */
  unverified: z.array(reason),
  /** With `--reviews`: those that counted. */
  reviews: z.optional(z.array(countedReviewSchema)),
});

/** The machine-readable answer of `gate`. */
export const gateReportSchema = z.strictObject({
  version: z.literal(1),
  allowed: z.boolean(),
  /** The moment of the decision. */
  now: z.string(),
  /** Why not, where the reason is not in a change. */
  reasons: z.array(reason),
  /** The changes that were checked. All of them must be allowed. */
  changes: z.array(judgedChangeSchema),
  /** With `--reviews`: why others did not count. */
  notCounted: z.optional(z.array(z.strictObject({ code: z.string(), message: z.string() }))),
});

export type GateReport = z.infer<typeof gateReportSchema>;
