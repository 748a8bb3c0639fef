import * as vscode from 'vscode';
import { type StepActionName, stateOf } from '../../core/actions/stepAction';
import { stepChange, stepMessage } from '../../core/actions/stepChange';
import { nextStep } from '../../core/actions/stepGates';
import { identityOf, type StepIdentity, stepWith } from '../../core/actions/stepIdentity';
import type { Step } from '../../core/model/parse/step';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { askText } from '../askText';
import { commitInEditor } from '../commitInEditor';
import { changeFor, type EditableChange } from '../editableRecord';
import { isStepNode } from '../pending/pendingNodes';
import type { Sessions } from '../sessions';

/** What an action on a step asks a person for. */
interface Words {
  readonly reason?: string;
  readonly evidence?: string;
}

/** `Changebook: Tick Next Step`: ticks the first open step that no gate keeps back, as one commit. */
export async function tickNextStep(sessions: Sessions, asked: unknown): Promise<void> {
  const target = await changeFor(sessions, asked);
  if (!target) return;
  const step = nextStep(target.record.body.steps, gatesOf(target)?.gates ?? []);
  if (step) return act(target, step, 'tick');
  const message = vscode.l10n.t('{0}: no step is open that could be ticked now.', nameOf(target));
  void vscode.window.showInformationMessage(message);
}

/**
 * `Tick Step…`, `Untick Step…`, `Mark Step Not Applicable…`: on the step that a view shows, or that of a line, where one
 * is given; else on one that the user picks.
 */
export async function actOnStep(
  sessions: Sessions,
  action: StepActionName,
  asked: unknown,
  line: unknown,
): Promise<void> {
  const target = await changeFor(sessions, asked);
  if (!target) return;
  const { steps } = target.record.body;
  const shown = shownStep(asked);
  const named = shown
    ? stepWith(shown, steps)
    : typeof line === 'number'
      ? steps.find((step) => step.line === line)
      : undefined;
  if (shown && !named) throw new Error(vscode.l10n.t('this step is no longer in the record'));
  const step = named ?? (await pickStep(target, action));
  if (!step) return;
  await act(target, step, action);
  // Known at once, before the disk tells.
  await target.session.updateFromDisk(target.file);
}

/** The step that a view showed, wherever it stands by now; a line may have become another step's. */
function shownStep(asked: unknown): StepIdentity | undefined {
  return isStepNode(asked) ? identityOf(asked.step, asked.steps) : undefined;
}

function gatesOf({ session, file }: EditableChange) {
  const { index } = session.input();
  const entry = index.entry(file);
  const procedure = entry && procedureOf(entry.summary, index);
  if (!procedure) return undefined;
  return { gates: procedure.summary.gates ?? [], procedure: procedure.summary.id ?? procedure.file };
}

function nameOf({ record, file }: EditableChange): string {
  return record.data.id ?? file;
}

const marks = { open: 'circle-large-outline', ticked: 'pass-filled', skipped: 'circle-slash' } as const;

async function pickStep(target: EditableChange, action: StepActionName): Promise<Step | undefined> {
  const items = target.record.body.steps
    .filter((step) => (action === 'untick' ? stateOf(step) !== 'open' : stateOf(step) === 'open'))
    .map((step) => ({
      label: `$(${marks[stateOf(step)]}) ${step.text}`,
      description: step.path.slice(1).join(' › '),
      step,
    }));
  if (items.length === 0) {
    const none = vscode.l10n.t('{0} has no such step.', nameOf(target));
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  const placeHolder = vscode.l10n.t('Which step?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.step;
}

/** One action, one commit; whatever keeps it from being made is told in one sentence. */
async function act(target: EditableChange, step: Step, action: StepActionName): Promise<void> {
  const words = await askWords(step, action);
  if (!words) return;
  const { steps } = target.record.body;
  const wish = { action, step: identityOf(step, steps), ...words };
  const { config } = target.session.input();
  const message = { record: nameOf(target), language: config.data.language ?? 'en' } as const;
  const done = action === 'untick' && !step.applicable ? 'unskip' : action;
  const ended = await commitInEditor(
    {
      files: [{ path: target.document.uri.fsPath, change: stepChange(wish, gatesOf(target)) }],
      message: ([text = '']) => stepMessage(text, wish, done, message),
    },
    vscode.l10n.t('“{0}” is so already.', step.text),
  );
  if (ended === 'elsewhere') throw new Error(vscode.l10n.t('a tick is a commit: commit the record first'));
}

async function askWords(step: Step, action: StepActionName): Promise<Words | undefined> {
  if (action === 'skip') {
    const reason = await askText({ title: step.text, prompt: vscode.l10n.t('Why does it not apply?') });
    return reason ? { reason } : undefined;
  }
  if (action !== 'tick' || !step.evidence) return {};
  const evidence = await askText({
    title: step.text,
    prompt: vscode.l10n.t('What proves it? A link, or a figure'),
  });
  return evidence ? { evidence } : undefined;
}
