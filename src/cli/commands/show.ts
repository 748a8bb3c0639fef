import { join, resolve } from 'node:path';
import { stepFacts } from '../../core/language/stepFacts';
import { goesBack } from '../../core/model/parse/goesBack';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { progressSteps } from '../../core/model/parse/stepGates';
import type { Language } from '../../core/model/text/localized';
import { recordTypeChoice } from '../../core/model/vocabulary/choices';
import type { FieldTable } from '../../core/model/vocabulary/fieldType';
import { stateName } from '../../core/model/vocabulary/stateName';
import { fieldName, valueIn } from '../../core/model/vocabulary/valueIn';
import { choiceIn, recordTypes } from '../../core/model/vocabulary/vocabulary';
import { type ShowReport, type Surroundings, showReport } from '../../core/report/showReport';
import type { Risk } from '../../core/risk/riskOf';
import { riskText } from '../../core/risk/riskText';
import { inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { loadConfig } from '../../node/loadConfig';
import { readText } from '../../node/readText';
import { errorCode } from '../../node/walk';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, type Command, say, wrongCall } from '../support/command';
import { type ExitCode, UsageError } from '../support/io';
import { load } from '../support/load';
import { noneMeant, recordMeant } from '../support/namedRecord';
import { colorsFor } from '../support/prettyFindings';
import { notPushedOf, notPushedText } from '../support/pushAfter';
import { insideOf, isFileOrLink } from '../support/selection';
import { reasonFor } from '../support/tellUnreadable';
import { flagOption, nowOption, textOption } from '../support/usualOptions';

/** `changebook show`: what a record says, by id or file. */
export const show: Command = {
  name: 'show',
  usage: 'changebook show <id|file>',
  summary: {
    en: 'Shows a record: its fields, sections and steps.',
    es: 'Muestra un registro: sus campos, secciones y pasos.',
  },
  options: {
    format: textOption('pretty|json', 'how it is printed', 'cómo se muestra'),
    text: flagOption('its text as it stands, too', 'también su texto tal cual'),
    now: nowOption,
  },
  examples: ['changebook show CHG-2026-0042', 'changebook show changes/CHG-2026-0042.md --format json'],
  run: showRecord,
};

/** Shows the record that a call names by id or file. */
async function showRecord(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const [target, ...more] = call.paths;
  if (!target || more.length > 0) throw wrongCall('oneTarget');
  const language = call.language(loadConfig(workspaceRootOf(call.io.cwd)).config.data.language);
  const { path, workspace } = await placeOf(call, target);
  const text = textAt(path, target, language);
  const { config } = loadConfig(workspaceRootOf(path));
  const surroundings = await around(call, path, text, workspace);
  const shown = showReport(insideOf(call.io.cwd, path), text, config, surroundings);
  const notPushed = shown.type === null ? undefined : await notPushedOf(path);
  const report: ShowReport = {
    ...shown,
    ...(notPushed ? { notPushed } : {}),
    ...(call.has('text') ? { text } : {}),
  };
  if (format === 'json') call.json(report);
  else printPretty(call, report, language);
  if (format === 'pretty' && report.text !== undefined) call.io.out(`\n${report.text}`);
  return 0;
}

/** Where the record is, and the workspace that was loaded to find it by its id. */
async function placeOf(call: Call, target: string): Promise<{ path: string; workspace?: LoadedWorkspace }> {
  const path = resolve(call.io.cwd, target);
  if (isFileOrLink(path)) return { path };
  const workspace = await load(call, workspaceRootOf(call.io.cwd), { questions: false });
  const entry = recordMeant(call, workspace, target);
  if (!entry) throw new UsageError(noneMeant(call, workspace, target));
  return { path: join(workspace.root, entry.file), workspace };
}

/** Only of a change does the workspace around it say more. */
async function around(
  call: Call,
  path: string,
  text: string,
  loaded: LoadedWorkspace | undefined,
): Promise<Surroundings | undefined> {
  if (parseRecord(text)?.type !== 'change') return undefined;
  const root = workspaceRootOf(path);
  const workspace = loaded?.root === root ? loaded : await load(call, root, { questions: false });
  return { file: insideOf(root, path), ...inputOf(workspace) };
}

function textAt(path: string, target: string, language: Language): string {
  try {
    return readText(path, workspaceRootOf(path)).text;
  } catch (error) {
    const code = errorCode(error);
    throw new UsageError(say(language, reasonFor(path, code), { path: target, code }));
  }
}

function printPretty(call: Call, report: ShowReport, language: Language): void {
  const standing = ({ name, by, reason }: NonNullable<ShowReport['environments']>[number]): string =>
    `${name} (${[say(language, `by_${by}`), ...(reason ? [reason] : [])].join(': ')})`;
  const colors = colorsFor(call.io);
  const print = (text: string): void => call.line(text);
  print(colors.bold([report.id, report.title].filter(Boolean).join(' · ') || report.file));
  print(
    `${say(language, 'file')}: ${report.file} (${report.type ? choiceIn(language, recordTypeChoice.choices, report.type) : say(language, 'noRecord')})`,
  );
  if (report.status) print(`${say(language, 'status')}: ${stateName(report.status, language)}`);
  const notPushed = notPushedText(report.notPushed, language);
  if (notPushed) print(colors.yellow(notPushed));
  if (report.risk) print(`${say(language, 'risk')}: ${riskText(report.risk as Risk, language)}`);
  if (report.digest) print(`${say(language, 'digest')}: ${report.digest}`);
  for (const production of [true, false]) {
    const standings =
      report.environments?.filter((environment) => environment.production === production) ?? [];
    if (standings.length > 0)
      print(
        `${say(language, production ? 'production' : 'notProduction')}: ${standings.map(standing).join(', ')}`,
      );
  }
  const table: FieldTable = report.type ? recordTypes[report.type].fields : {};
  for (const [name, value] of Object.entries(report.fields)) {
    if (['id', 'type', 'title', 'status'].includes(name)) continue;
    const field = Object.entries(table).find(([known]) => known === name)?.[1];
    print(`${colors.cyan(fieldName(language, table, name))}: ${valueIn(language, value, field?.type)}`);
  }
  if (report.sections.length > 0) {
    print(`\n${colors.bold(say(language, 'sections'))}`);
    for (const section of report.sections) print(`  ${section.title} ${colors.dim(`:${section.line}`)}`);
  }
  printSteps(report, language, colors, print);
}

function printSteps(
  report: ShowReport,
  language: Language,
  colors: ReturnType<typeof colorsFor>,
  print: (text: string) => void,
): void {
  if (report.steps.length === 0) return;
  const back = goesBack(report.fields);
  const criteria = report.status === 'releasing' && !back ? report.fields.abort_criteria : undefined;
  if (Array.isArray(criteria) && criteria.length > 0) {
    print(`\n${colors.bold(say(language, 'rollBackIf'))}`);
    for (const [index, text] of criteria.entries()) print(`  ${index + 1}. ${String(text)}`);
  }
  const counting = progressSteps(report.steps.filter(({ rollback = false }) => rollback === back));
  const done = counting.filter((step) => step.checked).length;
  print(`\n${colors.bold(say(language, back ? 'rollbackSteps' : 'steps', { done, all: counting.length }))}`);
  let path = '';
  for (const step of report.steps) {
    const here = step.path.slice(1).join(' › ');
    const isOther = (step.rollback ?? false) !== back;
    const whether = isOther ? ` · ${say(language, back ? 'notNeeded' : 'ofRollback')}` : '';
    if (here !== path) print(`  ${colors.dim(here + whether)}`);
    path = here;
    const applies = step.applicable && !step.notChosen && !step.unmet;
    const box = applies ? (step.checked ? '[x]' : '[ ]') : '[-]';
    const facts = stepFacts(step, applies && !step.checked, language);
    const left = step.notChosen ? 'notChosen' : step.unmet ? 'unmet' : 'notApplicable';
    const notes = [...(applies ? [] : [say(language, left, { condition: step.if ?? '' })]), ...facts];
    const note = notes.length > 0 ? colors.dim(` (${notes.join(' · ')})`) : '';
    print(`  ${box} ${step.text}${note} ${colors.dim(`:${step.line}`)}`);
  }
}
