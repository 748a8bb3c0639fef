import type * as z from 'zod/mini';
import { reviewsFileSchema } from '../core/approvals/reviews/reviewsFile';
import { diffReportSchema } from '../core/diff/diffReport';
import { figuresReportSchema } from '../core/figures/figuresReport';
import { draft, schemaId, schemaText } from '../core/language/jsonSchema/jsonSchema';
import { zodJsonSchema } from '../core/language/jsonSchema/zodJsonSchema';
import { receiptSchema } from '../core/receipt/receiptStatement';
import { reconcileReportSchema } from '../core/reconcile/reconcileReport';
import { actionReportSchema } from '../core/report/actionReport';
import { adoptReportSchema } from '../core/report/adoptReport';
import { auditReportSchema } from '../core/report/auditReport';
import { checkReportSchema } from '../core/report/checkReportSchema';
import { draftReportSchema } from '../core/report/draftReport';
import { gateReportSchema } from '../core/report/gateReport';
import { importReportSchema } from '../core/report/importReport';
import { newReportSchema } from '../core/report/newReport';
import { notesReportSchema } from '../core/report/notesReport';
import { pendingReportSchema } from '../core/report/pendingReport';
import { pushReportSchema } from '../core/report/pushReport';
import { setupReportSchema } from '../core/report/setupReport';
import { showReportSchema } from '../core/report/showReport';
import { slotReportSchema } from '../core/report/slotReport';
import { standardReportSchema } from '../core/report/standardReport';
import { updateReportSchema } from '../core/report/updateReport';
import { verifyReportSchema } from '../core/report/verifyReport';
import { writtenReviewsReportSchema } from '../core/report/writtenReviewsReport';
import type { GeneratedFile } from './generatedFile';

/** What the command line prints for machines, and what it reads of them: one row a report. */
const reports: {
  readonly [name: string]: { schema: z.ZodMiniType; description: string; title?: string };
} = {
  check: {
    schema: checkReportSchema,
    description:
      'What `changebook check --format json` prints. Lines and columns count from 1, columns in UTF-16 units.',
  },
  show: {
    schema: showReportSchema,
    description: 'What `changebook show --format json` prints. Lines count from 1; names are canonical.',
  },
  action: {
    schema: actionReportSchema,
    description:
      'What every command prints with `--format json` that does something to a record: `tick`, `untick`, `skip`, `approve`, `agree`, `accept-risk`, `waive`, `notify`, `advance`, `hold`, `resume`, `rollback`, `set`, `update` and `commit`. What only some of them tell is optional. Lines, columns and numbers of steps count from 1, in the text as it stands.',
  },
  push: {
    schema: pushReportSchema,
    description: 'What `changebook push --format json` prints, and any command with `--push` under `push`.',
  },
  slot: {
    schema: slotReportSchema,
    description:
      'What `changebook slot --format json` prints: the next windows in which nothing speaks against a change, with the offset of its time zone; without any, what stands in the way.',
  },
  gate: {
    schema: gateReportSchema,
    description:
      'What `changebook gate --format json` prints: whether the changes asked about may be deployed now, and why not.',
  },
  receipt: {
    schema: receiptSchema,
    description:
      'What `changebook gate --receipt` writes: an in-toto statement of what the gate decided, about an artifact and a commit.',
  },
  verify: {
    schema: verifyReportSchema,
    description:
      'What `changebook verify --format json` prints of a receipt: whether the decision comes out the same, where it does not, and what is worth knowing.',
  },
  reviews: {
    schema: reviewsFileSchema,
    title: 'Changebook reviews',
    description:
      'What `--reviews` reads of a pull request and its reviews, besides what the interfaces of GitHub and GitLab print. Commits are given in full, times with their zone. A review without `commit` or `at` counts for nothing unless it denies.',
  },
  pending: {
    schema: pendingReportSchema,
    description:
      "What `changebook pending --format json` prints: each pending change once, in its group, by start and then severity. Times have the offset of the customer's zone; `findings` is how many there are.",
  },
  figures: {
    schema: figuresReportSchema,
    description:
      'What `changebook figures --format json` prints: how often, how fast and how safely changes were deployed, with what is left out of each figure. Lengths of time are minutes, shares go from 0 to 1.',
  },
  standard: {
    schema: standardReportSchema,
    description:
      'What `changebook pending --standard --format json` prints: the procedures whose changes are standard ones, whether they are in force, and how their changes went.',
  },
  'written-reviews': {
    schema: writtenReviewsReportSchema,
    description:
      'What `changebook approve --from-reviews --format json` prints: for each review that counts what `changebook approve` prints (`action.schema.json`), and why others do not.',
  },
  update: {
    schema: updateReportSchema,
    description:
      'What `changebook update PROC-… --format json` prints: for each open change of a procedure what `changebook update CHG-…` prints (`action.schema.json`).',
  },
  audit: {
    schema: auditReportSchema,
    description:
      'What `changebook audit --format json` prints: everything that happened to a record, oldest first, with the offset of its time zone.',
  },
  reconcile: {
    schema: reconcileReportSchema,
    description:
      'What `changebook reconcile --format json` prints: the deployments of a period beside the records, and what of them is not as it should be. Where `complete` is false, no list is.',
  },
  diff: {
    schema: diffReportSchema,
    description:
      'What `changebook diff --format json` prints: what records say now and did not before, by whom, and what asks for less than before.',
  },
  new: {
    schema: newReportSchema,
    description:
      'What `changebook new --format json` prints: the record that was made, and its text where it was not written.',
  },
  adopt: {
    schema: adoptReportSchema,
    description:
      'What `changebook adopt --format json` prints: the procedures that were made of files, what was recognised in each, and what was not. Lines count from 1, in the file that was adopted.',
  },
  init: {
    schema: setupReportSchema,
    description:
      'What `changebook init --format json` prints: the files that were written, or would be, with their commit; of a workspace that was set up before, what it lacks.',
  },
  import: {
    schema: importReportSchema,
    description:
      'What `changebook import --format json` prints: how each export was read, the records that its rows became, and what of each row was lost.',
  },
  draft: {
    schema: draftReportSchema,
    description:
      'What `changebook draft --format json` prints: a notice as it would go out, and what speaks against sending it.',
  },
  notes: {
    schema: notesReportSchema,
    description:
      'What `changebook notes --format json` prints: what a change releases, the commands for its branch and tag, and what CHANGELOG.md says differently.',
  },
};

/** JSON Schemas of the machine-readable reports. */
export function reportSchemas(): GeneratedFile[] {
  return Object.entries(reports).map(
    ([name, { schema, description, title = `Changebook ${name} report` }]) => {
      const about = { $schema: draft, $id: schemaId(name), title, description };
      return {
        path: `schemas/${name}.schema.json`,
        content: schemaText({ ...about, ...zodJsonSchema(schema) }),
      };
    },
  );
}
