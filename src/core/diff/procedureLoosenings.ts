import { locate } from '../model/parse/located';
import type { ParsedRecord } from '../model/parse/record';
import { LineMap } from '../model/text/lineMap';
import type { Language } from '../model/text/localized';
import { approvalMissing } from '../rules/approval/missing';
import { checklistDiverged } from '../rules/checklist/diverged';
import { checklistGate } from '../rules/checklist/gate';
import { changeText } from './diffText';
import type { PlacedLoosening } from './placedLoosening';
import { type ChangeKind, looseningKinds } from './recordChange';
import { recordDiff } from './recordDiff';

/** A procedure that a change edited. */
export interface TouchedProcedure {
  readonly file: string;
  readonly before: ParsedRecord;
  readonly after: ParsedRecord;
}

/** Changes of a procedure that concern the rule `checklist/diverged`. */
const ofSteps: ReadonlySet<ChangeKind> = new Set(['step-removed', 'step-changed']);

/** What edited procedures no longer ask for. */
export function procedureLoosenings(procedures: readonly TouchedProcedure[]): PlacedLoosening[] {
  return procedures.flatMap(({ file, before, after }) => {
    const loosened = recordDiff(before, after).filter(
      ({ kind }) => looseningKinds.has(kind) || ofSteps.has(kind),
    );
    const place = locate(after.located, ['gates']);
    const range = new LineMap(after.lines.text).rangeAt(place?.keyRange ?? place?.node.range ?? after.fence);
    return loosened.map((change): PlacedLoosening => {
      const text = (language: Language) =>
        `${after.data.id ?? file}: ${changeText(change, 'procedure', language)}`;
      const rules = ofSteps.has(change.kind)
        ? [checklistDiverged.id, approvalMissing.id]
        : [checklistGate.id];
      return { kind: 'rule-lowered', about: '', from: '', to: '', rules, file, range, text };
    });
  });
}
