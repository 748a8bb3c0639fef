import * as z from 'zod/mini';

const told = z.strictObject({ code: z.string(), message: z.string() });

const verifiedReceipt = z.strictObject({
  /** The file, or the tag whose note it is. */
  path: z.string(),
  outcome: z.enum(['same', 'differs', 'unverifiable']),
  /** Why it is not the same, or why nobody can tell. */
  differences: z.array(told),
  /** The good signatures: the keys, whose they are by the user's lists, and whether they count. */
  signatures: z.array(
    z.strictObject({
      kind: z.enum(['ssh', 'gpg']),
      keys: z.array(z.string()),
      signer: z.nullable(z.string()),
      /** Null where the configuration names nobody. */
      counts: z.nullable(z.boolean()),
    }),
  ),
  /** What is worth knowing, and no difference. */
  information: z.array(told),
});

/** The machine-readable answer of `verify` about receipts: one of a file, or all that a tag's note holds. */
export const verifyReportSchema = z.strictObject({
  version: z.literal(1),
  receipts: z.array(verifiedReceipt),
});

export type VerifyReport = z.infer<typeof verifyReportSchema>;
export type VerifiedReceipt = VerifyReport['receipts'][number];
