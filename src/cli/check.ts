import { resolve } from 'node:path';
import type { Language } from '../core/model/text/localized';
import { type CheckReport, checkReport } from '../core/report/checkReport';
import type { FileFinding } from '../core/rules/finding';
import { findingsOf, type LoadedWorkspace } from '../node/checkWorkspace';
import { loadConfig } from '../node/loadConfig';
import { textOf } from '../node/readText';
import { FileScanner } from '../node/scanFile';
import { workspaceRootOf } from '../node/workspaceRoot';
import { type Call, type Command, say } from './command';
import { applyFixes } from './fixFiles';
import { load } from './load';
import { addNamedFile } from './namedFile';
import { PrettyFindings } from './prettyFindings';
import { insideOf, isSelected, type Selection, selectPaths, shownPath } from './selection';
import { tellUnreadable } from './tellUnreadable';

/** `changebook check`: the same checks as in the editor. */
export const check: Command = {
  name: 'check',
  usage: 'changebook check [paths…|-]',
  summary: {
    en: 'Checks records; without paths, the workspace of the current folder.',
    es: 'Comprueba registros; sin rutas, el espacio de trabajo de la carpeta actual.',
  },
  options: {
    format: {
      type: 'string',
      value: 'pretty|json',
      help: { en: 'how findings are printed', es: 'cómo se muestran los hallazgos' },
    },
    fix: {
      type: 'boolean',
      help: { en: 'apply the fixes that are certain', es: 'aplicar las correcciones seguras' },
    },
    now: {
      type: 'string',
      value: 'DATE-TIME',
      help: { en: 'evaluate as of that moment', es: 'evaluar como si fuera ese momento' },
    },
    'stdin-path': {
      type: 'string',
      value: 'P',
      help: { en: 'where the text of - belongs', es: 'a qué fichero pertenece el texto de -' },
    },
    'max-warnings': {
      type: 'string',
      value: 'N',
      help: { en: 'fail on more warnings than that', es: 'fallar con más avisos que esos' },
    },
  },
  examples: [
    'changebook check',
    'changebook check changes --format json',
    'changebook check - --stdin-path changes/CHG-2026-0042.md < draft.md',
  ],
  async run(call) {
    const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
    const limit = call.wholeNumber('max-warnings');
    const result = call.paths.includes('-') ? await checkInput(call) : await checkPaths(call);
    const report = checkReport(result.findings, result, result.language);
    if (format === 'json') call.io.out(`${JSON.stringify(report, undefined, 2)}\n`);
    else printPretty(call, report, result);
    if (result.failed) return 2;
    const { errors, warnings } = report.summary;
    return errors > 0 || (limit !== undefined && warnings > limit) ? 1 : 0;
  },
};

interface CheckResult {
  readonly findings: FileFinding[];
  readonly files: number;
  readonly records: number;
  readonly language: Language;
  /** A path that was named could not be read. */
  readonly failed: boolean;
  /** The text that was read from standard input. */
  readonly input?: string;
}

async function checkPaths(call: Call): Promise<CheckResult> {
  const { selections, missing } = selectPaths(call.paths, call.io.cwd);
  const findings: FileFinding[] = [];
  const tally = { files: 0, records: 0, failed: missing.length > 0, language: call.language(undefined) };
  for (let index = 0; index < selections.length; index++) {
    const selection = selections[index];
    if (!selection) continue;
    if (call.has('fix')) await applyFixes(call, selection);
    const workspace = await load(call, selection.root);
    if (index === 0) tally.language = call.language(workspace.config.config.data.language);
    if (tellUnreadable(call, workspace, selection, tally.language)) tally.failed = true;
    for (const path of selection.inside) addNamedFile(call, workspace, path, tally);
    collect(call, workspace, selection, findings, tally);
    if (selection.nested) selections.push(...nestedSelections(workspace, selection));
  }
  for (const { path } of missing) call.io.err(`changebook: ${say(tally.language, 'noSuchPath', { path })}\n`);
  return { findings: findings.sort(byFile), ...tally };
}

function collect(
  call: Call,
  workspace: LoadedWorkspace,
  selection: Selection,
  findings: FileFinding[],
  tally: { files: number; records: number },
): void {
  const show = (file: string): string => shownPath(call.io.cwd, workspace.root, file);
  for (const { file, finding } of workspace.config.findings) {
    if (isSelected(selection, file)) findings.push({ file: show(file), finding });
  }
  tally.files += workspace.configFiles.filter((file) => isSelected(selection, file)).length;
  tally.files += workspace.files.filter(({ file }) => isSelected(selection, file)).length;
  for (const entry of workspace.index.all()) {
    if (!isSelected(selection, entry.file)) continue;
    tally.records++;
    for (const finding of findingsOf(workspace, entry)) findings.push({ file: show(entry.file), finding });
  }
}

function nestedSelections(workspace: LoadedWorkspace, selection: Selection): Selection[] {
  return workspace.nested
    .filter((folder) => isSelected(selection, insideOf(workspace.root, folder)))
    .map((root) => ({ root, inside: new Set(['']), nested: true }));
}

/** Checks the text of standard input in the place of a file. */
async function checkInput(call: Call): Promise<CheckResult> {
  const named = call.text('stdin-path');
  const path = resolve(call.io.cwd, named ?? '-');
  const root = workspaceRootOf(path);
  const workspace = await load(call, root);
  const file = named ? insideOf(root, path) : '-';
  const { text, options } = textOf(await call.io.readInput());
  const scanner = new FileScanner(root, loadConfig(root).texts);
  const entry = scanner.read(file, text, options);
  const language = call.language(workspace.config.config.data.language);
  workspace.index.update(file, entry);
  const shown = named ? shownPath(call.io.cwd, root, file) : '-';
  if (!entry) call.io.err(`changebook: ${say(language, 'notARecord', { path: shown })}\n`);
  const findings = entry ? findingsOf(workspace, entry).map((finding) => ({ file: shown, finding })) : [];
  return { findings, files: 1, records: entry ? 1 : 0, language, failed: false, input: text };
}

function printPretty(call: Call, report: CheckReport, result: CheckResult): void {
  const printer = new PrettyFindings(call.io, result.language);
  for (const finding of result.findings) printer.print(finding, result.input);
  const { summary } = report;
  const clean = result.findings.length === 0;
  call.io.out(`${clean ? '' : '\n'}${say(result.language, clean ? 'nothingWrong' : 'summary', summary)}`);
  const certain = result.findings.filter(({ finding }) => finding.fixes?.some((fix) => fix.certain)).length;
  if (certain > 0) call.io.out(` ${say(result.language, 'moreFixes', { count: certain })}`);
  call.io.out('\n');
}

/** Files in the order of their names; a file's findings are in order already. */
function byFile(a: FileFinding, b: FileFinding): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
