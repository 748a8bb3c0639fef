import type { ActionReport } from '../../core/report/actionReport';
import type { Call } from './command';
import { exitOf } from './exitOf';
import type { ExitCode } from './io';
import { printPush } from './pushAfter';
import type { ActionAnswer } from './runAction';
import { lineOf } from './terminalText';

/**
 * Prints the answer of an action, for people or for machines, and says with what the command ends.
 *
 * @param lines what people are told where it went well
 */
export function printAction(
  call: Call,
  report: ActionReport & ActionAnswer,
  lines: readonly string[],
): ExitCode {
  if (call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json') {
    call.io.out(`${JSON.stringify(report, undefined, 2)}\n`);
    return exitOf(report);
  }
  if (report.outcome === 'refused' || report.outcome === 'failed')
    call.io.err(`changebook: ${report.message}\n`);
  else for (const line of lines) call.io.out(lineOf(line));
  printPush(call, report.push);
  return exitOf(report);
}
