import * as z from 'zod/mini';
import { draftReportSchema } from './draftReport';
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

const lack = z.enum(['reason', 'outcome', 'requester', 'frontMatter']);
const outcome = z.enum(['committed', 'aligned', 'unchanged', 'planned', 'edited', 'refused', 'failed']);

const moveFinding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  start: z.strictObject({ line, column: line }),
  docs: z.string(),
});

/**
 * The machine-readable answer of every command that does something to a record. What only some actions tell is
 * optional. Lines, columns and numbers of steps count from 1, in the text as it stands.
 */
export const actionReportSchema = z.strictObject({
  version: z.literal(1),
  id: z.nullable(z.string()),
  file: z.string(),
  /** What was done; `advance`, `hold` and `resume` tell `from` and `to` instead, `approve` its `decision`. */
  action: z.optional(
    z.enum([
      'tick',
      'untick',
      'skip',
      'unskip',
      'rollback',
      'undo-rollback',
      'agree',
      'accept-risk',
      'waive',
      'notify',
      'create',
      'set',
      'edit',
      'update',
    ]),
  ),
  /** The step that was meant; null where none was found. */
  step: z.optional(z.nullable(step)),
  /** The copy of the file that shows it, or that the action takes away: its path in the workspace. */
  evidenceFile: z.optional(z.string()),
  /** The role that decides, and how. */
  role: z.optional(z.string()),
  decision: z.optional(z.enum(['approved', 'denied'])),
  /** Who decides, agrees, accepts the risk, answers for the waiver, or sent the notice. */
  by: z.optional(z.nullable(z.string())),
  /** The start that was agreed on, as it is written; the rule that is waived; the kind of notice; the fields set. */
  target: z.optional(z.nullable(z.string())),
  reason: z.optional(z.nullable(z.string())),
  /** The states that a move leads from and to. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  /** Whether the move is allowed, and whether it was written. */
  allowed: z.optional(z.boolean()),
  written: z.optional(z.boolean()),
  /** Whose turn it is in the new state. */
  waitsOn: z.optional(z.enum(['customer', 'partner', 'us', 'nobody'])),
  /** What somebody has to say before the move. */
  lacks: z.optional(z.array(lack)),
  /** What keeps the record out of the new state. */
  findings: z.optional(z.array(moveFinding)),
  /** Of a call that passes several states: each move, up to the one that is not allowed. */
  moves: z.optional(
    z.array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        allowed: z.boolean(),
        written: z.boolean(),
        lacks: z.array(lack),
        findings: z.array(moveFinding),
        commit: z.nullable(z.string()),
      }),
    ),
  ),
  /** The drafts of the notices that the moves call for, where the call asks for them. */
  notices: z.optional(z.array(draftReportSchema)),
  /** Lines that name an id which two records had, and may mean either; they are left as they are. */
  mayMean: z.optional(z.array(z.strictObject({ file: z.string(), line, text: z.string() }))),
  /** Files that change with a move, the record first. */
  files: z.optional(z.array(z.string())),
  /**
   * `aligned`: it was committed already and the file has been brought in line; `unchanged`: it is so already;
   * `planned`: a dry run; `edited`: only the file was written; `refused`: the record speaks against it; `failed`: git
   * or the disk does. Moves tell `allowed` and `written` instead.
   */
  outcome: z.optional(outcome),
  /** Why not, as a code that stays the same; and as a sentence. */
  code: z.optional(z.nullable(z.string())),
  message: z.optional(z.string()),
  /** The commit that was made. A move leaves it out where only the files were written. */
  commit: z.optional(z.nullable(z.string())),
  subject: z.optional(z.nullable(z.string())),
  /** How many of the steps that apply are done, with this one as it is meant to be. */
  progress: z.optional(z.nullable(z.strictObject({ done: count, all: count }))),
  /** The steps that the text given may mean, where it may mean several. */
  candidates: z.optional(z.array(step)),
  /** Of a call that names several steps: what became of each, up to the one that was refused. */
  steps: z.optional(
    z.array(
      z.strictObject({
        step,
        outcome,
        code: z.nullable(z.string()),
        message: z.string(),
        commit: z.nullable(z.string()),
        subject: z.nullable(z.string()),
      }),
    ),
  ),
  /** Of a change that takes over a newer version of its procedure: what that does to its steps, by their texts. */
  update: z.optional(
    z.strictObject({
      /** The versions, such as `PROC-RELEASE@1.0.0`. */
      from: z.string(),
      to: z.string(),
      added: z.array(z.string()),
      /** Of named steps that have other words now, these. */
      reworded: z.array(z.string()),
      /** Of those that were done, these, which are open again. */
      reopened: z.array(z.string()),
      /** The procedure has them no more, and nobody had done them. */
      removed: z.array(z.string()),
      /** The procedure has them no more, and they stay as they were done. */
      kept: z.array(z.string()),
      /** Places that both have changed, of which nobody has said what counts. */
      conflicts: z.array(z.strictObject({ change: z.string(), procedure: z.string() })),
      /** What says that approvals and agreement are void by it. */
      stale: z.array(z.string()),
    }),
  ),
  /** What became of `--push`. */
  push: z.optional(pushReportSchema),
});

export type ActionReport = z.infer<typeof actionReportSchema>;
export type ReportedStep = z.infer<typeof step>;
