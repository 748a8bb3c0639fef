import type { IndexEntry } from '../../index/indexEntry';
import type { StepKey } from '../../index/procedureFacts';
import type { RecordIndex } from '../../index/recordIndex';
import type { RecordSummary } from '../../index/recordSummary';
import { headingStartsWith } from '../../model/text/headings';
import { plainName } from '../../model/text/plainName';
import type { Checklist, StepFacts } from './checklistFacts';

/** The procedure that a change follows, as the workspace has it. */
export function procedureOf(summary: RecordSummary, index: RecordIndex): IndexEntry | undefined {
  const named = procedureNamed(summary);
  const found = named === undefined ? undefined : index.byId(named);
  return found?.summary.type === 'procedure' ? found : undefined;
}

/** The id of the procedure that it names. */
export function procedureNamed({ references }: Pick<RecordSummary, 'references'>): string | undefined {
  return references.find(({ kind }) => kind === 'procedure')?.id;
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

/** The steps of a procedure that a change does not have, wherever they stand in it. */
export function missingSteps(steps: readonly StepFacts[], wanted: readonly StepKey[]): StepKey[] {
  const has = stepTest(steps);
  return wanted.filter((step) => !has(step));
}

/**
 * How many steps of its procedure a change leaves out, for one that nobody approved but with that procedure: a step of
 * the deployment does not count where it stands below the rollback, and none of them counts where all are skipped.
 */
export function leftOutSteps(
  checklist: Checklist | undefined,
  { summary: { steps = [] } }: Pick<IndexEntry, 'summary'>,
): number {
  const all = checklist?.steps ?? [];
  const back = new Set((checklist?.rollback ?? []).map(([path]) => path));
  const onward = all.filter(([path]) => !back.has(path));
  const own = steps.filter((step) => !step.rollback);
  const left =
    missingSteps(onward, own).length +
    missingSteps(
      all,
      steps.filter((step) => step.rollback),
    ).length;
  const has = stepTest(onward.filter(([, state]) => state !== 'notApplicable'));
  return left > 0 || own.length === 0 || own.some(has) ? left : own.length;
}

/** Tells whether one of some steps is another one: by its name, else by its text. */
function stepTest(steps: readonly StepFacts[]): (step: StepKey) => boolean {
  const names = new Set(steps.map(([, , { name }]) => name));
  const texts = new Set(steps.map(([, , { text }]) => readText(text)));
  return ({ name, text }) => (name !== undefined && names.has(name)) || texts.has(readText(text));
}

/** What people read of a step: where its links lead is written differently in another folder. */
function readText(text: string): string {
  const shown = text.includes('](') || text.includes('<') ? text.replace(targets, '') : text;
  return plainName(shown);
}

const targets = /(?<=\])\((?:[^()]|\([^()]*\))*\)|(?<=\s(?:href|src)=)(?:"[^"]*"|'[^']*')/gi;
