import type { PushReport } from '../../core/report/pushReport';
import type { ExitCode } from './io';
import { pushFailed } from './pushAfter';

/** Refusals that are about the words of the call: they name no step, or lack what every such call needs. */
const ofTheCall = new Set<string | null>([
  ...['noSuchStep', 'ambiguousStep', 'ambiguousSection', 'procedureStep', 'reasonMissing'],
  ...['noAssignment', 'noSuchField', 'noSuchItem', 'noList', 'noItem', 'notMoment', 'writeParts'],
  'noProcedure',
]);

/** What an action ends with: 0 where it is done or so already, 1 where the record speaks against it, else 2. */
export function exitOf({
  outcome,
  code,
  push,
}: {
  readonly outcome: string;
  readonly code: string | null;
  readonly push?: PushReport | undefined;
}): ExitCode {
  if (outcome === 'failed' || pushFailed(push)) return 2;
  if (outcome !== 'refused') return 0;
  return ofTheCall.has(code) ? 2 : 1;
}
