import { resolve } from 'node:path';
import type { Language } from '../../core/model/text/localized';
import { errorCode } from '../../node/walk';
import { writeWhole } from '../../node/writeFile';
import { type Call, say } from './command';
import { UsageError } from './io';

/** What `-o` calls standard output. */
export const standardOutput = '-';

/** Whether a call wants what is made in a file. */
export function goesToFile(call: Call): boolean {
  return (call.text('output') ?? standardOutput) !== standardOutput;
}

/** Prints what a command made, or writes it to the file that `-o` names and says so. */
export function writeOutput(
  call: Call,
  language: Language,
  content: string | Buffer,
  output = call.text('output'),
): void {
  if (output === undefined || output === standardOutput) {
    call.io.out(content);
    return;
  }
  try {
    writeWhole(resolve(call.io.cwd, output), content);
  } catch (error) {
    throw new UsageError(say(language, 'notWritten', { path: output, code: errorCode(error) }));
  }
  call.tell(say(language, 'written', { path: output }));
}
