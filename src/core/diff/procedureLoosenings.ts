import { locate } from '../model/parse/located';
import type { ParsedRecord } from '../model/parse/record';
import { LineMap } from '../model/text/lineMap';
import type { Language } from '../model/text/localized';
import { approvalMissing } from '../rules/approval/missing';
import { approvalStandard } from '../rules/approval/standard';
import { checklistDiverged } from '../rules/checklist/diverged';
import { checklistGate } from '../rules/checklist/gate';
import { changeText } from './diffText';
import type { PlacedLoosening } from './placedLoosening';
import { type ChangeKind, looseningKinds } from './recordChange';
import { recordDiff } from './recordDiff';

/** A procedure that a change edited, or brought. */
export interface TouchedProcedure {
  readonly file: string;
  readonly before: ParsedRecord | undefined;
  readonly after: ParsedRecord;
}

/** Changes of a procedure that concern the rule `checklist/diverged`. */
const ofSteps: ReadonlySet<ChangeKind> = new Set(['step-removed', 'step-changed']);

/** What edited procedures no longer ask for. */
export function procedureLoosenings(procedures: readonly TouchedProcedure[]): PlacedLoosening[] {
  return procedures.flatMap(({ file, before, after }) => {
    const changes = before ? recordDiff(before, after) : [];
    const loosened = changes.filter(({ kind }) => looseningKinds.has(kind) || ofSteps.has(kind));
    const place = locate(after.located, ['gates']);
    const range = new LineMap(after.lines.text).rangeAt(place?.keyRange ?? place?.node.range ?? after.fence);
    const standard = standardLoosening(file, before, after);
    const others = loosened.map((change): PlacedLoosening => {
      const text = (language: Language) =>
        `${after.data.id ?? file}: ${changeText(change, 'procedure', language)}`;
      const rules = ofSteps.has(change.kind)
        ? [checklistDiverged.id, approvalMissing.id]
        : [checklistGate.id];
      return { kind: 'rule-lowered', about: '', from: '', to: '', rules, file, range, text };
    });
    return standard ? [standard, ...others] : others;
  });
}

/** That standard changes go by another text or another approval than before. */
function standardLoosening(
  file: string,
  before: ParsedRecord | undefined,
  after: ParsedRecord,
): PlacedLoosening | undefined {
  const place = after.type === 'procedure' ? locate(after.located, ['standard']) : undefined;
  if (!place || before?.lines.text === after.lines.text) return undefined;
  const range = new LineMap(after.lines.text).rangeAt(place.keyRange ?? place.node.range);
  const id = after.data.id ?? file;
  const told = {
    en: `${id} is approved for standard changes as it stands here`,
    es: `${id} está aprobado para cambios estándar tal como está aquí`,
  };
  const rules = [approvalStandard.id, approvalMissing.id];
  const text = (language: Language): string => told[language];
  return { kind: 'rule-lowered', about: '', from: '', to: '', rules, file, range, text };
}
