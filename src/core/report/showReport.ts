import * as z from 'zod/mini';
import { titleOf } from '../index/summarise';
import { parseRecord } from '../model/parse/parseRecord';
import { readBody } from '../model/parse/readBody';
import { plainBodyStart } from '../model/parse/readFrontMatter';
import type { ParsedRecord } from '../model/parse/record';
import type { Body } from '../model/parse/step';
import { LineMap } from '../model/text/lineMap';
import { sectionNamed } from '../model/vocabulary/sections';
import { initialStatus } from '../workflow/stages';

const line = z.int().check(z.positive());
const nullableText = z.nullable(z.string());

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
  steps: z.array(
    z.strictObject({
      line,
      text: z.string(),
      checked: z.boolean(),
      applicable: z.boolean(),
      path: z.array(z.string()),
      name: z.optional(z.string()),
    }),
  ),
});

export type ShowReport = z.infer<typeof showReportSchema>;

/** Says what a markdown text holds; of a text that is no record, its sections and steps. */
export function showReport(file: string, text: string): ShowReport {
  const record = parseRecord(text);
  if (!record) return plainReport(file, text);
  const status = record.type === 'procedure' ? null : (record.data.status ?? initialStatus(record.type));
  return {
    version: 1,
    file,
    type: record.type,
    id: record.data.id ?? null,
    title: titleOf(record) || null,
    status,
    fields: fieldsOf(record),
    ...partsOf(record.body),
  };
}

function plainReport(file: string, text: string): ShowReport {
  const body = readBody(new LineMap(text), plainBodyStart(text));
  const title = body.headings.find((heading) => heading.level === 1)?.title ?? null;
  return { version: 1, file, type: null, id: null, title, status: null, fields: {}, ...partsOf(body) };
}

/** The data without what is not there. */
function fieldsOf(record: ParsedRecord): { [name: string]: unknown } {
  return Object.fromEntries(Object.entries(record.data).filter(([, value]) => value !== undefined));
}

function partsOf(body: Body): Pick<ShowReport, 'sections' | 'steps'> {
  const sections = body.headings.filter((heading) => heading.level === 2);
  return {
    sections: sections.map((heading) => ({
      name: sectionNamed(heading.title) ?? null,
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
    })),
  };
}
