import * as z from 'zod/mini';
import { waitsOn } from '../actions/moves';
import { digestOf } from '../approvals/approvedContent';
import { neededRoles } from '../approvals/neededRoles';
import { environmentStandings } from '../config/environments';
import { forCustomer } from '../config/forCustomer';
import { ownValuesOf } from '../config/ownValues';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import { summarise, titleOf } from '../index/summarise';
import { parseRecord } from '../model/parse/parseRecord';
import { readBody } from '../model/parse/readBody';
import { plainBodyStart } from '../model/parse/readFrontMatter';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import type { Body } from '../model/parse/step';
import { LineMap } from '../model/text/lineMap';
import { riskOf } from '../risk/riskOf';
import { decidingFactors } from '../risk/riskText';
import { initialStatus } from '../workflow/stages';

const line = z.int().check(z.positive());
const nullableText = z.nullable(z.string());
const level = z.enum(['low', 'medium', 'high']);

/** The commits of a record that the remote branch lacks, as far as is known without asking the remote. */
const notPushedSchema = z.strictObject({ target: z.string(), commits: z.int().check(z.nonnegative()) });
export type NotPushed = z.infer<typeof notPushedSchema>;

/** The machine-readable answer of `show`. Lines count from 1. */
export const showReportSchema = z.strictObject({
  version: z.literal(1),
  file: z.string(),
  type: z.nullable(z.enum(['procedure', 'change', 'ticket'])),
  id: nullableText,
  title: nullableText,
  status: nullableText,
  fields: z.record(z.string(), z.unknown()),
  sections: z.array(z.strictObject({ name: nullableText, title: z.string(), line })),
  /** For a change: its risk, and the factors that decide it. */
  risk: z.optional(
    z.strictObject({
      level,
      decidedBy: z.array(z.string()),
      factors: z.array(z.strictObject({ factor: z.string(), level, figure: z.optional(z.number()) })),
    }),
  ),
  /** For a change: the digest of its current content, for approvals. */
  digest: z.optional(z.string()),
  /** For a change: the party that it waits on, and the roles that must approve. */
  waitsOn: z.optional(z.string()),
  roles: z.optional(z.array(z.string())),
  /** For a change: which of its environments count as production, and what says so. */
  environments: z.optional(
    z.array(
      z.strictObject({
        name: z.string(),
        production: z.boolean(),
        by: z.enum(['customer', 'configuration', 'name']),
        reason: z.optional(z.string()),
      }),
    ),
  ),
  /** If there is a branch to push to: the number of the record's commits that it lacks. */
  notPushed: z.optional(notPushedSchema),
  steps: z.array(
    z.strictObject({
      line,
      text: z.string(),
      checked: z.boolean(),
      applicable: z.boolean(),
      path: z.array(z.string()),
      name: z.optional(z.string()),
      /** A step of the rollback: it counts only if the change was rolled back, and then instead of the others. */
      rollback: z.optional(z.literal(true)),
      /** Who does it, as written: a role, a person or a team. */
      by: z.optional(z.string()),
      /** How many minutes it takes. */
      takes: z.optional(z.number()),
      /** How many minutes behind the start it is due; before it the number is negative. */
      at: z.optional(z.number()),
      /** The choice of which it is one. */
      choice: z.optional(z.string()),
      /** Another step of its choice is ticked, so that it does not apply. */
      notChosen: z.optional(z.literal(true)),
      /** The field or the condition without which it does not count; `unmet` where there is none. */
      if: z.optional(z.string()),
      unmet: z.optional(z.literal(true)),
      evidence: z.optional(z.literal(true)),
      /** It may stay open. */
      optional: z.optional(z.literal(true)),
    }),
  ),
  /** The whole text, with `--text`. */
  text: z.optional(z.string()),
});

export type ShowReport = z.infer<typeof showReportSchema>;

/** The workspace of a record. */
export interface Surroundings {
  /** Path of the file, relative to the workspace. */
  readonly file: string;
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  readonly now: number;
}

/**
 * Reports the content of a markdown text: a record, or else only sections and steps.
 *
 * @param config the configuration, which may declare fields of the team's own
 * @param around the workspace, which the risk of a change depends on; without it the risk is left out
 */
export function showReport(
  file: string,
  text: string,
  config: WorkspaceConfig,
  around?: Surroundings,
): ShowReport {
  const read = parseRecord(text);
  if (!read) return plainReport(file, text);
  const record = forCustomer(read, config);
  const status = record.type === 'procedure' ? null : (record.data.status ?? initialStatus(record.type));
  return {
    version: 1,
    file,
    type: record.type,
    id: record.data.id ?? null,
    title: titleOf(record) || null,
    status,
    fields: { ...fieldsOf(record), ...ownValuesOf(record, config) },
    ...partsOf(record.body),
    ...(record.type === 'change' ? changeParts(record, around) : {}),
  };
}

function changeParts(
  record: RecordOf<'change'>,
  around: Surroundings | undefined,
): Pick<ShowReport, 'risk' | 'digest' | 'waitsOn' | 'roles' | 'environments'> {
  const digest = digestOf(record);
  if (!around) return { digest };
  const { config, index, now, file } = around;
  const facts = summarise(record, file, config).change;
  const status = record.data.status ?? initialStatus('change');
  const waits = waitsOn(status, record.data, config.workflow);
  const environments = record.data.environments && environmentStandings(record.data, config);
  if (!facts) return { digest, waitsOn: waits };
  const risk = riskOf(facts, file, index, (moment) => moment <= now);
  const decidedBy = decidingFactors(risk).map(({ factor }) => factor);
  const factors = risk.factors.map((factor) => ({ ...factor }));
  const roles = neededRoles(facts, risk.level, config);
  return {
    risk: { level: risk.level, decidedBy, factors },
    digest,
    waitsOn: waits,
    roles,
    ...(environments ? { environments } : {}),
  };
}

function plainReport(file: string, text: string): ShowReport {
  const body = readBody(new LineMap(text), plainBodyStart(text));
  const title = body.headings.find((heading) => heading.level === 1)?.title ?? null;
  return { version: 1, file, type: null, id: null, title, status: null, fields: {}, ...partsOf(body) };
}

/** The data without undefined fields, and without the start that a change with phases has from the first of them. */
function fieldsOf(record: ParsedRecord): { [name: string]: unknown } {
  if (record.type === 'change' && record.data.schedule?.phases) {
    const { start, phases, ...others } = record.data.schedule;
    const own = start === phases[0]?.start ? {} : { start };
    return fieldsIn({ ...record.data, schedule: { ...own, phases, ...others } });
  }
  return fieldsIn(record.data);
}

function fieldsIn(data: ParsedRecord['data']): { [name: string]: unknown } {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

function partsOf(body: Body): Pick<ShowReport, 'sections' | 'steps'> {
  const sections = body.headings.filter((heading) => heading.level === 2);
  return {
    sections: sections.map((heading) => ({
      name: heading.section ?? null,
      title: heading.title,
      line: heading.line + 1,
    })),
    steps: body.steps.map((step) => ({
      line: step.line + 1,
      text: step.text,
      checked: step.checked,
      applicable: step.applicable,
      path: [...step.path],
      ...(step.name ? { name: step.name } : {}),
      ...(step.rollback === undefined ? {} : { rollback: true as const }),
      ...(step.by === undefined ? {} : { by: step.by }),
      ...(step.takes === undefined ? {} : { takes: step.takes }),
      ...(step.at === undefined ? {} : { at: step.at }),
      ...(step.choice === undefined ? {} : { choice: step.choice }),
      ...(step.notChosen ? { notChosen: true as const } : {}),
      ...(step.if === undefined ? {} : { if: step.if }),
      ...(step.unmet ? { unmet: true as const } : {}),
      ...(step.evidence ? { evidence: true as const } : {}),
      ...(step.optional ? { optional: true as const } : {}),
    })),
  };
}
