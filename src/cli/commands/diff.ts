import { diffMarkdown } from '../../core/diff/diffMarkdown';
import { diffReport } from '../../core/diff/diffReport';
import {
  authorText,
  changeText,
  diffWord,
  looseningText,
  summaryText,
  whatText,
} from '../../core/diff/diffText';
import { looseningKinds } from '../../core/diff/recordChange';
import type { RecordDiff, WorkspaceDiff } from '../../core/diff/workspaceDiff';
import type { Language } from '../../core/model/text/localized';
import { oneLineValue } from '../../core/model/text/oneLineValue';
import { readDiff } from '../../node/diff/readDiff';
import { withScheduleFindings } from '../../node/diff/withScheduleFindings';
import { loadConfig } from '../../node/loadConfig';
import { surveyWorkspace } from '../../node/surveyWorkspace';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, type Command, say } from '../support/command';
import { hostPath } from '../support/hostPath';
import { type ExitCode, UsageError } from '../support/io';
import { load } from '../support/load';
import { noBaseText, shownRevision } from '../support/noBaseText';
import { colorsFor } from '../support/prettyFindings';
import { shownPath } from '../support/selection';
import { tellUnreadable } from '../support/tellUnreadable';
import { nowOption, textOption } from '../support/usualOptions';

/** `changebook diff`: what records say now and did not before. */
export const diff: Command = {
  name: 'diff',
  usage: 'changebook diff <base> [<head>]',
  summary: {
    en: 'Tells what changed in records since a revision, by whom, and what was loosened.',
    es: 'Cuenta qué cambió en los registros desde una revisión, quién lo cambió y qué se relajó.',
  },
  options: {
    format: textOption('pretty|json|markdown', 'how it is printed', 'cómo se muestra'),
    now: nowOption,
  },
  examples: [
    'changebook diff origin/main',
    'changebook diff v4.1.0 v4.2.0 --format markdown',
    'changebook diff HEAD~3 --format json',
  ],
  run: diffOfRevisions,
};

/** Prints what differs between the revisions that a call names. */
async function diffOfRevisions(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json', 'markdown'], 'pretty');
  const [base, head, ...more] = call.paths;
  const root = workspaceRootOf(call.io.cwd);
  const configured = loadConfig(root).config.data.language;
  const language = call.language(configured);
  if (base === undefined || more.length > 0) throw new UsageError(say(language, 'diffTarget'));
  const survey = surveyWorkspace(root);
  const read = await readDiff(survey, { base, head });
  if ('kind' in read) throw new UsageError(noBaseText(base, read, language));
  if (read.unrelated) call.tell(say(language, 'sinceUnrelated', { revision: shownRevision(base) }));
  const met = await withScheduleFindings(read, () => load(call, root));
  const shown = format === 'markdown' ? hostPath(root) : (file: string) => shownPath(call.io.cwd, root, file);
  // Machines know files by the workspace.
  const diff = withFiles(met, shown);
  const title = { base: shownRevision(base), head: head && shownRevision(head) };
  if (format === 'json') call.json(diffReport(met, read, language));
  else if (format === 'markdown') call.io.out(diffMarkdown(diff, title, call.reportLanguage(configured)));
  else printPretty(call, diff, language);
  const known = new Set(survey.unreadable.map(({ path }) => path));
  const unread = [...survey.unreadable, ...read.unreadable.filter(({ path }) => !known.has(path))];
  return head === undefined && tellUnreadable(call, root, unread, language) ? 2 : 0;
}

/** The same with its files as their reader knows them. */
function withFiles(diff: WorkspaceDiff, shown: (file: string) => string): WorkspaceDiff {
  return {
    ...diff,
    config: diff.config.map((file) => ({ ...file, file: shown(file.file) })),
    records: diff.records.map(({ fileBefore, ...record }) => {
      const before = fileBefore === undefined ? {} : { fileBefore: shown(fileBefore) };
      return { ...record, ...before, file: shown(record.file) };
    }),
  };
}

function printPretty(call: Call, diff: WorkspaceDiff, language: Language): void {
  const colors = colorsFor(call.io);
  const print = (text: string): void => call.line(text);
  const ofRecords = diff.records.flatMap((record) =>
    record.changes
      .filter(({ kind }) => looseningKinds.has(kind))
      .map((change) => `${record.id ?? record.file}: ${changeText(change, record.type, language)}`),
  );
  const loosened = [...diff.loosened.map((loosening) => looseningText(loosening, language)), ...ofRecords];
  if (loosened.length > 0) {
    print(colors.bold(colors.red(diffWord(language, 'loosened'))));
    for (const text of loosened) print(`  ${oneLineValue(text)}`);
    print('');
  }
  for (const file of diff.config) {
    print(`${oneLineValue(file.file, 300)}  ${whatText(file, language)}`);
    for (const change of file.changes) print(`  ${oneLineValue(looseningText(change, language), 800)}`);
  }
  if (diff.config.length > 0) print('');
  for (const record of diff.records) printRecord(record, language, print, colors);
  print(summaryText(diff, language));
}

function printRecord(
  record: RecordDiff,
  language: Language,
  print: (text: string) => void,
  colors: ReturnType<typeof colorsFor>,
): void {
  const { id, title, file, type, changes, meets } = record;
  const name = oneLineValue([id, title].filter(Boolean).join(' · '), 200);
  const head = [whatText(record, language), authorText(record, language)].filter((text) => text !== '');
  print(`${colors.bold(name)}  ${colors.dim(oneLineValue(file, 300))}  ${head.join(' · ')}`);
  for (const change of changes.filter(({ kind }) => !looseningKinds.has(kind))) {
    const by = authorText(change, language);
    const place = change.path?.length ? `  ${colors.dim(oneLineValue(change.path.join(' › '), 200))}` : '';
    print(`  ${changeText(change, type, language)}${by === '' ? '' : `  ${colors.dim(by)}`}${place}`);
  }
  for (const { message, severity, rule } of meets) {
    const text = oneLineValue(diffWord(language, 'meets', { message: message[language] }), 600);
    print(`  ${severity === 'error' ? colors.red(text) : colors.yellow(text)}  ${colors.dim(rule)}`);
  }
  print('');
}
