import { countsOf } from '../../core/report/checkReport';
import { reportFormatNames } from '../../core/report/formats/reportFormats';
import type { ReportedFileFinding } from '../../core/report/reportedFinding';
import { summaryWords } from '../../core/report/summaryWords';
import { Contents } from '../../node/cache/contents';
import { KeptVerdicts, type Verdict } from '../../node/cache/keptVerdict';
import type { GitAnswer } from '../../node/gitProcess';
import { type Survey, surveyWorkspace } from '../../node/surveyWorkspace';
import type { CheckedWorkspace, CheckResult, CheckTally } from '../support/checked';
import { type Call, type Command, say, wrongCall } from '../support/command';
import { PrettyFindings } from '../support/prettyFindings';
import { printReports, wantedFiles } from '../support/printReports';
import { recallChecked } from '../support/recallChecked';
import { isSelected, nestedIn, type Selection, selectPaths, shownPath } from '../support/selection';
import { tellDriver } from '../support/tellDriver';
import { flagOption, nowOption, reviewsOption, textOption } from '../support/usualOptions';
import { standardOutput } from '../support/writeOutput';

// What only a check that must read records needs is loaded by `import()`: most checks find that nothing changed.

/** `changebook check`: the same checks as in the editor. */
export const check: Command = {
  name: 'check',
  usage: 'changebook check [paths…|-]',
  summary: {
    en: 'Checks records; without paths, the workspace of the current folder.',
    es: 'Comprueba registros; sin rutas, el espacio de trabajo de la carpeta actual.',
  },
  options: {
    format: textOption(
      `pretty|${reportFormatNames.join('|')}`,
      'how findings are printed',
      'cómo se muestran los hallazgos',
    ),
    output: {
      type: 'string',
      short: 'o',
      multiple: true,
      value: 'FORMAT=PATH',
      help: {
        en: 'write a report to a file as well, or to - (standard output); may be given several times',
        es: 'escribir además un informe en un fichero, o en - (la salida estándar); se puede repetir',
      },
    },
    fix: flagOption('apply the fixes that are certain', 'aplicar las correcciones seguras'),
    since: textOption(
      'REVISION',
      'fail only on what came with this branch since that revision',
      'fallar solo por lo que trae esta rama desde esa revisión',
    ),
    reviews: reviewsOption,
    now: nowOption,
    'stdin-path': textOption('P', 'where the text of - belongs', 'a qué fichero pertenece el texto de -'),
    'max-warnings': textOption(
      'N',
      'fail on more warnings than that',
      'fallar con más advertencias que esas',
    ),
  },
  examples: [
    'changebook check',
    'changebook check changes --format json',
    'changebook check --since origin/main',
    'changebook check --since origin/main --reviews ../reviews.json',
    'changebook check --format github -o sarif=changebook.sarif -o markdown=summary.md',
    'changebook check - --stdin-path changes/CHG-2026-0042.md < draft.md',
  ],
  async run(call) {
    const format = call.oneOf('format', ['pretty', ...reportFormatNames], 'pretty');
    const limit = call.wholeNumber('max-warnings');
    const files = wantedFiles(call);
    const fromInput = call.paths.includes('-');
    const clash = fromInput && clashWithInput(call);
    if (clash) throw wrongCall(clash);
    const result = fromInput
      ? await (await import('../support/checkInput')).checkInput(call)
      : await checkPaths(call);
    // Where a report takes standard output, it is read by a program.
    const alone = call.text('format') === undefined && files.some(({ path }) => path === standardOutput);
    if (format === 'pretty' && !alone) {
      printPretty(call, result);
      if (!fromInput) await tellDriver(call, result);
    }
    const wanted = format === 'pretty' ? files : [{ name: format }, ...files];
    const source = { ...result, version: call.version };
    const written = await printReports(call, wanted, { ...source, language: result.reportLanguage });
    if (result.failed || !written) return 2;
    const { errors, warnings } = countsOf(result.findings);
    return errors > 0 || (limit !== undefined && warnings > limit) ? 1 : 0;
  },
};

/** What of a call does not go with standard input, or undefined where all of it does. */
function clashWithInput(call: Call): 'sinceInput' | 'reviewsInput' | 'inputFix' | 'inputAlone' | undefined {
  if (call.text('since') !== undefined) return 'sinceInput';
  if (call.texts('reviews').length > 0) return 'reviewsInput';
  if (call.has('fix')) return 'inputFix';
  return call.paths.length > 1 ? 'inputAlone' : undefined;
}

async function checkPaths(call: Call): Promise<CheckResult> {
  const { selections, missing } = selectPaths(call.paths, call.io.cwd);
  const findings: ReportedFileFinding[] = [];
  const records: { readonly root: string; readonly file: string }[] = [];
  const tally: CheckTally = { files: 0, failed: missing.length > 0, language: undefined };
  for (let index = 0; index < selections.length; index++) {
    const selection = selections[index];
    if (!selection) continue;
    const workspace = await checkWorkspace(call, selection, tally);
    collect(call, workspace, selection, findings, tally);
    for (const file of workspace.records)
      if (isSelected(selection, file)) records.push({ root: workspace.root, file });
    selections.push(...nestedIn(workspace.survey, selection));
  }
  const language = call.language(tally.language);
  const reportLanguage = call.reportLanguage(tally.language);
  for (const { path } of missing) call.tell(say(language, 'noSuchPath', { path }));
  const recordFiles = () => records.map(({ root, file }) => shownPath(call.io.cwd, root, file));
  const told = { language, reportLanguage };
  return { findings: findings.sort(byFile), ...tally, records: records.length, recordFiles, ...told };
}

/** Recalls what the last check found, where that is still so; else checks. */
async function checkWorkspace(
  call: Call,
  selection: Selection,
  tally: CheckTally,
): Promise<CheckedWorkspace> {
  const survey = call.has('fix') ? undefined : surveyWorkspace(selection.root);
  const contents = survey && new Contents(survey);
  const since = call.text('since') === undefined ? undefined : await import('../support/sinceRevision');
  // git has the time of the check to answer; after fixes it is asked about what they made of the files.
  const edited = survey && since?.editedIn(survey);
  const changed = survey && since?.changedIn(call, survey, edited);
  // What was found before knew nothing of these reviews.
  const mayRecall = call.texts('reviews').length === 0;
  const kept = survey && contents && mayRecall ? await keptVerdict(survey, contents, edited) : undefined;
  const recalled =
    kept && survey && contents && (await recallChecked(call, selection, { survey, contents }, kept));
  tally.language ??= recalled?.language;
  const known = survey && contents ? { survey, contents } : undefined;
  const checked =
    recalled ?? (await (await import('../support/checkFully')).checkFully(call, selection, tally, known));
  return since ? since.sinceRevision(call, checked, selection, tally, changed) : checked;
}

/** What a check came to when the files held what they hold now. */
async function keptVerdict(
  survey: Survey,
  contents: Contents,
  edited: Promise<GitAnswer> | undefined,
): Promise<Verdict | undefined> {
  const verdicts = KeptVerdicts.of(survey.texts);
  if (!verdicts || survey.unreadable.length > 0) return undefined;
  // Where nothing was kept yet, what the files hold is found out while they are read.
  if (contents.digest === undefined && verdicts.any) await contents.find({ git: true, edited, bytes: true });
  const verdict = contents.digest === undefined ? undefined : verdicts.verdict(contents.digest);
  if (verdict) contents.keep();
  return verdict;
}

function collect(
  call: Call,
  workspace: CheckedWorkspace,
  selection: Selection,
  findings: ReportedFileFinding[],
  tally: CheckTally,
): void {
  let last = { file: '', shown: '' };
  for (const found of workspace.findings) {
    const { file, finding } = found;
    // What was loosened for what was asked for is said, wherever that was done.
    if (!isSelected(selection, file) && finding.rule !== 'config/loosened') continue;
    if (file !== last.file) last = { file, shown: shownPath(call.io.cwd, workspace.root, file) };
    findings.push({ ...found, file: last.shown });
  }
  tally.files += workspace.files.filter((file) => isSelected(selection, file)).length;
}

function printPretty(call: Call, result: CheckResult): void {
  const printer = new PrettyFindings(call.io, result.language);
  for (const finding of result.findings) printer.print(finding, result.input);
  const { files, records, language } = result;
  const summary = summaryWords({ ...countsOf(result.findings), files, records }, language);
  const clean = result.findings.length === 0;
  call.io.out(
    `${clean ? '' : '\n'}${say(language, clean ? (records > 0 ? 'nothingWrong' : 'noRecords') : 'summary', summary)}`,
  );
  const certain = result.findings.filter(({ finding }) => finding.certain).length;
  if (certain > 0) call.io.out(` ${say(language, 'moreFixes', { count: certain })}`);
  call.io.out('\n');
}

/** Files in the order of their names; a file's findings are in order already. */
function byFile(a: ReportedFileFinding, b: ReportedFileFinding): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
