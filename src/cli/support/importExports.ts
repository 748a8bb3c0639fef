import { dirname } from 'node:path';
import { faultText } from '../../core/actions/commitFaults';
import { globTest } from '../../core/config/globs';
import { lostText } from '../../core/import/lostPart';
import { mappingText } from '../../core/import/mappingText';
import { type ImportPlan, planImport } from '../../core/import/planImport';
import { fillIn, type Language } from '../../core/model/text/localized';
import { stateName } from '../../core/model/vocabulary/stateName';
import type { ImportReport } from '../../core/report/importReport';
import { inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { commitNewFiles, mayCommit } from '../../node/commit/commitNewFiles';
import { FaultError } from '../../node/commit/faultError';
import { isIgnored } from '../../node/import/isIgnored';
import { placeFiles } from '../../node/import/placeFiles';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, say, wrongCall } from './command';
import { type CalledSource, importSources, sourceReport } from './importSources';
import { type ExitCode, UsageError } from './io';
import { load } from './load';
import { shownPath } from './selection';

/** Makes records of the exports that a call names, or prints how one would be read. */
export async function importExports(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  call.oneOf('dates', ['dmy', 'mdy'], 'dmy');
  if (call.paths.length === 0) throw wrongCall('whichExports');
  if (call.has('guess') && call.paths.length > 1) throw wrongCall('guessOne');
  const workspace = await load(call, workspaceRootOf(call.io.cwd));
  const told = call.language(workspace.config.config.data.language);
  const sources = await importSources(call, workspace, told);
  const [first] = sources;
  if (call.has('guess') && first) {
    call.io.out(guessText(first, told));
    return 0;
  }
  const plan = planImport(sources, inputOf(workspace));
  const { commit, branch } = await make(call, workspace, plan, told);
  const report = reportOf(call, workspace, sources, plan, commit);
  if (format === 'json') call.json(report);
  else tellPlan(call, report, told, branch);
  return workspace.unreadable.length > 0 ? 2 : 0;
}

function guessText({ mapping, table, file, found, zone, folders }: CalledSource, told: Language): string {
  const order = found.order === 'dmy' || found.order === 'mdy' ? found.order : undefined;
  const folder = folders[mapping.type];
  return mappingText({ mapping, table, file, order: { order, example: found.example }, zone, folder }, told);
}

/** Writes the records, all or none, and commits them where the call says so. */
async function make(
  call: Call,
  { root, config: { config } }: LoadedWorkspace,
  { records }: ImportPlan,
  told: Language,
): Promise<{ readonly commit?: string; readonly branch?: string }> {
  const isRecordPath = config.data.records ? globTest(config.data.records) : () => true;
  const folders = new Map(records.map(({ file }) => [dirname(file), file]));
  for (const [folder, file] of folders)
    if (!isRecordPath(file) || isIgnored(root, file))
      throw new UsageError(say(told, 'badFolder', { path: folder }));
  if (call.has('dry-run') || records.length === 0) return {};
  try {
    if (call.has('commit')) await mayCommit(root);
    const placed = placeFiles(root, records);
    if (!placed.ok) {
      const path = placed.file === '' ? '.' : shownPath(call.io.cwd, root, placed.file);
      // A link leads out of the workspace.
      if (placed.code === 'ELINK') throw new UsageError(say(told, 'badFolder', { path: dirname(path) }));
      throw new UsageError(say(told, 'importNotWritten', { path, code: placed.code }));
    }
    if (!call.has('commit')) return {};
    try {
      const { language = 'en' } = config.data;
      const files = records.map(({ file }) => file);
      return await commitNewFiles(root, files, messageFor(records, language));
    } catch (error) {
      placed.takeBack();
      throw error;
    }
  } catch (error) {
    if (error instanceof FaultError) throw new UsageError(faultText(error.fault, told));
    throw error;
  }
}

function messageFor(records: ImportPlan['records'], language: Language): string {
  const from = [...new Set(records.map(({ imported }) => imported.from))].join(', ').slice(0, 40);
  const words = {
    en: 'import {count} {count|record|records} from {from}',
    es: 'importar {count} {count|registro|registros} de {from}',
  };
  return `${fillIn(words[language], { count: records.length, from })}\n`;
}

function reportOf(
  call: Call,
  { root }: LoadedWorkspace,
  sources: readonly CalledSource[],
  { records, skipped }: ImportPlan,
  commit: string | undefined,
): ImportReport {
  const shown = (file: string): string => shownPath(call.io.cwd, root, file);
  const unknown = new Map<string, ImportReport['unknownStates'][number]>();
  for (const { unknownState: state, status } of records) {
    if (state === undefined) continue;
    unknown.set(state, { state, status, rows: (unknown.get(state)?.rows ?? 0) + 1 });
  }
  return {
    version: 1,
    sources: sources.map(sourceReport),
    written: !call.has('dry-run') && records.length > 0,
    commit: commit ?? null,
    records: records.map(({ source, row, type, id, file, title, status, imported, lost }) => ({
      ...{ source, row, type, id, file: shown(file), title, status },
      imported: { from: imported.from, id: imported.id, url: imported.url ?? null },
      lost: lost.map(({ kind, name, detail }) => ({ kind, name, detail: detail?.slice(0, 200) ?? null })),
    })),
    skipped: skipped.map(({ source, row, reason, sourceId, other }) => ({
      ...{ source, row, id: sourceId ?? null, reason },
      other: other === undefined ? null : reason === 'imported' ? shown(other) : other,
    })),
    unknownStates: [...unknown.values()],
  };
}

function tellPlan(call: Call, report: ImportReport, told: Language, branch = ''): void {
  for (const { file, imported, lost } of report.records) {
    const parts = lost.map(({ kind, name, detail }) => lostText({ kind, name, detail: detail ?? '' }, told));
    const lostSaid =
      parts.length > 0 ? say(told, 'lostParts', { parts: [...new Set(parts)].join(', ') }) : '';
    call.line(say(told, 'importedRow', { path: file, from: imported.from, id: imported.id }) + lostSaid);
  }
  for (const { source, row, id, reason, other } of report.skipped) {
    if (reason !== 'imported')
      call.line(say(told, `skip_${reason}`, { path: source, row, id: id ?? '', other: other ?? '' }));
  }
  const before = report.skipped.filter(({ reason }) => reason === 'imported').length;
  if (before > 0) call.line(say(told, 'importedBefore', { count: before }));
  for (const { state, rows, status } of report.unknownStates)
    call.line(say(told, 'unknownState', { state, count: rows, status: stateName(status, told) }));
  call.line(
    say(told, report.written || report.records.length === 0 ? 'importedAll' : 'wouldImport', {
      count: report.records.length,
    }),
  );
  if (report.commit)
    call.line(
      say(told, 'committed', {
        commit: report.commit.slice(0, 9),
        branch: branch.replace(/^refs\/heads\//, ''),
      }),
    );
}
