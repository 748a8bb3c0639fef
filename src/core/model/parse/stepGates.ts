import { headingStartsWith } from '../text/headings';
import type { ParsedRecord } from './record';
import type { Step } from './step';

/** A gate of a procedure: what must be ticked before a section is open. */
export interface Gate {
  readonly section?: string;
  readonly requires: readonly { readonly heading: string }[];
}

/** Steps of another section that must be done before a step. */
export interface BlockedBy {
  /** The heading that the gate names. */
  readonly required: string;
  readonly open: readonly Step[];
}

/**
 * The steps of a record that are to be done: those that lead back only where the change was rolled back, and then
 * instead of what was left of its deployment.
 */
export function relevantSteps(record: ParsedRecord | undefined): readonly Step[] {
  const back = record?.type === 'change' && record.data.outcome === 'rolled_back';
  return record?.body.steps.filter((step) => leadsBack(step) === back) ?? [];
}

/** The steps that lead the same way as one of them. */
export function sameDirectionSteps(step: Step, steps: readonly Step[]): readonly Step[] {
  return steps.filter((other) => leadsBack(other) === leadsBack(step));
}

function leadsBack({ rollback }: Step): boolean {
  return rollback !== undefined;
}

/**
 * The first gate that keeps a step from being ticked. Steps of the section that is waited for are never kept back
 * by it, or none of them could be done first; and a step back waits for no step of the deployment, nor the other way
 * round.
 */
export function gateBlocking(
  step: Step,
  steps: readonly Step[],
  gates: readonly Gate[],
): BlockedBy | undefined {
  for (const { section, requires } of gates) {
    if (section === undefined || !isBelow(step, section)) continue;
    for (const { heading } of requires) {
      if (isBelow(step, heading)) continue;
      const open = sameDirectionSteps(step, steps).filter(
        (other) => isOpenStep(other) && isBelow(other, heading),
      );
      if (open.length > 0) return { required: heading, open };
    }
  }
  return undefined;
}

/** The step that is next: the first that is open, applies, and that no gate keeps back. */
export function nextStep(steps: readonly Step[], gates: readonly Gate[]): Step | undefined {
  return steps.find((step) => isOpenStep(step) && !gateBlocking(step, steps, gates));
}

/** Whether something is still to be done about a step. */
export function isOpenStep({ checked, applicable }: Step): boolean {
  return applicable && !checked;
}

/** How many steps are done, of how many that apply. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** How many of the steps that apply are done. */
export function progressOf(steps: readonly Step[]): Progress {
  const applicable = steps.filter((step) => step.applicable);
  return { done: applicable.filter((step) => step.checked).length, all: applicable.length };
}

/** A step back is below the headings of the rollback alone: sections are taken back in any order. */
function isBelow({ path, rollback = 0 }: Step, heading: string): boolean {
  return path.slice(rollback).some((title) => headingStartsWith(title, heading));
}
