import * as z from 'zod/mini';
import { exceptionKinds } from './reconcileException';

const text = z.nullable(z.string());
const count = z.int().check(z.nonnegative());

const place = z.strictObject({
  /** The list as the call names it; the tag’s own name where git’s tags are what is compared. */
  list: z.string(),
  /** The row of a table, or the place in a list of JSON, from 1; null for a tag. */
  row: z.nullable(z.int().check(z.positive())),
  id: text,
});

const deployment = z.strictObject({
  at: z.string(),
  environment: text,
  version: text,
  ref: text,
  commit: text,
  artifact: text,
  customer: text,
  component: text,
  by: text,
  state: z.enum(['succeeded', 'failed', 'running', 'unknown']),
  place,
});

const record = z.strictObject({ id: text, file: z.string(), line: z.int().check(z.positive()) });

/** The machine-readable answer of `reconcile`. Times carry the offset of the workspace's zone. */
export const reconcileReportSchema = z.strictObject({
  version: z.literal(1),
  /** The first moment that counts, and the first one after the period. */
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  customer: text,
  environment: text,
  /** Whether everything could be read and compared; only then does a list without exceptions mean anything. */
  complete: z.boolean(),
  /** What could not be read or compared. */
  missing: z.array(z.string()),
  lists: z.array(
    z.strictObject({
      list: z.string(),
      form: z.enum(['github', 'gitlab', 'releases', 'argocd', 'octopus', 'table', 'statuses', 'tags']),
      rows: count,
      /** Rows of what never ran. */
      notRun: count,
    }),
  ),
  /** How many deployments and deployed changes of the period were compared. */
  deployments: count,
  changes: count,
  exceptions: z.array(
    z.strictObject({
      kind: z.enum(exceptionKinds),
      message: z.string(),
      deployment: z.nullable(deployment),
      record: z.nullable(record),
      /** Other records that may be meant. */
      candidates: z.array(record),
      /** What else shows it. */
      tag: z.nullable(z.strictObject({ name: z.string(), commit: z.string() })),
      commit: text,
      committed: text,
      roles: z.array(z.string()),
      by: text,
      window: z.nullable(z.strictObject({ start: z.string(), end: z.string() })),
    }),
  ),
  /** Deployments that need no record, by a row of `unrecorded` in the configuration. */
  unrecorded: z.array(
    z.strictObject({
      deployment,
      message: z.string(),
      match: z.string(),
      by: z.string(),
      reason: z.string(),
      until: text,
      /** Whether who deployed it is who says that it needs no record. */
      own: z.boolean(),
    }),
  ),
  /** Rows of `unrecorded` by which no deployment of the period in an environment needs a record, where two or more ran there. */
  sweeping: z.array(
    z.strictObject({
      message: z.string(),
      environment: text,
      deployments: count,
      match: z.string(),
      by: z.string(),
      reason: z.string(),
      until: text,
    }),
  ),
  /** Deployments that the lists have more than once, which count once. */
  doubled: z.array(z.strictObject({ deployment, again: z.array(place) })),
  /** Records that name no release, where only tags tell what ran. */
  notCompared: z.array(record),
});

export type ReconcileReport = z.infer<typeof reconcileReportSchema>;
