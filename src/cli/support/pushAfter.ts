import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Language } from '../../core/model/text/localized';
import type { PushReport } from '../../core/report/pushReport';
import type { NotPushed } from '../../core/report/showReport';
import { pushReport } from '../../node/push/pushAnswer';
import { type PushOutcome, type PushRequest, pushRecords } from '../../node/push/pushRecords';
import { UnpushedReader } from '../../node/push/unpushedRecords';
import { type Call, say } from './command';

/** Pushes, and says so where it takes longer than a second. */
export async function pushOnce(call: Call, request: PushRequest): Promise<PushOutcome> {
  const told = setTimeout(() => call.io.err(`${say(request.language, 'pushing')}\n`), 1000);
  try {
    return await pushRecords(request);
  } finally {
    clearTimeout(told);
  }
}

/** How a push ended, and the commit that it followed as it is now; undefined where others had done the same. */
export interface PushedAfter {
  readonly push: PushReport;
  readonly commit: string | undefined;
}

/** Pushes after a commit where `--push` asks for it. A push that fails is no failure of the commit. */
export async function pushAfter(
  call: Call,
  folder: string,
  { language, zone, commit }: { language: Language; zone: string | undefined; commit: string | undefined },
): Promise<PushedAfter | undefined> {
  if (!call.has('push')) return undefined;
  const outcome = await pushOnce(call, { folder, language });
  const renamed = outcome.kind === 'pushed' ? outcome.renamed : undefined;
  const now = commit !== undefined && renamed?.has(commit) ? renamed.get(commit) : commit;
  return { push: pushReport(outcome, language, zone ?? 'UTC'), commit: now };
}

/** What a commit leaves to be pushed of its record, as a sentence behind another; empty where `--push` answers that. */
export async function unpushedNote(call: Call, path: string, language: Language): Promise<string> {
  const note = call.has('push') ? '' : notPushedText(await notPushedOf(path), language);
  return note === '' ? '' : ` ${note}`;
}

/** How many commits of a record its remote branch lacks, or undefined where there is no such branch or no git that knows. */
export async function notPushedOf(path: string): Promise<NotPushed | undefined> {
  const unpushed = await new UnpushedReader(dirname(path)).read();
  return unpushed && { target: unpushed.target, commits: unpushed.byFile.get(realpathSync(path)) ?? 0 };
}

/** The same as a sentence; empty where everything is pushed. */
export function notPushedText(found: NotPushed | undefined, language: Language): string {
  if (!found || found.commits === 0) return '';
  return say(language, 'notPushed', { target: found.target, count: found.commits });
}

/** Says it to people; that a push failed belongs on standard error. */
export function printPush(call: Call, report: PushReport | undefined): void {
  if (report?.outcome === 'failed') call.tell(report.message);
  else if (report) call.line(report.message);
}

/** Whether that makes the call end with an error: being offline is a state of the commit, and no error. */
export function pushFailed(report: PushReport | undefined): boolean {
  return report?.outcome === 'failed' && report.code !== 'offline';
}
