import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { faultText } from '../core/actions/commitFaults';
import { commitMessage } from '../core/actions/commitMessage';
import { moveAction, moveChange, ticketChange } from '../core/actions/moveChange';
import { refusalText } from '../core/actions/refusals';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { RecordOf } from '../core/model/parse/record';
import { fillIn, type Language } from '../core/model/text/localized';
import { changeStatusChoice, outcomeChoice } from '../core/model/vocabulary/choices';
import type { ChoiceTable } from '../core/model/vocabulary/fieldType';
import { choiceNamed } from '../core/model/vocabulary/vocabulary';
import { type AdvanceReport, advanceReport, lackTexts } from '../core/report/advanceReport';
import { messageOf } from '../core/rules/renderFinding';
import { type MoveInput, type MoveWords, type PlannedMove, planMove } from '../core/workflow/advance';
import { type Move, movesOf, waitsOn } from '../core/workflow/moves';
import { onHold } from '../core/workflow/workflow';
import { inputOf } from '../node/checkWorkspace';
import { commitRecords } from '../node/commit/commitRecords';
import { readText } from '../node/readText';
import { gitTopLevelOf } from '../node/workspaceRoot';
import { editFile } from '../node/writeFile';
import { type Call, say } from './command';
import { type ExitCode, RefusedError, UsageError } from './io';
import { type NamedRecord, namedRecord } from './namedRecord';
import { colorsFor } from './prettyFindings';
import { printPush, pushAfter, pushFailed } from './pushCommits';
import { shownPath } from './selection';
import { texts } from './texts';

/** Moves the change that a call names, or says what it lacks. */
export async function advanceRecord(call: Call, kind?: 'hold' | 'resume'): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const named = await namedRecord(call);
  const record = changeOf(named);
  const input: MoveInput = { ...inputOf(named.workspace), textOf: (file) => textOf(named, file) };
  const move = chosenMove(call, record, named, input, kind);
  const words = wordsOf(call);
  const plan = planMove(record, named.entry.file, move, words, input);
  const doesIt = plan.allowed && !call.has('dry-run');
  const commits = doesIt && !call.has('no-commit') && gitTopLevelOf(dirname(named.path)) !== undefined;
  const commit = commits ? await commitMove(named, plan, words, input) : undefined;
  const written = doesIt && (commits || write(named, record, plan));
  const moved = reportOf(call, named, record, plan, { written, commit });
  const { timezone } = named.workspace.config.config.data;
  const push = commit ? await pushAfter(call, dirname(named.path), named.language, timezone) : undefined;
  const report: AdvanceReport = push ? { ...moved, push } : moved;
  if (format === 'json') call.io.out(`${JSON.stringify(report, undefined, 2)}\n`);
  else print(call, report, plan, named.language);
  if (format === 'pretty') printPush(call, report.push);
  if (pushFailed(push)) return 2;
  return plan.allowed ? 0 : 1;
}

function changeOf({ path, entry, language }: NamedRecord): RecordOf<'change'> {
  const { text, options } = readText(path, statSync(path).size);
  const record = parseRecord(text, { ...options, expected: true });
  if (record?.type === 'change') return record;
  throw new UsageError(say(language, 'notAChange', { id: entry.summary.id ?? entry.file }));
}

function textOf({ workspace }: NamedRecord, file: string): string | undefined {
  try {
    return readFileSync(join(workspace.root, file), 'utf8');
  } catch {
    return undefined;
  }
}

function chosenMove(
  call: Call,
  record: RecordOf<'change'>,
  named: NamedRecord,
  { config }: MoveInput,
  kind: Move['kind'] | undefined,
): Move {
  const { language } = named;
  const moves = movesOf(record.data, config.workflow);
  const ofKind = kind && moves.find((move) => move.kind === kind);
  if (ofKind) return ofKind;
  if (kind === 'resume') throw new RefusedError(refusalText({ code: 'notOnHold', args: {} }, language));
  const asked = kind === 'hold' ? onHold : call.text('to');
  const names: ChoiceTable = changeStatusChoice.choices;
  const wanted = asked === undefined ? undefined : (choiceNamed(names, asked) ?? asked);
  const move = wanted === undefined ? moves[0] : moves.find(({ to }) => to === wanted);
  if (move) return move;
  const from = record.data.status ?? [...config.workflow.states.keys()][0] ?? '';
  const open = moves.map(({ to }) => to).join(', ');
  if (moves.length === 0) throw new UsageError(say(language, 'noMoves', { from }));
  throw new UsageError(say(language, 'noSuchMove', { from, to: wanted ?? '', open }));
}

function wordsOf(call: Call) {
  const written = call.text('outcome');
  const outcome = written === undefined ? undefined : choiceNamed(outcomeChoice.choices, written);
  if (written !== undefined && !outcome) {
    const expected = Object.keys(outcomeChoice.choices).join(', ');
    throw new UsageError(fillIn(texts.badValue.en, { option: 'outcome', value: written, expected }));
  }
  return { reason: call.text('reason'), outcome, requester: call.text('requester') };
}

/** Writes the record and the tickets that go along, each only in the state that was looked at. */
function write(named: NamedRecord, record: RecordOf<'change'>, plan: PlannedMove): boolean {
  const { workspace, path, language } = named;
  if (!editFile(path, record.lines.text, plan.edits))
    throw new UsageError(say(language, 'notFixed', { path }));
  for (const { file, edits } of plan.tickets) {
    const before = textOf(named, file);
    if (before === undefined || !editFile(join(workspace.root, file), before, edits))
      throw new UsageError(say(language, 'notFixed', { path: file }));
  }
  return true;
}

/** Commits the move of the record and its tickets; nothing where exactly that is committed already. */
async function commitMove(
  { workspace, path, entry, language }: NamedRecord,
  { move, tickets }: PlannedMove,
  words: MoveWords,
  input: MoveInput,
): Promise<string | undefined> {
  const { data } = workspace.config.config;
  const parts = { record: entry.summary.id ?? entry.file, action: moveAction(move), to: move.to };
  const outcome = await commitRecords({
    files: [
      { path, change: moveChange(entry.file, move, words, input) },
      ...tickets.map(({ file }) => ({ path: join(workspace.root, file), change: ticketChange })),
    ],
    message: () =>
      commitMessage({ ...parts, reason: words.reason }, data.language ?? 'en', data.commit?.subject),
  });
  if (outcome.kind === 'committed') return outcome.commit;
  if (outcome.kind === 'unchanged') return undefined;
  if (outcome.kind === 'refused') throw new RefusedError(refusalText(outcome.refusal, language));
  const { fault, kept } = outcome;
  const untracked = fault.code === 'notCommitted' || fault.code === 'unborn';
  throw new UsageError(
    `${faultText(fault, language, kept)}${untracked ? ` ${say(language, 'orNoCommit')}` : ''}`,
  );
}

function reportOf(
  call: Call,
  { workspace, entry, language }: NamedRecord,
  record: RecordOf<'change'>,
  plan: PlannedMove,
  done: { readonly written: boolean; readonly commit: string | undefined },
): AdvanceReport {
  const files = [entry.file, ...plan.tickets.map(({ file }) => file)];
  const about = {
    id: entry.summary.id,
    files: files.map((file) => shownPath(call.io.cwd, workspace.root, file)),
    ...done,
    waitsOn: waitsOn(plan.move.to, record.data, workspace.config.config.workflow),
  };
  return advanceReport(plan, about, language);
}

function print(call: Call, report: AdvanceReport, plan: PlannedMove, language: Language): void {
  const colors = colorsFor(call.io);
  const print = (text: string): void => call.io.out(`${text}\n`);
  const { from, to, id, file } = report;
  print(`${colors.bold(id ?? file)}  ${from} → ${to}`);
  for (const lack of plan.lacks) print(`  ${colors.red('✗')} ${lackTexts[lack][language]}`);
  for (const finding of plan.findings) {
    const { line, column } = finding.range.start;
    const place = colors.cyan(`${file}:${line + 1}:${column + 1}`);
    print(`  ${colors.red('✗')} ${messageOf(finding, language)}  ${colors.dim(finding.rule)}  ${place}`);
  }
  const args = { to, who: say(language, `waitsOn_${report.waitsOn}`), count: report.files.length };
  const id_ = !report.allowed ? 'moveRefused' : report.written ? 'moved' : 'wouldMove';
  const made = report.commit ? ` ${say(language, 'committedAs', { commit: report.commit.slice(0, 9) })}` : '';
  print(`${say(language, id_, args)}${made}`);
}
