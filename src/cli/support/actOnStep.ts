import { dirname } from 'node:path';
import { faultText } from '../../core/actions/commitFaults';
import { findStep } from '../../core/actions/findStep';
import { type Refusal, refusalText } from '../../core/actions/refusals';
import {
  alreadyCodes,
  type ProcedureGates,
  quoted,
  type StepActionName,
  type StepWish,
  stepRefusal,
  tickedOnlyHere,
} from '../../core/actions/stepAction';
import { stepActionIn, stepChange, stepMessage } from '../../core/actions/stepChange';
import { identityOf } from '../../core/actions/stepIdentity';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { ParsedRecord } from '../../core/model/parse/record';
import type { Step } from '../../core/model/parse/step';
import {
  sameDirectionSteps,
  relevantSteps,
  isOpenStep,
  nextStep,
  progressOf,
} from '../../core/model/parse/stepGates';
import type { Language } from '../../core/model/text/localized';
import type { ReportedStep, StepReport } from '../../core/report/stepReport';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { commitRecords, planCommit } from '../../node/commit/commitRecords';
import { committedOtherwise } from '../../node/commit/committedText';
import { readText } from '../../node/readText';
import { type Call, say } from './command';
import { shortBranch, tellHookEdits } from './commitAction';
import { exitOf } from './exitOf';
import { type ExitCode, UsageError } from './io';
import { type NamedRecord, namedRecord } from './namedRecord';
import { colorsFor } from './prettyFindings';
import { type PushedAfter, printPush, pushAfter, unpushedNote } from './pushAfter';
import { shownPath } from './selection';
import { lineOf } from './terminalText';

/** What a call ends with, without what every answer has. */
type Answer = Pick<StepReport, 'outcome' | 'code' | 'message'> & Partial<StepReport>;

/** Does to a step what a call asks for, as one commit, or says why not. */
export async function actOnStep(call: Call, action: StepActionName): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const [target = '', named, ...more] = call.paths;
  const found = await namedRecord(call, target === '' || more.length > 0 ? [] : [target], undefined, 'step');
  if (named === undefined && action !== 'tick') throw new UsageError(say(found.language, 'whichStep'));
  const done = await reportOf(call, found, action, named);
  // What was committed already may still be waiting to be pushed.
  const shared = /^(?:committed|aligned|unchanged)$/.test(done.outcome) && !call.has('dry-run');
  const { timezone } = found.workspace.config.config.data;
  const about = { language: found.language, zone: timezone, commit: done.commit ?? undefined };
  const pushed = shared ? await pushAfter(call, dirname(found.path), about) : undefined;
  const report = pushed ? afterPush(done, pushed, found) : done;
  if (format === 'json') call.io.out(`${JSON.stringify(report, undefined, 2)}\n`);
  else print(call, report, found);
  return exitOf(report);
}

/** The commit as it is called after its push, where others were quicker or had done the same. */
function afterPush(done: StepReport, { push, commit }: PushedAfter, found: NamedRecord): StepReport {
  const before = done.commit ?? undefined;
  if (commit === before) return { ...done, push };
  if (commit === undefined)
    return {
      ...done,
      outcome: 'aligned',
      message: say(found.language, 'aligned'),
      commit: null,
      subject: null,
      push,
    };
  const message = done.message.replace(before?.slice(0, 9) ?? '', commit.slice(0, 9));
  // Others did steps as well, which count now.
  const [subject = done.subject] = push.subjects.slice(-1);
  return { ...done, message, commit, subject, progress: progressNow(done, found), push };
}

/** How far the record is as it lies in its file, counted as it was before. */
function progressNow({ step: done, progress }: StepReport, { path, workspace }: NamedRecord) {
  const record = parseRecord(readText(path, workspace.root).text, { expected: true });
  const steps = record?.body.steps ?? [];
  const step = steps.find(({ text, path: own }) => text === done?.text && own.join() === done.path.join());
  return step ? progressOf(sameDirectionSteps(step, steps)) : progress;
}

async function reportOf(
  call: Call,
  found: NamedRecord,
  action: StepActionName,
  named: string | undefined,
): Promise<StepReport> {
  const { path, workspace, entry, language } = found;
  const { text, options } = readText(path, workspace.root);
  const record = parseRecord(text, { ...options, expected: true });
  const about = {
    version: 1 as const,
    id: entry.summary.id ?? null,
    file: shownPath(call.io.cwd, workspace.root, entry.file),
    action,
    step: null,
    commit: null,
    subject: null,
    progress: null,
    candidates: [],
  };
  const refusal = (why: Refusal): Answer => ({
    outcome: 'refused',
    code: why.code,
    message: refusalText(why, language),
  });
  if (!record) return { ...about, ...refusal({ code: 'notARecord', args: {} }) };
  const gates = gatesOf(found);
  const committed = named === undefined ? await committedOtherwise(path) : undefined;
  const begun =
    committed === undefined ? undefined : tickedOnlyHere(relevantSteps(record), committed, gates.gates);
  const chosen = begun ? { step: begun } : chooseStep(record, named, gates, found);
  if ('code' in chosen)
    return {
      ...about,
      ...refusal(chosen),
      candidates: chosen.candidates.map((step) => shownStep(record, step)),
    };
  const done = await act(call, found, record, { action, step: chosen.step, gates });
  return { ...about, step: shownStep(record, chosen.step), ...('args' in done ? refusal(done) : done) };
}

/** The step that the call names, else the next one. */
function chooseStep(
  record: ParsedRecord,
  named: string | undefined,
  { gates }: ProcedureGates,
  { entry }: NamedRecord,
): { readonly step: Step } | (Refusal & { readonly candidates: readonly Step[] }) {
  const { steps } = record.body;
  const id = record.data.id ?? entry.file;
  const none: readonly Step[] = [];
  if (record.type === 'procedure') return { code: 'procedureStep', args: { record: id }, candidates: none };
  if (named === undefined) {
    // Where gates keep all back, the first one says by what.
    const counting = relevantSteps(record);
    const step = nextStep(counting, gates) ?? counting.find(isOpenStep);
    const code = steps.length > 0 ? 'noOpenStep' : 'noSteps';
    return step ? { step } : { code, args: { record: id }, candidates: none };
  }
  const found = findStep(steps, named, (step) => record.lines.lineAt(step.range.end));
  if (found.kind === 'found') return found;
  if (found.kind === 'none')
    return { code: 'noSuchStep', args: { step: quoted(named), record: id }, candidates: none };
  const { candidates } = found;
  const shown = candidates.slice(0, 8).map((step) => {
    const { ordinal, line, path } = shownStep(record, step);
    return `${ordinal} (L${line}, ${quoted(path.at(-1) ?? '')})`;
  });
  const args = { step: quoted(named), count: candidates.length, candidates: shown.join(', ') };
  return { code: 'ambiguousStep', args, candidates };
}

interface Meant {
  readonly action: StepActionName;
  readonly step: Step;
  readonly gates: ProcedureGates;
}

async function act(
  call: Call,
  { path, workspace, entry, language }: NamedRecord,
  record: ParsedRecord,
  { action, step, gates }: Meant,
): Promise<Answer | Refusal> {
  const { steps } = record.body;
  const words = { reason: call.text('reason'), evidence: call.text('evidence') };
  const wish: StepWish = { action, step: identityOf(step, steps), ...words };
  let name = stepActionIn(record.lines.text, wish);
  const options = {
    record: entry.summary.id ?? entry.file,
    language: workspace.config.config.data.language ?? 'en',
    subject: workspace.config.config.data.commit?.subject,
  };
  let progress: StepReport['progress'] = null;
  const outcome = await (call.has('dry-run') ? planCommit : commitRecords)({
    words: call.words,
    files: [{ path, change: stepChange(wish, gates) }],
    message: ([text = ''], [before = '']) => {
      name = stepActionIn(before, wish);
      progress = progressOf(sameDirectionSteps(step, parseRecord(text, { expected: true })?.body.steps ?? []));
      return stepMessage(text, wish, name, options);
    },
  });
  if (outcome.kind === 'refused') {
    const message = refusalText(outcome.refusal, language, outcome.kept);
    return { outcome: 'refused', code: outcome.refusal.code, message };
  }
  if (outcome.kind === 'fault') {
    const message = faultText(outcome.fault, language, outcome.kept);
    return { action: name, outcome: 'failed', code: outcome.fault.code, message };
  }
  if (outcome.kind === 'planned')
    return { action: name, outcome: 'planned', code: null, message: say(language, 'wouldCommit'), progress };
  if (outcome.kind === 'committed') {
    tellHookEdits(call, outcome, language);
    const { commit, subject, branch } = outcome;
    const message = say(language, 'committed', { commit: commit.slice(0, 9), branch: shortBranch(branch) });
    const note = await unpushedNote(call, path, language);
    return {
      action: name,
      outcome: 'committed',
      code: null,
      message: message + note,
      commit,
      subject,
      progress,
    };
  }
  if (!outcome.aligned) return already(action, step, language);
  if (call.has('dry-run'))
    return { action: name, outcome: 'planned', code: null, message: say(language, 'wouldAlign') };
  return { action: name, outcome: 'aligned', code: null, message: say(language, 'aligned') };
}

/** Nothing is left to do, which is no refusal. */
function already(action: StepActionName, step: Step, language: Language): Answer {
  const code = alreadyCodes[action];
  return { outcome: 'unchanged', code, message: refusalText(stepRefusal(code, step.text), language) };
}

function gatesOf({ entry, workspace }: NamedRecord): ProcedureGates {
  const procedure = procedureOf(entry.summary, workspace.index);
  const { stages } = workspace.config.config;
  return { gates: procedure?.summary.gates ?? [], procedure: procedure?.summary.id ?? '', stages };
}

function shownStep({ body }: ParsedRecord, step: Step): ReportedStep {
  const { text, path, name, line } = step;
  const ordinal = body.steps.indexOf(step) + 1;
  return { ordinal, line: line + 1, text, path: [...path], ...(name ? { name } : {}) };
}

function print(call: Call, report: StepReport, { language }: NamedRecord): void {
  const colors = colorsFor(call.io);
  const { id, file, step, progress, outcome, message } = report;
  const good = outcome !== 'refused' && outcome !== 'failed';
  if (!good) {
    call.io.err(`changebook: ${message}\n`);
    return;
  }
  const boxes: { readonly [action: string]: string } = { tick: '[x]', skip: '[-]' };
  const place = colors.dim(`${file}:${step?.line ?? 1}`);
  const box = boxes[report.action] ?? '[ ]';
  call.io.out(lineOf(`${colors.bold(id ?? file)}  ${box} ${quoted(step?.text ?? '')}  ${place}`));
  const count = progress ? `${say(language, 'steps', progress)}. ` : '';
  call.io.out(lineOf(`${count}${message}`));
  printPush(call, report.push);
}
