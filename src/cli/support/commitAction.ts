import { dirname } from 'node:path';
import { faultText, hookEditsText, type Kept } from '../../core/actions/commitFaults';
import { commitMessage } from '../../core/actions/commitMessage';
import type { RecordAction } from '../../core/actions/recordAction';
import { type Refusal, refusalText } from '../../core/actions/refusals';
import type { Language } from '../../core/model/text/localized';
import type { ActionReport } from '../../core/report/actionReport';
import {
  type CommitOutcome,
  type CommitRequest,
  commitRecords,
  type PlannedCommit,
  planCommit,
} from '../../node/commit/commitRecords';
import { readText } from '../../node/readText';
import { editFile } from '../../node/writeFile';
import { type Call, say } from './command';
import { exitOf } from './exitOf';
import type { ExitCode } from './io';
import type { NamedRecord } from './namedRecord';
import { printPush, pushAfter, unpushedNote } from './pushAfter';
import { lineOf } from './terminalText';

/** How an action on a record ended. */
export type ActionAnswer = Pick<ActionReport, 'outcome' | 'code' | 'message'> &
  Partial<Pick<ActionReport, 'commit' | 'subject' | 'push'>>;

/** Takes an action on one record as one commit; with `--dry-run` it only says what would happen. */
export async function commitAction(
  call: Call,
  { path, entry, workspace, language }: NamedRecord,
  { change, parts }: RecordAction,
  options: { readonly already: string; readonly isNew?: boolean },
): Promise<ActionAnswer> {
  if (call.has('no-commit')) {
    const before = readText(path, workspace.root).text;
    const plan = change.plan(before, 'committed');
    if ('refusal' in plan) return refusedAnswer(plan.refusal, language);
    if (plan.edits.length === 0) return { outcome: 'unchanged', code: null, message: options.already };
    if (call.has('dry-run')) return { outcome: 'planned', code: null, message: say(language, 'wouldCommit') };
    const written = editFile(path, before, plan.edits);
    const message = say(language, written ? 'edited' : 'notFixed', { path: entry.file });
    return { outcome: written ? 'edited' : 'failed', code: written ? null : 'changedMeanwhile', message };
  }
  const { data } = workspace.config.config;
  const record = entry.summary.id ?? entry.file;
  const request: CommitRequest = {
    words: call.words,
    files: [{ path, change, ...(options.isNew ? { isNew: true } : {}) }],
    message: () => commitMessage({ record, ...parts }, data.language ?? 'en', data.commit?.subject),
  };
  if (call.has('dry-run')) return outcomeAnswer(await planCommit(request), language, options.already);
  const outcome = await commitRecords(request);
  const answer = outcomeAnswer(outcome, language, options.already);
  // What was committed already may still be waiting to be pushed.
  if (outcome.kind !== 'committed' && outcome.kind !== 'unchanged') return answer;
  if (outcome.kind === 'committed') tellHookEdits(call, outcome, language);
  const made = outcome.kind === 'committed' ? outcome.commit : undefined;
  const about = { language, zone: data.timezone, commit: made };
  const pushed = await pushAfter(call, dirname(path), about);
  if (outcome.kind === 'unchanged') return pushed ? { ...answer, push: pushed.push } : answer;
  if (!pushed) return { ...answer, message: answer.message + (await unpushedNote(call, path, language)) };
  const { push, commit } = pushed;
  if (commit === undefined) return { outcome: 'unchanged', code: null, message: options.already, push };
  return { ...outcomeAnswer({ ...outcome, commit }, language, options.already), push };
}

/** Says to people what a hook left behind of a commit that was made all the same. */
export function tellHookEdits(
  call: Call,
  { edited }: { readonly edited?: string },
  language: Language,
): void {
  if (edited !== undefined) call.io.err(`changebook: ${hookEditsText(edited, language)}\n`);
}

/** A branch without the folder that git keeps branches in. */
export function shortBranch(branch: string): string {
  return branch.replace(/^refs\/heads\//, '');
}

function refusedAnswer(refusal: Refusal, language: Language, kept?: Kept): ActionAnswer {
  return { outcome: 'refused', code: refusal.code, message: refusalText(refusal, language, kept) };
}

/** What is told of how a commit ended. */
export function outcomeAnswer(
  outcome: CommitOutcome | PlannedCommit,
  language: Language,
  already: string,
): ActionAnswer {
  if (outcome.kind === 'planned')
    return { outcome: 'planned', code: null, message: say(language, 'wouldCommit') };
  if (outcome.kind === 'refused') return refusedAnswer(outcome.refusal, language, outcome.kept);
  if (outcome.kind === 'unchanged') return { outcome: 'unchanged', code: null, message: already };
  if (outcome.kind === 'fault') {
    const message = faultText(outcome.fault, language, outcome.kept);
    return { outcome: 'failed', code: outcome.fault.code, message };
  }
  const { commit, subject, branch } = outcome;
  const args = { commit: commit.slice(0, 9), branch: shortBranch(branch) };
  return { outcome: 'committed', code: null, message: say(language, 'committed', args), commit, subject };
}

/** Prints the answer of an action, for people or for machines, and says with what the command ends. */
export function printAction(
  call: Call,
  report: Pick<ActionReport, 'id' | 'file' | 'outcome' | 'code' | 'message' | 'subject' | 'push'>,
): ExitCode {
  const good = report.outcome !== 'refused' && report.outcome !== 'failed';
  const forMachines = call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json';
  if (forMachines) call.io.out(`${JSON.stringify(report, undefined, 2)}\n`);
  else if (good) {
    call.io.out(lineOf(report.subject ?? report.id ?? report.file));
    call.io.out(lineOf(report.message));
  } else call.io.err(`changebook: ${report.message}\n`);
  if (!forMachines) printPush(call, report.push);
  return exitOf(report);
}
