import { type ActedOn, messageFor, nameOf, type PlannedAction, type RefusedAction } from '../actions/action';
import { refusedPlan } from '../actions/recordAction';
import { type Refusal, refusal } from '../actions/refusals';
import type { RecordCopy, TextPlan } from '../actions/textChange';
import type { RecordOf } from '../model/parse/record';
import { inBoth, inQuotes, type Language, localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { messageOf } from '../rules/renderFinding';
import { readStepLine } from './stepLine';
import type { Decide, UpdateConflict } from './takeOver';
import { referenceTo, type UpdatedText, updatedText } from './updatedText';
import { type UpdateOutlook, updateOutlook } from './updateOutlook';
import type { ProcedureVersions } from './updateSides';

/** What a person says of an update. */
export interface UpdateWish {
  readonly decide: Decide;
  /** Whether approvals and agreement may become void by it. */
  readonly sure: boolean;
}

/** A change that takes over a newer version of its procedure, as one commit, and what that comes to. */
export type UpdatePlan = PlannedAction & { readonly outlook: UpdateOutlook };

/** Plans that a change takes over what its procedure has and the version that it was made from had not. */
export function planUpdate(
  on: ActedOn<RecordOf<'change'>>,
  versions: ProcedureVersions,
  wish: UpdateWish,
): UpdatePlan | RefusedAction {
  const { record, file, input } = on;
  const procedure = referenceTo(versions.to.record);
  const from = referenceTo(versions.from.record);
  const before = record.lines.text;
  const updated = updatedText(before, file, versions, wish.decide);
  if (!updated) return { refusal: refusal('cannotUpdate') };
  const plan = (text: string, copy: RecordCopy): TextPlan => {
    const made = updatedText(text, file, versions, wish.decide);
    if (!made) return refusedPlan('cannotUpdate');
    if (made.open.length > 0) return { refusal: openPlaces(made.open, procedure) };
    const stale = copy === 'committed' && !wish.sure ? staleRefusal(text, made, on) : undefined;
    return stale ? { refusal: stale } : { edits: made.edits };
  };
  const parts = { action: 'update', procedure, ...(from === procedure ? {} : { from }) } as const;
  return {
    files: [{ file, change: { plan } }],
    message: () => messageFor(on, parts),
    parts,
    already: {
      sentence: {
        en: `${procedure} has nothing new for ${nameOf(on)}.`,
        es: `${procedure} no tiene nada nuevo para ${nameOf(on)}.`,
      },
    },
    outlook: updateOutlook({ before, file }, updated, input),
  };
}

function openPlaces(open: readonly UpdateConflict[], procedure: string): Refusal {
  const places = (language: Language): string => {
    const named = open.slice(0, 3).map((conflict) => inQuotes(beginningOf(conflict), language));
    return [...named, ...(open.length > named.length ? ['…'] : [])].join(', ');
  };
  return refusal('updateConflict', { count: open.length, procedure, ...inBoth('places', places) });
}

/** The first words of a place, without the box of a step. */
function beginningOf({ change, procedure }: UpdateConflict): string {
  const first = [...change, ...procedure].find((line) => line.trim() !== '') ?? '';
  const text = readStepLine(first)?.text ?? first;
  return oneLineValue(text, 60);
}

function staleRefusal(
  text: string,
  made: UpdatedText,
  { file, input }: Pick<ActedOn, 'file' | 'input'>,
): Refusal | undefined {
  const { stale } = updateOutlook({ before: text, file }, made, input);
  const [first] = stale;
  if (!first) return undefined;
  const { en, es } = localized((language) => stale.map((finding) => messageOf(finding, language)).join(' '));
  return refusal('makesVoid', { 'message.en': en, 'message.es': es, rule: first.rule });
}
