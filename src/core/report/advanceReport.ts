import * as z from 'zod/mini';
import type { Lack, PlannedMove } from '../actions/planMove';
import type { Language, Localized } from '../model/text/localized';
import { docsOf, messageOf } from '../rules/renderFinding';
import { pushReportSchema } from './pushReport';

const position = z.strictObject({ line: z.int().check(z.positive()), column: z.int().check(z.positive()) });

/** The machine-readable answer of `advance`. Lines and columns count from 1, in the text as it stands. */
export const advanceReportSchema = z.strictObject({
  version: z.literal(1),
  id: z.nullable(z.string()),
  file: z.string(),
  from: z.string(),
  to: z.string(),
  allowed: z.boolean(),
  /** Whether it was written. */
  written: z.boolean(),
  waitsOn: z.enum(['customer', 'partner', 'us', 'nobody']),
  /** What somebody has to say first. */
  lacks: z.array(z.enum(['reason', 'outcome', 'requester', 'frontMatter'])),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string(),
      start: position,
      docs: z.string(),
    }),
  ),
  /** Files that change with it, the record first. */
  files: z.array(z.string()),
  /** The commit that it was made with; nothing where only the files were written. */
  commit: z.optional(z.string()),
  /** What became of `--push`. */
  push: z.optional(pushReportSchema),
});

export type AdvanceReport = z.infer<typeof advanceReportSchema>;

/** What a move lacks, as a sentence that says what to do. */
export const lackTexts: { readonly [lack in Lack]: Localized } = {
  reason: { en: 'It needs a reason (--reason).', es: 'Necesita un motivo (--reason).' },
  outcome: {
    en: 'It needs an outcome (--outcome successful, rolled_back, superseded or failed).',
    es: 'Necesita un resultado (--outcome satisfactorio, revertido, reemplazado o fallido).',
  },
  requester: {
    en: 'The customer performs it: name the customer’s user who asks for it (--requester).',
    es: 'Lo realiza el cliente: nombra a su usuario que lo pide (--requester).',
  },
  frontMatter: {
    en: 'Its front matter cannot be read or edited; correct that first.',
    es: 'Su front matter no se puede leer o editar; corrígelo antes.',
  },
};

/** Makes the report of a planned move. `files` are shown as the user names them. */
export function advanceReport(
  plan: PlannedMove,
  about: {
    id: string | undefined;
    files: readonly string[];
    written: boolean;
    commit?: string | undefined;
    waitsOn: AdvanceReport['waitsOn'];
  },
  language: Language,
): AdvanceReport {
  const [file = '', ...others] = about.files;
  return {
    version: 1,
    id: about.id ?? null,
    file,
    from: plan.from,
    to: plan.move.to,
    allowed: plan.allowed,
    written: about.written,
    waitsOn: about.waitsOn,
    lacks: [...plan.lacks],
    findings: plan.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: messageOf(finding, language),
      start: { line: finding.range.start.line + 1, column: finding.range.start.column + 1 },
      docs: docsOf(finding.rule),
    })),
    files: [file, ...others],
    ...(about.commit ? { commit: about.commit } : {}),
  };
}
