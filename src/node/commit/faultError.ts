import type { CommitFault, FaultCode } from '../../core/actions/commitFaults';
import type { Refusal } from '../../core/actions/refusals';
import { oneLineValue } from '../../core/model/text/oneLineValue';
import { type GitAnswer, type GitCall, runGit } from '../gitProcess';

/** The outside world, or the record as it stands, does not allow a commit. Caught where the engine answers. */
export class FaultError extends Error {
  constructor(
    readonly fault: CommitFault,
    /** Where it is not the outside world: what the record says against it. */
    readonly refusal?: Refusal,
  ) {
    super(fault.code);
  }
}

export function fault(code: FaultCode, args: CommitFault['args'] = {}): FaultError {
  return new FaultError({ code, args });
}

/** What the record says against a commit, which is no fault of the outside world. */
export function refused(refusal: Refusal): FaultError {
  return new FaultError({ code: 'failed', args: {} }, refusal);
}

/** What git said, fit for a sentence: its own words without what it repeats, ended by a full stop. */
export function shownOutput(text: string): string {
  const line = oneLineValue(text.replace(/^(?:error|fatal|hint): ?/gm, ''), 400);
  return line === '' ? '(–)' : line.replace(/[.:]?$/, '.');
}

const lockFile = /Unable to create '([^']+\.lock)'/;

/** Whether git gave up because something else holds a lock, which may be gone a moment later. */
export function isLocked({ err }: GitAnswer): boolean {
  return /\.lock': File exists/.test(err) || /another git process/i.test(err);
}

/** The lock that git names. */
export function lockIn({ err }: GitAnswer): string {
  return lockFile.exec(err)?.[1] ?? '';
}

/** What git prints; a fault where it fails. */
export async function gitOutput(top: string, args: readonly string[], call: GitCall = {}): Promise<Buffer> {
  const answer = await runGit(top, args, call);
  if (answer.code !== 0) throw faultOf(answer, top);
  return answer.out;
}

/** What every run of git may fail with; what is special to one is looked at where it runs. */
export function faultOf(answer: GitAnswer, folder: string): FaultError {
  const { err } = answer;
  if (/ENOENT/.test(err) && /spawn/.test(err)) return fault('noProgram');
  if (/dubious ownership|safe\.directory/.test(err)) return fault('unsafe', { folder });
  if (/not a git repository/i.test(err)) return fault('noRepository');
  if (/must be run in a work tree/.test(err)) return fault('bare');
  if (/[Aa]bort signal|Abort already/.test(err)) return fault('cancelled');
  if (/No space left on device|ENOSPC/.test(err)) return fault('diskFull');
  if (/tell me who you are|empty ident name|no email was given|auto-detect/i.test(err))
    return fault('noIdentity');
  if (/Read-only file system|Permission denied|insufficient permission/i.test(err))
    return fault('readOnly', { output: shownOutput(err) });
  // It says nothing where something else has ended it.
  return fault('failed', { output: shownOutput(answer.code < 0 && err === '' ? 'killed' : err) });
}
