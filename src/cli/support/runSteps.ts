import { dirname } from 'node:path';
import type { ActedOn } from '../../core/actions/action';
import { planSteps } from '../../core/actions/planSteps';
import type { StepActionName, StepWords } from '../../core/actions/stepKind';
import type { Step } from '../../core/model/parse/step';
import type { ActionReport } from '../../core/report/actionReport';
import { aboutStep, reported } from './aboutStep';
import { type Call, say } from './command';
import { exitOf } from './exitOf';
import type { ExitCode } from './io';
import type { NamedRecord } from './namedRecord';
import { stepLine } from './printAction';
import { printPush, pushAfter } from './pushAfter';
import { type ActionAnswer, runUnpushed } from './runAction';
import { shownPath } from './selection';

/** What a call does to steps. */
interface StepsWish {
  readonly named: NamedRecord;
  readonly on: ActedOn;
  readonly action: StepActionName;
  /** What is said of each. */
  wordsOf(step: Step): StepWords;
}

interface DoneStep {
  readonly step: Step;
  readonly answer: ActionAnswer;
}

/**
 * Does the same to several steps, one commit each, and stops at the first that is refused. With `--one-commit` they are
 * one. What was done before it stopped is done, is pushed where the call asks for it, and is told.
 */
export async function runSteps(call: Call, wish: StepsWish, steps: readonly Step[]): Promise<ExitCode> {
  const { named, on, action } = wish;
  const { language, workspace, path, entry } = named;
  const pretty = call.oneOf('format', ['pretty', 'json'], 'pretty') === 'pretty';
  const file = shownPath(call.io.cwd, workspace.root, entry.file);
  const done: DoneStep[] = [];
  for await (const { step, answer } of stepByStep(call, wish, steps)) {
    done.push({ step, answer });
    const about = {
      ...aboutStep(on, action, step),
      version: 1 as const,
      id: entry.summary.id ?? null,
      file,
      ...answer,
    };
    if (pretty && exitOf(answer) === 0) call.line(stepLine(call, about));
  }
  const last = done.at(-1);
  if (!last) return 2;
  const commit = done.findLast(({ answer }) => answer.commit)?.answer.commit ?? undefined;
  const zone = workspace.config.config.data.timezone;
  const pushes = !call.has('dry-run') && done.some(({ answer }) => exitOf(answer) === 0);
  const pushed = pushes ? await pushAfter(call, dirname(path), { language, zone, commit }) : undefined;
  const { answer } = last;
  const report = {
    version: 1 as const,
    id: entry.summary.id ?? null,
    file,
    ...aboutStep(on, action, last.step),
    ...answer,
    steps: done.map((own) => ({ step: reported(own.step, on), ...toldOf(own.answer) })),
    ...(pushed ? { push: pushed.push } : {}),
  } satisfies ActionReport;
  if (pretty) tell(call, wish, steps, done);
  else call.json(report);
  if (pretty) printPush(call, pushed?.push);
  return exitOf(report);
}

/** Runs the steps in turn; after one that was refused, or failed, there is no other. */
async function* stepByStep(
  call: Call,
  { named, on, action, wordsOf }: StepsWish,
  steps: readonly Step[],
): AsyncGenerator<DoneStep> {
  const all = call.has('one-commit');
  for (const [at, step] of steps.entries()) {
    // Nothing is written in a dry run, so that each goes on from what those before it would leave.
    const together = all ? steps : call.has('dry-run') ? steps.slice(0, at + 1) : [step];
    const planned = planSteps(on, action, together, wordsOf);
    if (!planned) return;
    const { answer } = await runUnpushed(call, named, planned, { again: true });
    const refused = exitOf(answer) !== 0;
    // Of one commit that is made all are done; of one that is not, none is.
    for (const own of all && !refused ? steps : [step]) yield { step: own, answer };
    if (all || refused) return;
  }
}

function toldOf({ outcome, code, message, commit = null, subject = null }: ActionAnswer) {
  return { outcome, code, message, commit, subject };
}

function tell(
  call: Call,
  { named: { language } }: StepsWish,
  steps: readonly Step[],
  done: readonly DoneStep[],
): void {
  const good = done.filter(({ answer }) => exitOf(answer) === 0);
  const progress = good.at(-1)?.answer.progress;
  const commits = new Set(good.flatMap(({ answer }) => answer.commit ?? []));
  const count = progress ? `${say(language, 'steps', progress)}. ` : '';
  if (call.has('dry-run') && good.length > 0) call.line(`${count}${good[0]?.answer.message}`);
  else if (good.length > 0)
    call.line(`${count}${say(language, 'committedSeveral', { count: commits.size })}`);
  const wrong = done.find(({ answer }) => exitOf(answer) !== 0);
  if (!wrong) return;
  call.tell(wrong.answer.message);
  const left = steps.length - good.length;
  call.tell(say(language, 'stepsLeft', { left, done: good.length }));
}
