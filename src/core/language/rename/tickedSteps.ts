import { parseRecord } from '../../model/parse/parseRecord';
import { stepTextRange } from '../../model/parse/step';
import type { Mention, NamedKind } from '../mentions/mention';
import type { NamingText } from '../mentions/placesNaming';

/** Tells of a place whether it stands in the text of a ticked step of a change: commits know the tick by that text. */
export function tickedSteps(
  { file, text, mentions }: NamingText,
  kind: NamedKind,
): (place: Mention) => boolean {
  // Reading the record takes as long as all the rest of a rename.
  const mayBe = kind === 'record' && /\[[xX]\]/.test(text) && mentions.some(({ style }) => style === 'text');
  const record = mayBe ? parseRecord(text, { expected: true, file }) : undefined;
  if (record?.type !== 'change') return () => false;
  const ranges = record.body.steps.flatMap((step) => (step.checked ? [stepTextRange(step, text)] : []));
  return ({ range }) => ranges.some(({ start, end }) => start <= range.start && range.end <= end);
}
