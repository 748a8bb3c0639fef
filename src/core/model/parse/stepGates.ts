import { headingStartsWith } from '../text/headings';
import { goesBack } from './goesBack';
import { choiceKey } from './markChoices';
import type { ParsedRecord } from './record';
import type { Step } from './step';

/** A gate of a procedure: which sections must be ticked before the steps of another one. */
export interface Gate {
  readonly section?: string;
  readonly requires: readonly { readonly heading: string }[];
}

/** Steps of another section that must be done before a step. */
interface BlockedBy {
  /** The heading that the gate names. */
  readonly required: string;
  readonly open: readonly Step[];
}

/**
 * The steps of a record that count: those of the rollback where the change is rolled back, else all others.
 */
export function relevantSteps(record: ParsedRecord | undefined): readonly Step[] {
  const back = record?.type === 'change' && goesBack(record.data);
  return record?.body.steps.filter((step) => leadsBack(step) === back) ?? [];
}

/** The rollback steps where a step is one of them, else all other steps. */
export function sameDirectionSteps(step: Step, steps: readonly Step[]): readonly Step[] {
  return steps.filter((other) => leadsBack(other) === leadsBack(step));
}

/** Whether a step is one of the rollback. */
export function leadsBack({ rollback }: Step): boolean {
  return rollback !== undefined;
}

/**
 * The first gate that keeps a step from being ticked, or undefined. The steps of a required section never wait for that
 * section themselves. Steps of the rollback do not wait for steps of the deployment, nor the other way round.
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
        (other) => isRequiredStep(other) && isBelow(other, heading),
      );
      if (open.length > 0) return { required: heading, open };
    }
  }
  return undefined;
}

/** The next step: the first one to be done that no gate blocks. An optional one is done by who chooses it. */
export function nextStep(steps: readonly Step[], gates: readonly Gate[]): Step | undefined {
  return steps.find((step) => isRequiredStep(step) && !gateBlocking(step, steps, gates));
}

/** Whether a step applies and is not ticked. */
export function isOpenStep({ checked, applicable, notChosen, unmet }: Step): boolean {
  return applicable && !checked && !notChosen && !unmet;
}

/** The open steps of the choice that a step belongs to: one of them is to be ticked. */
export function alternativesOf(step: Step, steps: readonly Step[]): readonly Step[] {
  if (step.choice === undefined) return [step];
  const key = choiceKey(step);
  return steps.filter((other) => other.choice !== undefined && choiceKey(other) === key && isOpenStep(other));
}

/** Whether a step is still to be done: it is open, and may not stay so. */
export function isRequiredStep(step: Step): boolean {
  return isOpenStep(step) && !step.optional;
}

/** How many steps are done, of how many that apply. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** When a step is due, in milliseconds since 1970, by the start of its change; undefined where it says no time. */
export function dueAt({ at }: Step, start: number): number | undefined {
  return at === undefined ? undefined : start + at * 60_000;
}

/** What decides whether a step counts. */
type CountedStep = Pick<Step, 'applicable' | 'checked'> & {
  readonly [word in 'optional' | 'notChosen' | 'unmet' | 'choice' | 'rollback']?: unknown;
};

/** The steps that count: those that apply, of the optional ones those that are done, of an open choice the first. */
export function progressSteps<S extends CountedStep>(steps: readonly S[]): S[] {
  const choices = new Set<string>();
  return steps.filter((step) => {
    if (!step.applicable || step.notChosen || step.unmet || (step.optional && !step.checked)) return false;
    if (step.choice === undefined || step.checked) return true;
    const key = choiceKey(step);
    return !choices.has(key) && choices.add(key);
  });
}

/** How many of the steps that count are done. */
export function progressOf(steps: readonly Step[]): Progress {
  const counting = progressSteps(steps);
  return { done: counting.filter((step) => step.checked).length, all: counting.length };
}

/** Of a rollback step only the headings inside the rollback section count, since sections are undone in any order. */
function isBelow({ path, rollback = 0 }: Step, heading: string): boolean {
  return path.slice(rollback).some((title) => headingStartsWith(title, heading));
}
