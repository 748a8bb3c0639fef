import { dirname, join } from 'node:path';
import type { Language } from '../../core/model/text/localized';
import { stateName } from '../../core/model/vocabulary/stateName';
import { countText } from '../../core/report/counted';
import { lackTexts, type MoveReport, moveReport } from '../../core/report/moveReport';
import { messageOf } from '../../core/rules/renderFinding';
import { gitTopLevelOf } from '../../node/workspaceRoot';
import { editFile } from '../../node/writeFile';
import { type ChosenMove, chosenMove, textOf } from './chosenMove';
import { type Call, say } from './command';
import { type ExitCode, RefusedError, UsageError } from './io';
import { type NamedRecord, namedRecord } from './namedRecord';
import { colorsFor } from './prettyFindings';
import { printPush, pushAfter, pushFailed } from './pushAfter';
import { commitPlanned, outcomeAnswer } from './runAction';
import { shownPath } from './selection';

/** Moves the change or ticket that a call names, or says what it lacks. */
export async function moveRecord(call: Call, kind?: 'hold' | 'resume'): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const named = await namedRecord(call);
  const chosen = await chosenMove(call, named, kind);
  const { plan } = chosen;
  const there = plan.move.to === plan.from;
  const moves = plan.allowed && !there;
  const writes = moves && !call.has('dry-run');
  const inGit = !call.has('no-commit') && gitTopLevelOf(dirname(named.path)) !== undefined;
  const commit = moves && inGit ? await commitMove(call, named, chosen) : undefined;
  const written = writes && (inGit || write(named, chosen));
  const zone = named.workspace.config.config.data.timezone;
  const about = { language: named.language, zone, commit };
  const shared = (commit !== undefined || there) && !call.has('dry-run');
  const pushed = shared ? await pushAfter(call, dirname(named.path), about) : undefined;
  const { push } = pushed ?? {};
  const moved = reportOf(call, named, chosen, { written, commit: pushed ? pushed.commit : commit });
  const report: MoveReport = push ? { ...moved, push } : moved;
  if (format === 'json') call.json(report);
  else print(call, report, chosen, named.language);
  if (format === 'pretty') printPush(call, report.push);
  if (pushFailed(push)) return 2;
  if (plan.allowed) return 0;
  // A reason is what every such call needs; whatever else is lacking the record asks for.
  return plan.lacks.includes('reason') ? 2 : 1;
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
): Promise<string | undefined> {
  const outcome = await commitPlanned(call, named, planned);
  if (outcome.kind === 'committed') return outcome.commit;
  if (outcome.kind === 'unchanged' || outcome.kind === 'planned') return undefined;
  const { message, code } = outcomeAnswer(call, outcome, planned, named.language);
  if (outcome.kind === 'refused') throw new RefusedError(message);
  const untracked = code === 'notCommitted' || code === 'unborn';
  throw new UsageError(`${message}${untracked ? ` ${say(named.language, 'orNoCommit')}` : ''}`);
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
