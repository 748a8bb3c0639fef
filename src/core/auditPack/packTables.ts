import type { DeploymentLog } from '../log/deploymentLog';
import type { LogCell } from '../log/logColumns';
import type { Language } from '../model/text/localized';
import { reconcileParts } from '../reconcile/reconcileMarkdown';
import type { ReconcileReport } from '../reconcile/reconcileReport';
import type { AuditPack } from './auditPack';
import { type PackWord, packWord } from './packWords';
import { populationTable, shownCell } from './populationTable';

/** All changes of a pack's period. */
export function changesTable(pack: AuditPack): DeploymentLog {
  const drawn = new Set(pack.draw.flatMap(({ key, isDrawn }) => (isDrawn ? [key] : [])));
  return populationTable(pack.rows, { language: pack.options.language, zone: pack.zone, drawn });
}

/** The draw, in its order: whoever does it again by hand compares it with this. */
export function drawTable({ draw, zone, options: { language } }: AuditPack): DeploymentLog {
  return {
    name: packWord(language, 'sample'),
    zone,
    titles: [packWord(language, 'nameColumn'), 'SHA-256', packWord(language, 'drawnColumn')],
    widths: [30, 66, 10],
    rows: draw.map(({ key, hash, isDrawn }): LogCell[] => [
      shownCell(key),
      hash,
      isDrawn ? packWord(language, 'yes') : undefined,
    ]),
  };
}

/** The history of the rules. */
export function rulesTable({ rules, zone, options: { language } }: AuditPack): DeploymentLog {
  const say = (word: PackWord): string => packWord(language, word);
  return {
    name: say('rules'),
    zone,
    titles: [
      `${say('since')} (${zone})`,
      `${say('until')} (${zone})`,
      say('loosened'),
      say('by'),
      say('file'),
      say('commit'),
      say('endedBy'),
    ],
    widths: [18, 18, 60, 36, 30, 42, 42],
    rows: rules.loosened.map(({ made, ended, text, file }): LogCell[] => [
      made.at,
      ended?.at ?? say('stillOn'),
      shownCell(text[language]),
      shownCell(made.by.join('; ')),
      shownCell(file),
      made.commit,
      ended?.commit,
    ]),
  };
}

/** What came of the comparison of deployments with records: each sentence with its kind, and where that stands. */
export function reconciliationTable(
  report: ReconcileReport,
  zone: string,
  language: Language,
): DeploymentLog {
  return {
    name: packWord(language, 'deployments'),
    zone,
    titles: (['sort', 'what', 'where'] as const).map((word) => packWord(language, word)),
    widths: [30, 100, 60],
    rows: reconcileParts(report, language).flatMap(({ title, entries }) =>
      entries.map(({ message, places }): LogCell[] => [
        title,
        shownCell(message),
        shownCell(places.join('; ')),
      ]),
    ),
  };
}
