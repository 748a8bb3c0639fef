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
    'unreadable',
    'unread',
    'finding',
    'unverified',
  ]),
  rule: z.optional(z.string()),
  message: z.string(),
});

/** The machine-readable answer of `gate`. */
export const gateReportSchema = z.strictObject({
  version: z.literal(1),
  allowed: z.boolean(),
  /** The moment that was asked about. */
  now: z.string(),
  /** Why not, where no change is to blame. */
  reasons: z.array(reason),
  /** The changes that were judged: all of them must be allowed. */
  changes: z.array(
    z.strictObject({
      id: z.nullable(z.string()),
      file: z.string(),
      title: z.string(),
      status: z.string(),
      window: z.nullable(z.strictObject({ start: z.string(), end: z.string() })),
      allowed: z.boolean(),
      reasons: z.array(reason),
      /** What nobody could verify and was let pass all the same, since the call allows it. */
      unverified: z.array(reason),
    }),
  ),
});

export type GateReport = z.infer<typeof gateReportSchema>;
