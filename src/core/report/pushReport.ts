import * as z from 'zod/mini';

const alreadyDone = z.strictObject({
  /** The commit of others that did it. */
  commit: z.string(),
  /** Subject of the commit here that was not made again. */
  subject: z.string(),
  by: z.string(),
  at: z.string(),
});

/** The machine-readable answer of `push`, and of `--push` with any other command. */
export const pushReportSchema = z.strictObject({
  version: z.literal(1),
  /** `pushed`; `nothing`: all was there; `planned`: a dry run; `failed`: the commits are kept, `message` says why. */
  outcome: z.enum(['pushed', 'nothing', 'planned', 'failed']),
  /** Why not, as a code that stays the same; and as a sentence. */
  code: z.nullable(z.string()),
  message: z.string(),
  /** The branch of the remote, such as `origin/main`. */
  target: z.nullable(z.string()),
  /** The commit that it is at now. */
  commit: z.nullable(z.string()),
  /** Subjects of the commits that were pushed, oldest first. */
  subjects: z.array(z.string()),
  /** What others had done already, so that it was not committed again. */
  already: z.array(alreadyDone),
  /** How the local branch stands: `same`, `moved` to what was pushed, or it `stays` behind local changes. */
  local: z.nullable(z.enum(['same', 'moved', 'stays'])),
  /** The files whose local changes keep it where it is. */
  inTheWay: z.array(z.string()),
});

export type PushReport = z.infer<typeof pushReportSchema>;
