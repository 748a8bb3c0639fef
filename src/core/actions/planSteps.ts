import type { Step } from '../model/parse/step';
import type { ActedOn, PlannedAction } from './action';
import { inTurn } from './inTurn';
import { planStep } from './stepChange';
import type { StepActionName, StepWords } from './stepKind';
import type { RecordCopy } from './textChange';

/**
 * Plans an action on several steps as one commit, which tells of each in trailers of its own. Where they are done one by
 * one, it says of the last what would become of it once the others are done.
 */
export function planSteps(
  on: ActedOn,
  action: StepActionName,
  steps: readonly Step[],
  words: (step: Step) => StepWords,
): PlannedAction | undefined {
  const plans = steps.map((step) => planStep(on, action, step, words(step)));
  const last = plans.at(-1);
  if (!last || plans.length === 1) return last;
  const changes = plans.flatMap(({ files }) => files.map(({ change }) => change));
  const plansFor = (copy: RecordCopy) => changes.map((change) => (text: string) => change.plan(text, copy));
  const beside = new Map(plans.flatMap((plan) => plan.beside ?? []).map((each) => [each.file, each]));
  return {
    ...last,
    ...(beside.size > 0 ? { beside: [...beside.values()] } : {}),
    files: [{ file: on.file, change: { plan: (text, copy) => inTurn(text, plansFor(copy)) } }],
    message(texts, before) {
      const messages = plans.map((plan) => plan.message(texts, before));
      const [subject = ''] = messages.at(-1)?.split('\n') ?? [];
      const trailers = messages.map((message) => message.slice(message.indexOf('\n\n') + 2).trimEnd());
      return `${subject}\n\n${trailers.join('\n')}\n`;
    },
  };
}
