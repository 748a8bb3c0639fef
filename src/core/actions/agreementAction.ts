import { setFields } from '../edits/setFields';
import { parseRecord } from '../model/parse/parseRecord';
import type { ChangeData } from '../model/schema/recordData';
import { isoWithOffset } from '../model/time/formatMoment';
import { oneLineValue } from './oneLineValue';
import { type RecordAction, refusedPlan } from './recordAction';

/** When something was said, in the zone that it is written with. */
export interface SaidAt {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly zone: string;
}

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
  const parts = { by: who, at: isoWithOffset(at, zone), start };
  return {
    change: agreementChange(parts, (now) => now.by === who && now.start === start),
    parts: { action: 'agree', by: who, start },
  };
}

/** Writes down who accepts the risk of a change, and why. */
export function acceptRiskAction({ by, reason, at, zone }: AcceptedRisk): RecordAction {
  const [who, why] = [oneLineValue(by), oneLineValue(reason)];
  const parts = { risk_accepted_by: who, at: isoWithOffset(at, zone), reason: why };
  return {
    change: agreementChange(parts, (now) => now.risk_accepted_by === who && now.reason === why),
    parts: { action: 'accept-risk', by: who, reason: why },
  };
}

/** What the other of the two wrote stays: an agreement does not take an accepted risk back. */
function agreementChange(
  parts: { readonly [part: string]: string },
  isSo: (now: NonNullable<ChangeData['agreement']>) => boolean,
): RecordAction['change'] {
  return {
    plan(text) {
      const record = parseRecord(text, { expected: true });
      if (record?.type !== 'change') return refusedPlan('notARecord');
      if (record.data.agreement && isSo(record.data.agreement)) return { edits: [] };
      const edits = setFields(record, { agreement: { parts } });
      return edits ? { edits } : refusedPlan('notARecord');
    },
  };
}
