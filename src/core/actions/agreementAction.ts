import { setFields } from '../edits/setFields';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import type { ChangeData } from '../model/schema/recordData';
import { oneLineValue } from '../model/text/oneLineValue';
import { isoWithOffset } from '../model/time/formatMoment';
import { type RecordAction, refusedPlan } from './recordAction';
import type { TextChange } from './textChange';
import { type SaidAt, timedChange } from './timedChange';

/** The customer's agreement to a start; `start` is written as the record writes its own. */
export interface Agreement extends SaidAt {
  readonly by: string;
  readonly start: string;
}

/** Somebody takes the risk of what was not validated or agreed on. */
export interface AcceptedRisk extends SaidAt {
  readonly by: string;
  readonly reason: string;
}

/** Writes down that the customer agrees to the time of a change. */
export function agreementAction({ by, start, at, zone }: Agreement): RecordAction {
  const who = oneLineValue(by);
  const said = (moment: number) => ({ by: who, at: isoWithOffset(moment, zone), start });
  return {
    change: agreementChange({ at, zone }, said, (now) => now.by === who && now.start === start),
    parts: { action: 'agree', by: who, start },
  };
}

/** Writes down who accepts the risk of a change, and why. */
export function acceptRiskAction({ by, reason, at, zone }: AcceptedRisk): RecordAction {
  const [who, why] = [oneLineValue(by), oneLineValue(reason)];
  const said = (moment: number) => ({ risk_accepted_by: who, at: isoWithOffset(moment, zone), reason: why });
  return {
    change: agreementChange({ at, zone }, said, (now) => now.risk_accepted_by === who && now.reason === why),
    parts: { action: 'accept-risk', by: who, reason: why },
  };
}

/** What the other of the two wrote stays: an agreement does not take an accepted risk back. */
function agreementChange(
  said: SaidAt,
  partsAt: (at: number) => { readonly [part: string]: string },
  isSo: (now: NonNullable<ChangeData['agreement']>) => boolean,
): TextChange {
  const momentIn = (record: ParsedRecord): string | undefined => {
    const now = record.type === 'change' ? record.data.agreement : undefined;
    return now && isSo(now) ? now.at : undefined;
  };
  const make = (at: number): TextChange => ({
    plan(text) {
      const record = parseRecord(text, { expected: true });
      if (record?.type !== 'change') return refusedPlan('notARecord');
      if (record.data.agreement && isSo(record.data.agreement)) return { edits: [] };
      const edits = setFields(record, { agreement: { parts: partsAt(at) } });
      return edits ? { edits } : refusedPlan('notARecord');
    },
  });
  return timedChange(said, make, momentIn);
}
