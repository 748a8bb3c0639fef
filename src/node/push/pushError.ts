import type { PushFault, PushFaultCode } from '../../core/actions/pushTexts';
import type { MessageArgs } from '../../core/model/text/localized';

/** Pushing cannot go on. Caught where the engine answers. */
export class PushError extends Error {
  constructor(readonly fault: PushFault) {
    super(fault.kind === 'push' ? fault.code : fault.fault.code);
  }
}

export function pushError(code: PushFaultCode, args: MessageArgs = {}): PushError {
  return new PushError({ kind: 'push', code, args });
}
