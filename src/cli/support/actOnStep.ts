import type { ActedOn } from '../../core/actions/action';
import { namedStepAction } from '../../core/actions/namedStepAction';
import type { StepActionName } from '../../core/actions/stepKind';
import type { Step } from '../../core/model/parse/step';
import type { ReportedStep } from '../../core/report/actionReport';
import { committedOtherwise } from '../../node/commit/committedText';
import { actOnRecord } from './actOnRecord';
import { type Call, say } from './command';
import { type ExitCode, UsageError } from './io';

/** Does to a step what a call asks for, as one commit, or says why not. */
export function actOnStep(call: Call, action: StepActionName): Promise<ExitCode> {
  const [, step] = call.paths;
  return actOnRecord(call, namedStepAction(action), {
    further: 'step',
    given(_, { language }) {
      if (step === undefined && action !== 'tick') throw new UsageError(say(language, 'whichStep'));
      return { step, reason: call.text('reason'), evidence: call.text('evidence') };
    },
    asksGit: async (path) => (step === undefined ? { committed: await committedOtherwise(path) } : {}),
    about(_, planned, on) {
      const [shown, candidates] =
        'refusal' in planned ? [undefined, planned.candidates] : [planned.step?.shown, undefined];
      return {
        action,
        step: shown ? reported(shown, on) : null,
        commit: null,
        subject: null,
        progress: null,
        candidates: candidates?.map((candidate) => reported(candidate, on)) ?? [],
      };
    },
  });
}

function reported(step: Step, { record }: ActedOn): ReportedStep {
  const { text, path, name, line } = step;
  const ordinal = record.body.steps.indexOf(step) + 1;
  return { ordinal, line: line + 1, text, path: [...path], ...(name ? { name } : {}) };
}
