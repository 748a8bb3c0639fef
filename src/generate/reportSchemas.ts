import { diffReportSchema } from '../core/diff/diffReport';
import { actionReportSchema } from '../core/report/actionReport';
import { auditReportSchema } from '../core/report/auditReport';
import { checkReportSchema } from '../core/report/checkReportSchema';
import { draftReportSchema } from '../core/report/draftReport';
import { gateReportSchema } from '../core/report/gateReport';
import { newReportSchema } from '../core/report/newReport';
import { notesReportSchema } from '../core/report/notesReport';
import { pendingReportSchema } from '../core/report/pendingReport';
import { pushReportSchema } from '../core/report/pushReport';
import { showReportSchema } from '../core/report/showReport';
import { slotReportSchema } from '../core/report/slotReport';
import type { GeneratedFile } from './generatedFile';
import { draft, type JsonSchema, schemaId, schemaText } from './jsonSchema';
import { zodJsonSchema } from './zodJsonSchema';

/** What the command line prints for machines: one row a report. */
const reports: readonly { name: string; title: string; description: string; schema: JsonSchema }[] = [
  {
    name: 'check',
    title: 'Changebook check report',
    description:
      'What `changebook check --format json` prints. Lines and columns count from 1, columns in UTF-16 units.',
    schema: zodJsonSchema(checkReportSchema),
  },
  {
    name: 'show',
    title: 'Changebook show report',
    description: 'What `changebook show --format json` prints. Lines count from 1; names are canonical.',
    schema: zodJsonSchema(showReportSchema),
  },
  {
    name: 'action',
    title: 'Changebook action report',
    description:
      'What every command prints with `--format json` that does something to a record: `tick`, `untick`, `skip`, `approve`, `agree`, `accept-risk`, `waive`, `notify`, `advance`, `hold`, `resume` and `commit`. What only some of them tell is optional. Lines, columns and numbers of steps count from 1, in the text as it stands.',
    schema: zodJsonSchema(actionReportSchema),
  },
  {
    name: 'push',
    title: 'Changebook push report',
    description: 'What `changebook push --format json` prints, and any command with `--push` under `push`.',
    schema: zodJsonSchema(pushReportSchema),
  },
  {
    name: 'slot',
    title: 'Changebook slot report',
    description:
      'What `changebook slot --format json` prints: the next windows in which nothing speaks against a change, with the offset of its time zone; without any, what stands in the way.',
    schema: zodJsonSchema(slotReportSchema),
  },
  {
    name: 'gate',
    title: 'Changebook gate report',
    description:
      'What `changebook gate --format json` prints: whether the changes asked about may be deployed now, and why not.',
    schema: zodJsonSchema(gateReportSchema),
  },
  {
    name: 'pending',
    title: 'Changebook pending report',
    description:
      "What `changebook pending --format json` prints: each pending change once, in its group, by start and then severity. Times have the offset of the customer's zone; `findings` is how many there are.",
    schema: zodJsonSchema(pendingReportSchema),
  },
  {
    name: 'audit',
    title: 'Changebook audit report',
    description:
      'What `changebook audit --format json` prints: everything that happened to a record, oldest first, with the offset of its time zone.',
    schema: zodJsonSchema(auditReportSchema),
  },
  {
    name: 'diff',
    title: 'Changebook diff report',
    description:
      'What `changebook diff --format json` prints: what records say now and did not before, by whom, and what asks for less than before.',
    schema: zodJsonSchema(diffReportSchema),
  },
  {
    name: 'new',
    title: 'Changebook new report',
    description:
      'What `changebook new --format json` prints: the record that was made, and its text where it was not written.',
    schema: zodJsonSchema(newReportSchema),
  },
  {
    name: 'draft',
    title: 'Changebook draft report',
    description:
      'What `changebook draft --format json` prints: a notice as it would go out, and what speaks against sending it.',
    schema: zodJsonSchema(draftReportSchema),
  },
  {
    name: 'notes',
    title: 'Changebook notes report',
    description:
      'What `changebook notes --format json` prints: what a change releases, the commands for its branch and tag, and what CHANGELOG.md says differently.',
    schema: zodJsonSchema(notesReportSchema),
  },
];

/** JSON Schemas of the machine-readable reports. */
export function reportSchemas(): GeneratedFile[] {
  return reports.map(({ name, title, description, schema }) => ({
    path: `schemas/${name}.schema.json`,
    content: schemaText({ $schema: draft, $id: schemaId(name), title, description, ...schema }),
  }));
}
