import { type DeploymentLog, logCsv } from '../log/deploymentLog';
import type { AuditPack } from './auditPack';
import { packNames } from './packNames';
import { packPage } from './packPage';
import { changesTable, drawTable, reconciliationTable, rulesTable } from './packTables';
import { type PackFile, sampleFiles } from './sampleFiles';

/** The files of a pack, and the table that its spreadsheet is made of. The manifest and the spreadsheet are not among them. */
export function packFiles(pack: AuditPack): { readonly files: PackFile[]; readonly sheet: DeploymentLog } {
  const sheet = changesTable(pack);
  const files: PackFile[] = [
    [packNames.page, packPage(pack)],
    [packNames.csv, logCsv(sheet)],
    [packNames.draw, logCsv(drawTable(pack))],
    [packNames.rules, logCsv(rulesTable(pack))],
    ...reconciliationFiles(pack),
    ...pack.samples.flatMap((sample) => sampleFiles(sample, pack.options.language)),
  ];
  return { files, sheet };
}

function reconciliationFiles({ reconciliation, zone, options: { language } }: AuditPack): PackFile[] {
  if (!reconciliation) return [];
  const { report, lists } = reconciliation;
  return [
    [packNames.reconciliation, `${JSON.stringify(report, undefined, 2)}\n`],
    [packNames.reconciliationCsv, logCsv(reconciliationTable(report, zone, language))],
    ...lists,
  ];
}
