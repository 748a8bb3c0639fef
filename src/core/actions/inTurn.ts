import { editBetween } from '../edits/fieldWrites';
import { applyEdits } from '../model/text/edit';
import type { TextPlan } from './textChange';

/** Several changes of one text as one, each planned on what the one before it leaves. */
export function inTurn(text: string, plans: readonly ((text: string) => TextPlan)[]): TextPlan {
  let after = text;
  for (const plan of plans) {
    const planned = plan(after);
    if ('refusal' in planned) return planned;
    after = applyEdits(after, planned.edits).text;
  }
  return { edits: editBetween(text, after) };
}
