import { customerNamed } from '../config/workspaceConfig';
import { setFields } from '../edits/setFields';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import type { ChangeData } from '../model/schema/recordData';
import { isChange, type RecordAction, refusedPlan } from './recordAction';
import type { FieldEffects } from './redo/fieldRedo';
import type { TextChange } from './textChange';
import { type SaidAt, timedChange } from './timedChange';

/** An agreement and an accepted risk are done again in the field in which both stand. */
export const agreementEffects: FieldEffects = { fields: { change: ['agreement'] } };

/**
 * Writes into `agreement`. What the other of the two wrote stays: an agreement does not take an accepted risk back.
 *
 * @param isSo whether what stands there says the same already
 */
export function agreementChange(
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
      if (!record || !isChange(record)) return refusedPlan('notARecord');
      if (record.data.agreement && isSo(record.data.agreement)) return { edits: [] };
      const edits = setFields(record, { agreement: { parts: partsAt(at) } });
      return edits ? { edits } : refusedPlan('notARecord');
    },
  });
  return timedChange(said, make, momentIn);
}

/** Whoever manages on the customer's side is the most likely one to agree; undefined where nobody is known. */
export function managerOf({ record, input }: Parameters<RecordAction['asks']>[0]): string | undefined {
  const { contacts = [] } = customerNamed(input.config, record.data.customer) ?? {};
  return contacts.find(({ role }) => role === 'manager')?.name;
}
