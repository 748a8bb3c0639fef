import type { ParsedRecord } from '../model/parse/record';
import type { Heading, Step } from '../model/parse/step';
import { isOpenStep, leadsBack, progressOf } from '../model/parse/stepGates';

/** How far the steps right below a heading are. */
export interface ChecklistMark {
  /** The line of the heading, from 0. */
  readonly line: number;
  readonly done: number;
  readonly all: number;
  /** Whether these steps count now: those of a rollback do when the change is rolled back, and the others until then. */
  readonly counts: boolean;
  /** The next step to tick, where it is one of these. */
  readonly next: Step | undefined;
}

/**
 * A mark for each heading that has steps right below it, up to the next heading of any level.
 *
 * @param next the next step of the record
 * @param back whether the change is rolled back
 */
export function checklistMarks(
  { body: { headings, steps } }: ParsedRecord,
  next: Step | undefined,
  back: boolean,
): ChecklistMark[] {
  return headings.flatMap((heading): ChecklistMark[] => {
    const own = below(heading, headings, steps);
    if (own.length === 0) return [];
    const isNext = next !== undefined && own.includes(next) && isOpenStep(next);
    return [
      {
        line: heading.line,
        ...progressOf(own),
        counts: own.some((step) => leadsBack(step) === back),
        next: isNext ? next : undefined,
      },
    ];
  });
}

function below(heading: Heading, headings: readonly Heading[], steps: readonly Step[]): Step[] {
  const following = headings.find(({ line }) => line > heading.line)?.line ?? Number.POSITIVE_INFINITY;
  return steps.filter(({ line }) => line > heading.line && line < following);
}
