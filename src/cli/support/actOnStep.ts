import type { ActedOn } from '../../core/actions/action';
import { namedSteps } from '../../core/actions/namedSteps';
import { planSteps } from '../../core/actions/planSteps';
import { refusal, refusalText } from '../../core/actions/refusals';
import type { StepActionName, StepWords } from '../../core/actions/stepKind';
import type { Step } from '../../core/model/parse/step';
import { inputOf } from '../../node/checkWorkspace';
import { committedOtherwise } from '../../node/commit/committedText';
import { aboutStep } from './aboutStep';
import { runAndTell } from './actOnRecord';
import { type Call, say } from './command';
import { type ExitCode, RefusedError, UsageError } from './io';
import { namedRecord, recordOf } from './namedRecord';
import { runSteps } from './runSteps';
import { stepWords } from './stepWords';

/** Does to the steps that a call names what it asks for, one commit each, or says why not. */
export async function actOnStep(call: Call, action: StepActionName): Promise<ExitCode> {
  call.oneOf('format', ['pretty', 'json'], 'pretty');
  const named = await namedRecord(call, { further: 'step' });
  const { entry, path, language, workspace } = named;
  const record = recordOf(named);
  if (!record) throw new RefusedError(refusalText(refusal('notARecord'), language));
  const [, ...names] = call.paths;
  if (names.length === 0 && action !== 'tick') throw new UsageError(say(language, 'whichStep'));
  const asked = names.length === 0 ? { committed: await committedOtherwise(path) } : {};
  const on: ActedOn = { record, file: entry.file, input: inputOf(workspace), ...asked };
  const steps = namedSteps(on, action, names);
  if ('refusal' in steps) return runAndTell(call, named, steps, aboutStep(on, action, steps));
  const words = await stepWords(call, named, on, action, steps);
  if ('refusal' in words) return runAndTell(call, named, words, aboutStep(on, action, steps[0]));
  const wordsOf = (step: Step): StepWords => words.get(step) ?? {};
  if (steps.length > 1) return runSteps(call, { named, on, action, wordsOf }, steps);
  const planned = planSteps(on, action, steps, wordsOf);
  if (!planned) throw new UsageError(say(language, 'whichStep'));
  const [shows] = planned.beside ?? [];
  const about = { ...aboutStep(on, action, steps[0]), ...(shows ? { evidenceFile: shows.file } : {}) };
  return runAndTell(call, named, planned, about);
}
