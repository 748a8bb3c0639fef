import type { IndexEntry } from '../../index/indexEntry';
import type { RecordIndex } from '../../index/recordIndex';
import type { RecordSummary } from '../../index/recordSummary';
import { headingStartsWith } from '../../model/text/headings';
import type { Checklist, StepFacts } from './checklistFacts';

/** The procedure that a change follows, as the workspace has it. */
export function procedureOf(summary: RecordSummary, index: RecordIndex): IndexEntry | undefined {
  const reference = summary.references.find(({ kind }) => kind === 'procedure');
  const found = reference && index.byId(reference.id);
  return found?.summary.type === 'procedure' ? found : undefined;
}

/** The steps below headings that begin with a text: those that lead back, or the others. */
export function stepsBelow(
  { paths, steps, rollback = [] }: Checklist,
  heading: string,
  back: boolean,
): StepFacts[] {
  const leadBack = new Map(rollback);
  const below = paths.map((path, index) => {
    const above = leadBack.get(index);
    if (back !== (above !== undefined)) return false;
    return path.slice(above).some((title) => headingStartsWith(title, heading));
  });
  return steps.filter(([path]) => below[path]);
}

/** Those of them that are neither ticked nor marked as not applicable. */
export function openBelow(checklist: Checklist, heading: string, back: boolean): StepFacts[] {
  return stepsBelow(checklist, heading, back).filter(([, state]) => state === 'open');
}
