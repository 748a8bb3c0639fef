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
});

export type GateReport = z.infer<typeof gateReportSchema>;
