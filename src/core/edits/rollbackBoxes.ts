import { rollbackSections } from '../model/parse/markRollback';
import type { RecordOf } from '../model/parse/record';
import type { TextEdit } from '../model/text/edit';
import { plainItems } from './plainItems';

/**
 * Edits that make steps of the items under the rollback headings of a change; none where a step stands there already,
 * since then its author has said which items are steps.
 */
export function rollbackBoxes({ lines, body, data }: RecordOf<'change'>): TextEdit[] {
  const sections = rollbackSections(body.headings, data.rollback?.steps_section);
  const isInside = ({ line }: { readonly line: number }): boolean =>
    sections.some((section) => line > section.line && line < section.endLine);
  if (body.steps.some(isInside)) return [];
  const found = (['numbered', 'bulleted'] as const).map((kind) =>
    plainItems(lines, body, kind).filter(isInside),
  );
  // Bullets below numbers say more about them.
  return (found.find((items) => items.length > 0) ?? []).map(({ edit }) => edit);
}
