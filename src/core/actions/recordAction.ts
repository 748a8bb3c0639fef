import type { MessageParts } from './commitMessage';
import type { RefusalCode } from './refusals';
import type { TextChange, TextPlan } from './textChange';

/** An action on one record: what it writes, and what its commit says besides the record's name. */
export interface RecordAction {
  readonly change: TextChange;
  readonly parts: Omit<MessageParts, 'record'>;
}

/** A plan that only says why nothing is written. */
export function refusedPlan(code: RefusalCode, args: { readonly [name: string]: string } = {}): TextPlan {
  return { refusal: { code, args } };
}
