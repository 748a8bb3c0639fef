import type { Lack, PlannedMove } from '../actions/planMove';
import type { Language, Localized } from '../model/text/localized';
import { docsOf, messageOf } from '../rules/renderFinding';
import type { ActionReport } from './actionReport';

type MovePart = 'from' | 'to' | 'allowed' | 'written' | 'waitsOn' | 'lacks' | 'findings' | 'files';

/** The answer of a move to another state: what a report of an action tells of it. */
export type MoveReport = Omit<ActionReport, MovePart> & {
  readonly [part in MovePart]: Exclude<ActionReport[part], undefined>;
};

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
export function moveReport(
  plan: PlannedMove,
  about: {
    id: string | undefined;
    files: readonly string[];
    written: boolean;
    commit?: string | undefined;
    waitsOn: MoveReport['waitsOn'];
  },
  language: Language,
): MoveReport {
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
