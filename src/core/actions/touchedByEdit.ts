import { approvalsIn, approvalsPath } from '../approvals/approvalsIn';
import { parseRecord } from '../model/parse/parseRecord';
import { canonicalJson } from '../model/text/canonicalJson';
import { fieldName } from '../model/vocabulary/valueIn';
import { recordTypes } from '../model/vocabulary/vocabulary';
import { ownedFields } from './ownedFields';
import { type WrittenRecord, writtenRecord } from './redo/writtenRecord';
import { type Refusal, refusal } from './refusals';
import { quoted, stateOf } from './stepAction';
import { identityOf } from './stepIdentity';

/**
 * Why what differs between two texts of a record is no mere edit of it: a tick, what people decided, or what the record is.
 * Each of these has an action of its own, which asks for more and says so in its commit.
 */
export function touchedByEdit(before: string, after: string): Refusal | undefined {
  const field = touchedField(before, after);
  if (field) return field;
  const [marked, other] = [before, after].map(marksOf);
  const step = differing(marked ?? new Map(), other ?? new Map());
  return step === undefined ? undefined : refusal('editsStep', { step: quoted(step) });
}

/** The same of its fields alone. */
export function touchedField(before: string, after: string): Refusal | undefined {
  const [old, now] = [writtenRecord(before), writtenRecord(after)];
  if (!old || !now) return refusal('notARecord');
  const { fields } = recordTypes[now.record.type];
  const kept = ['id', 'type', ...Object.keys(ownedFields)];
  const name = kept.find((field) => textsOf(old, field) !== textsOf(now, field));
  if (name !== undefined || old.record.type !== now.record.type)
    return refusal('editsField', { field: fieldName(now.record.language, fields, name ?? 'type') });
  const [decided, redecided] = [old, now].map(({ record }) => canonicalJson(approvalsIn(record)));
  return now.record.type === 'procedure' && decided !== redecided
    ? refusal('editsField', { field: approvalsPath(now.record).join('.') })
    : undefined;
}

/** A field as it is written, under whichever of its names and however often. */
function textsOf({ fields }: WrittenRecord, name: string): string {
  return JSON.stringify(fields.filter((field) => field.name === name).map(({ text }) => text.trimEnd()));
}

/** The steps that are ticked or do not apply, each with its text by all that it is recognised by. */
function marksOf(text: string): Map<string, string> {
  const steps = parseRecord(text, { expected: true })?.body.steps ?? [];
  return new Map(
    steps
      .filter((step) => stateOf(step) !== 'open')
      .map((step) => [
        JSON.stringify([
          identityOf(step, steps),
          step.name,
          step.evidence,
          step.by,
          stateOf(step),
          step.reason,
        ]),
        step.text,
      ]),
  );
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string | undefined {
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const)
    for (const [mark, text] of a) if (!b.has(mark)) return text;
  return undefined;
}
