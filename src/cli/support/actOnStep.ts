import type { ActedOn } from '../../core/actions/action';
import { findStep } from '../../core/actions/findStep';
import { type Refusal, refusalText } from '../../core/actions/refusals';
import { quoted } from '../../core/actions/stepAction';
import { planStep } from '../../core/actions/stepChange';
import { stepToTick } from '../../core/actions/stepChoice';
import type { StepActionName } from '../../core/actions/stepKind';
import type { ParsedRecord } from '../../core/model/parse/record';
import type { Step } from '../../core/model/parse/step';
import { isOpenStep, relevantSteps } from '../../core/model/parse/stepGates';
import type { ReportedStep } from '../../core/report/actionReport';
import { committedOtherwise } from '../../node/commit/committedText';
import { actedOn } from './actedOn';
import { type Call, say } from './command';
import { type ExitCode, UsageError } from './io';
import { type NamedRecord, namedRecord } from './namedRecord';
import { colorsFor } from './prettyFindings';
import { printAction } from './printAction';
import { type ActionAnswer, runAction } from './runAction';
import { shownPath } from './selection';

/** Does to a step what a call asks for, as one commit, or says why not. */
export async function actOnStep(call: Call, action: StepActionName): Promise<ExitCode> {
  call.oneOf('format', ['pretty', 'json'], 'pretty');
  const [target = '', step, ...more] = call.paths;
  const named = await namedRecord(call, target === '' || more.length > 0 ? [] : [target], undefined, 'step');
  if (step === undefined && action !== 'tick') throw new UsageError(say(named.language, 'whichStep'));
  const { entry, workspace } = named;
  const report = {
    version: 1 as const,
    id: entry.summary.id ?? null,
    file: shownPath(call.io.cwd, workspace.root, entry.file),
    action,
    step: null,
    commit: null,
    subject: null,
    progress: null,
    candidates: [],
    ...(await done(call, named, action, step)),
  };
  return printAction(call, report, linesOf(call, report, named));
}

/** The step that was meant, and what became of the action on it. */
type Done = ActionAnswer & {
  readonly step?: ReportedStep;
  readonly candidates?: ReportedStep[];
};

async function done(
  call: Call,
  named: NamedRecord,
  action: StepActionName,
  written: string | undefined,
): Promise<Done> {
  const refused = (why: Refusal): ActionAnswer => ({
    outcome: 'refused',
    code: why.code,
    message: refusalText(why, named.language),
  });
  const on = actedOn(named);
  if (!on) return refused({ code: 'notARecord', args: {} });
  const chosen = await chosenStep(on, written, named.path);
  if ('refusal' in chosen)
    return {
      ...refused(chosen.refusal),
      candidates: chosen.candidates.map((step) => shownStep(on.record, step)),
    };
  const words = { reason: call.text('reason'), evidence: call.text('evidence') };
  const answer = await runAction(call, named, planStep(on, action, chosen.step, words));
  return { ...answer, step: shownStep(on.record, chosen.step) };
}

type Chosen = { readonly step: Step } | { readonly refusal: Refusal; readonly candidates: readonly Step[] };

/** The step that the call names, else the next one. */
async function chosenStep(on: ActedOn, written: string | undefined, path: string): Promise<Chosen> {
  const { record, file } = on;
  const { steps } = record.body;
  const id = record.data.id ?? file;
  const refused = (code: Refusal['code'], args: Refusal['args'] = {}, candidates: readonly Step[] = []) => ({
    refusal: { code, args: { record: id, ...args } },
    candidates,
  });
  const begun = written === undefined ? await committedOtherwise(path) : undefined;
  if (record.type === 'procedure') return refused('procedureStep');
  if (written === undefined) {
    // Where gates keep all back, the first one says by what.
    const step = stepToTick(on, begun) ?? relevantSteps(record).find(isOpenStep);
    return step ? { step } : refused(steps.length > 0 ? 'noOpenStep' : 'noSteps');
  }
  const found = findStep(steps, written, (step) => record.lines.lineAt(step.range.end));
  if (found.kind === 'found') return found;
  if (found.kind === 'none') return refused('noSuchStep', { step: quoted(written) });
  const { candidates } = found;
  const shown = candidates.slice(0, 8).map((step) => {
    const { ordinal, line, path: above } = shownStep(record, step);
    return `${ordinal} (L${line}, ${quoted(above.at(-1) ?? '')})`;
  });
  const args = { step: quoted(written), count: candidates.length, candidates: shown.join(', ') };
  return refused('ambiguousStep', args, candidates);
}

function shownStep({ body }: ParsedRecord, step: Step): ReportedStep {
  const { text, path, name, line } = step;
  const ordinal = body.steps.indexOf(step) + 1;
  return { ordinal, line: line + 1, text, path: [...path], ...(name ? { name } : {}) };
}

const boxes: { readonly [action: string]: string } = { tick: '[x]', skip: '[-]' };

function linesOf(
  call: Call,
  report: ActionAnswer & {
    readonly id: string | null;
    readonly file: string;
    readonly step: ReportedStep | null;
  },
  { language }: NamedRecord,
): string[] {
  const colors = colorsFor(call.io);
  const { id, file, step, progress, action = '', message } = report;
  const place = colors.dim(`${file}:${step?.line ?? 1}`);
  const count = progress ? `${say(language, 'steps', progress)}. ` : '';
  return [
    `${colors.bold(id ?? file)}  ${boxes[action] ?? '[ ]'} ${quoted(step?.text ?? '')}  ${place}`,
    `${count}${message}`,
  ];
}
