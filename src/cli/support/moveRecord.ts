import { dirname, join } from 'node:path';
import type { Language } from '../../core/model/text/localized';
import { stateName } from '../../core/model/vocabulary/stateName';
import { countText } from '../../core/report/counted';
import { draftReport } from '../../core/report/draftReport';
import { lackTexts, type MoveReport, moveReport } from '../../core/report/moveReport';
import { messageOf } from '../../core/rules/renderFinding';
import { gitTopLevelOf } from '../../node/workspaceRoot';
import { editFile } from '../../node/writeFile';
import { type ChosenMove, chosenMove, textOf } from './chosenMove';
import { type Call, say } from './command';
import { type ExitCode, RefusedError, UsageError } from './io';
import { mustBeFit, noticeOf, printNotice } from './moveNotice';
import { type NamedRecord, namedRecord } from './namedRecord';
import { colorsFor } from './prettyFindings';
import { printPush, pushAfter, pushFailed } from './pushAfter';
import { commitPlanned, outcomeAnswer } from './runAction';
import { shownPath } from './selection';

/** A move that was made, or may be. */
export interface MadeMove {
  readonly chosen: ChosenMove;
  /** Whether the record is in that state already. */
  readonly there: boolean;
  readonly written: boolean;
  readonly commit: string | undefined;
}

/** Moves the change or ticket that a call names, or says what it lacks. */
export async function moveRecord(call: Call, kind?: 'hold' | 'resume'): Promise<ExitCode> {
  call.oneOf('format', ['pretty', 'json'], 'pretty');
  const named = await namedRecord(call);
  const chosen = await chosenMove(call, named, { kind });
  return tellMoves(call, named, [await makeMove(call, named, chosen)]);
}

/**
 * Makes a move, as far as it is allowed and the call wants more than a dry run.
 *
 * @param again whether the call may be run again without doing anything twice
 * @param ahead whether it follows other moves, which a dry run does not make, so that git has nothing to say of it
 */
export async function makeMove(
  call: Call,
  named: NamedRecord,
  chosen: ChosenMove,
  { again = false, ahead = false } = {},
): Promise<MadeMove> {
  const { plan } = chosen;
  const there = plan.move.to === plan.from;
  const moves = plan.allowed && !there;
  const writes = moves && !call.has('dry-run');
  const inGit = !call.has('no-commit') && gitTopLevelOf(dirname(named.path)) !== undefined;
  if (moves) mustBeFit(call, named, chosen);
  const looks = writes || !ahead;
  const commit = moves && inGit && looks ? await commitMove(call, named, chosen, again) : undefined;
  return { chosen, there, written: writes && (inGit || write(named, chosen)), commit };
}

/** Pushes where the call asks for it, and tells of the moves that were made, the last of which may lack something. */
export async function tellMoves(
  call: Call,
  named: NamedRecord,
  made: readonly MadeMove[],
): Promise<ExitCode> {
  const { language, workspace, path } = named;
  const zone = workspace.config.config.data.timezone;
  const commit = made.findLast((move) => move.commit !== undefined)?.commit;
  const shared = made.some((move) => move.commit !== undefined || move.there) && !call.has('dry-run');
  const pushed = shared ? await pushAfter(call, dirname(path), { language, zone, commit }) : undefined;
  const { push } = pushed ?? {};
  const reports = made.map((move) => {
    const now = pushed && move.commit === commit ? pushed.commit : move.commit;
    return reportOf(call, named, move.chosen, { written: move.written, commit: now });
  });
  const [last, report] = [made.at(-1), reports.at(-1)];
  if (!last || !report) return 2;
  const pretty = call.oneOf('format', ['pretty', 'json'], 'pretty') === 'pretty';
  // What was to be marked as sent with a move that was refused is not to be sent yet.
  const told = made.filter(({ chosen }) => chosen.plan.allowed || !call.has('sent'));
  const drafts = call.has('notify') ? told.flatMap(({ chosen }) => noticeOf(call, named, chosen) ?? []) : [];
  if (pretty)
    for (const [at, own] of reports.entries()) print(call, own, (made[at] ?? last).chosen, language);
  else
    call.json({
      ...report,
      ...(reports.length > 1 ? { moves: reports.map(movePart) } : {}),
      ...(drafts.length > 0
        ? { notices: drafts.map((draft) => draftReport(draft, report.id ?? undefined, report.file)) }
        : {}),
      ...(push ? { push } : {}),
    } satisfies MoveReport);
  if (pretty) for (const draft of drafts) printNotice(call, named, draft);
  if (pretty && call.has('notify') && told.length > 0 && drafts.length === 0)
    call.tell(say(language, 'noNotice'));
  if (pretty) printPush(call, push);
  if (pushFailed(push)) return 2;
  if (last.chosen.plan.allowed) return 0;
  // A reason is what every such call needs; whatever else is lacking the record asks for.
  return last.chosen.plan.lacks.includes('reason') ? 2 : 1;
}

/** Writes the record and the tickets that go along, each only in the state that was looked at. */
function write(named: NamedRecord, { text, plan }: ChosenMove): boolean {
  const { workspace, path, language } = named;
  if (!editFile(path, text, plan.edits)) throw new UsageError(say(language, 'notFixed', { path }));
  for (const { file, edits } of plan.tickets) {
    const before = textOf(named, file);
    if (before === undefined || !editFile(join(workspace.root, file), before, edits))
      throw new UsageError(say(language, 'notFixed', { path: file }));
  }
  return true;
}

/** Commits the move of the record and its tickets; undefined where exactly that is committed already, or in a dry run. */
async function commitMove(
  call: Call,
  named: NamedRecord,
  { planned }: ChosenMove,
  again: boolean,
): Promise<string | undefined> {
  const outcome = await commitPlanned(call, named, planned, again);
  if (outcome.kind === 'committed') return outcome.commit;
  if (outcome.kind === 'unchanged' || outcome.kind === 'planned') return undefined;
  const { message, code } = outcomeAnswer(call, outcome, planned, named.language);
  if (outcome.kind === 'refused') throw new RefusedError(message);
  const untracked = code === 'notCommitted' || code === 'unborn';
  throw new UsageError(`${message}${untracked ? ` ${say(named.language, 'orNoCommit')}` : ''}`);
}

/** What of a move is told where it is one of several. */
function movePart({ from, to, allowed, written, lacks, findings, commit }: MoveReport) {
  return { from, to, allowed, written, lacks, findings, commit: commit ?? null };
}

function reportOf(
  call: Call,
  { workspace, entry, language }: NamedRecord,
  { plan, waitsOn }: ChosenMove,
  done: { readonly written: boolean; readonly commit: string | undefined },
): MoveReport {
  const files = [entry.file, ...plan.tickets.map(({ file }) => file)];
  const about = {
    id: entry.summary.id,
    files: files.map((file) => shownPath(call.io.cwd, workspace.root, file)),
    ...done,
    waitsOn,
  };
  return moveReport(plan, about, language);
}

function print(
  call: Call,
  report: MoveReport,
  { plan, planned: { already } }: ChosenMove,
  language: Language,
): void {
  const colors = colorsFor(call.io);
  const { from, to, id, file } = report;
  if (from === to) {
    call.line(`${colors.bold(id ?? file)}  ${already.sentence[language]}`);
    return;
  }
  call.line(`${colors.bold(id ?? file)}  ${stateName(from, language)} → ${stateName(to, language)}`);
  for (const lack of plan.lacks) call.line(`  ${colors.red('✗')} ${lackTexts[lack][language]}`);
  for (const finding of plan.findings) {
    const { line, column } = finding.range.start;
    const place = colors.cyan(`${file}:${line + 1}:${column + 1}`);
    call.line(`  ${colors.red('✗')} ${messageOf(finding, language)}  ${colors.dim(finding.rule)}  ${place}`);
  }
  const args = {
    to: stateName(to, language),
    who: say(language, `waitsOn_${report.waitsOn}`),
    files: countText('file', report.files.length, language),
  };
  const id_ = !report.allowed ? 'moveRefused' : report.written ? 'moved' : 'wouldMove';
  const made = report.commit ? ` ${say(language, 'committedAs', { commit: report.commit.slice(0, 9) })}` : '';
  call.line(`${say(language, id_, args)}${made}`);
}
