import type { Language } from '../../core/model/text/localized';
import type { GateReport } from '../../core/report/gateReport';
import { loadWorkspace } from '../../node/checkWorkspace';
import { loadConfig } from '../../node/loadConfig';
import { type Call, say, wrongCall } from './command';
import { countedText } from './countedReviews';
import { decideGate, type GateQuestion } from './decideGate';
import type { GateTarget } from './gateTarget';
import type { ExitCode } from './io';
import { colorsFor } from './prettyFindings';
import { insideOf, shownPath } from './selection';

/** Says whether the changes that a call is about may be deployed now. */
export async function gateChange(call: Call, target: GateTarget | undefined): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  if (!target) throw wrongCall('gateTarget');
  const { root } = target;
  const wantsReceipt =
    ['receipt', 'sign', 'artifact'].some((name) => call.text(name) !== undefined) || call.has('note');
  const receipts = wantsReceipt ? await import('./writeReceipt') : undefined;
  // What does not fit is told before anything is decided.
  receipts?.receiptWish(call);
  const zone = call.hasLocalNow() ? loadConfig(root).config.data.timezone : undefined;
  const workspace = await loadWorkspace(root, { now: call.now(zone), questions: false });
  const language = call.language(workspace.config.config.data.language);
  const shown = (file: string): string => shownPath(call.io.cwd, root, file);
  const question = { ...questionOf(call, target), requests: await requestsOf(call, language) };
  const decision = await decideGate(workspace, question, { language, shown });
  const { report, isUndecided } = decision;
  if (format === 'json') call.json(report);
  else print(call, report, language);
  await receipts?.writeReceipt(call, workspace, question, decision, language);
  return report.allowed ? 0 : isUndecided ? 2 : 1;
}

/** The pull requests in the files of reviews that a call names; undefined where it names none. */
async function requestsOf(call: Call, language: Language): Promise<GateQuestion['requests']> {
  const names = call.texts('reviews');
  if (names.length === 0) return undefined;
  return (await import('./calledReviews')).calledReviews(call, names, language);
}

function questionOf(call: Call, { root, asked, named, path }: GateTarget): GateQuestion {
  return {
    ...(path === undefined ? { id: named } : { file: insideOf(root, path) }),
    tag: call.text('tag'),
    environment: call.text('environment'),
    customer: call.text('customer'),
    phase: call.text('phase'),
    allowsUnverified: call.has('allow-unverified'),
    words: asked,
  };
}

function print(call: Call, { changes, reasons, notCounted = [] }: GateReport, language: Language): void {
  const colors = colorsFor(call.io);
  for (const { message } of reasons) call.line(message);
  for (const { id, file, title, allowed, reasons: own, unverified, reviews = [] } of changes) {
    const verdict = say(language, allowed ? 'gateOpen' : 'gateShut');
    const word = allowed ? colors.green(verdict) : colors.red(verdict);
    call.line(`${colors.bold(id ?? file)}  ${word}  ${title}`);
    for (const { rule, message } of own) call.line(`  - ${message}${rule ? ` (${rule})` : ''}`);
    for (const review of reviews) call.line(`  + ${countedText(review, language)}`);
    for (const { message } of unverified) call.line(`  - ${say(language, 'gateUnverified', { message })}`);
  }
  for (const { message } of notCounted) call.line(message);
}
