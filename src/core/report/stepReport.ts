import * as z from 'zod/mini';
import { pushReportSchema } from './pushReport';

const line = z.int().check(z.positive());
const count = z.int().check(z.nonnegative());

const step = z.strictObject({
  /** Its number among the record's steps, from 1. */
  ordinal: line,
  line,
  text: z.string(),
  path: z.array(z.string()),
  name: z.optional(z.string()),
});

/** The machine-readable answer of `tick`, `untick` and `skip`. Lines and numbers of steps count from 1. */
export const stepReportSchema = z.strictObject({
  version: z.literal(1),
  id: z.nullable(z.string()),
  file: z.string(),
  action: z.enum(['tick', 'untick', 'skip', 'unskip']),
  /** The step that was meant; nothing where none was found. */
  step: z.nullable(step),
  /**
   * `committed`; `aligned`: it was committed already and the file has been brought in line; `unchanged`: the step is
   * so already; `planned`: a dry run;
   * `refused`: the record speaks against it; `failed`: git or the disk does.
   */
  outcome: z.enum(['committed', 'aligned', 'unchanged', 'planned', 'refused', 'failed']),
  /** Why not, as a code that stays the same; and as a sentence. */
  code: z.nullable(z.string()),
  message: z.string(),
  commit: z.nullable(z.string()),
  subject: z.nullable(z.string()),
  /** How many of the steps that apply are done, with this one as it is meant to be. */
  progress: z.nullable(z.strictObject({ done: count, all: count })),
  /** What became of `--push`. */
  push: z.optional(pushReportSchema),
  /** The steps that the text given may mean, where it may mean several. */
  candidates: z.array(step),
});

export type StepReport = z.infer<typeof stepReportSchema>;
export type ReportedStep = z.infer<typeof step>;
