import { quoted } from '../../core/actions/stepAction';
import type { Language } from '../../core/model/text/localized';
import type { ActionReport } from '../../core/report/actionReport';
import { type Call, say } from './command';
import { exitOf } from './exitOf';
import type { ExitCode } from './io';
import { colorsFor } from './prettyFindings';
import { printPush } from './pushAfter';
import type { ActionAnswer } from './runAction';

/** Prints the answer of an action, for people or for machines, and says with what the command ends. */
export function printAction(call: Call, report: ActionReport & ActionAnswer, language: Language): ExitCode {
  if (call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json') {
    call.json(report);
    return exitOf(report);
  }
  if (report.outcome === 'refused' || report.outcome === 'failed') call.tell(report.message);
  else for (const line of linesOf(call, report, language)) call.line(line);
  printPush(call, report.push);
  return exitOf(report);
}

const boxes: { readonly [action: string]: string } = { tick: '[x]', skip: '[-]' };

/** What people are told where it went well: what it was done to, and how it ended. */
function linesOf(call: Call, report: ActionReport & ActionAnswer, language: Language): string[] {
  const { id, file, step, subject, progress, message, evidenceFile, outcome, action } = report;
  if (!step) return [subject ?? id ?? file, message];
  const count = progress ? `${say(language, 'steps', progress)}. ` : '';
  const comes = action === 'tick' || action === 'skip';
  const shows =
    evidenceFile !== undefined && /^(?:committed|planned)$/.test(outcome)
      ? [say(language, comes ? 'evidenceKept' : 'evidenceTaken', { path: evidenceFile })]
      : [];
  return [stepLine(call, report), ...shows, `${count}${message}`];
}

/** A step with what was done to it, and where it stands. */
export function stepLine(call: Call, { id, file, step, action }: ActionReport): string {
  const colors = colorsFor(call.io);
  const place = colors.dim(`${file}:${step?.line}`);
  return `${colors.bold(id ?? file)}  ${boxes[action ?? ''] ?? '[ ]'} ${quoted(step?.text ?? '')}  ${place}`;
}
