import * as vscode from 'vscode';
import { stateOf } from '../../core/actions/stepAction';
import { goesBack } from '../../core/model/parse/goesBack';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { Step } from '../../core/model/parse/step';
import { leadsBack } from '../../core/model/parse/stepGates';
import { hasReached } from '../../core/workflow/stages';
import { type CommandId, commandIds } from '../commandIds';
import type { Sessions } from '../session/sessions';

/** The light bulb on a step: what can be done to it, each a commit of its own; of a procedure, a change made from it. */
export class StepActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.Empty.append('changebook.step')],
  };

  constructor(private readonly sessions: Sessions) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const place = this.sessions.sessionOf(document.uri);
    const { type, stage = '' } = place?.session.entryOf(place.file)?.summary ?? {};
    if (type !== 'change' && type !== 'procedure') return [];
    const line = document.lineAt(range.start.line).text;
    // Most lines are no steps, and reading a record is not free.
    if (!/\[[ xX]\]/.test(line)) return [];
    const record = parseRecord(document.getText());
    const step = record?.body.steps.find((own) => own.line === range.start.line);
    if (!record || !step) return [];
    const waits = record.type === 'change' && leadsBack(step) && !goesBack(record.data);
    const offered =
      type === 'procedure'
        ? fromProcedure()
        : actionsFor(step, waits ? { isDeployed: hasReached(stage, 'releasing') } : undefined);
    return offered.map(([title, id]) => action(document, step, title, id));
  }
}

/** A procedure is a template, whose own steps are not ticked. */
function fromProcedure(): [title: string, id: CommandId][] {
  return [[vscode.l10n.t('New change from this procedure…'), commandIds.newChangeFromProcedure]];
}

/** @param waits where it is a step of a rollback that nobody has begun: whether somebody could */
function actionsFor(
  step: Step,
  waits: { readonly isDeployed: boolean } | undefined,
): [title: string, id: CommandId][] {
  if (stateOf(step) !== 'open')
    return [[vscode.l10n.t('Untick this step (a commit)'), commandIds.untickStep]];
  const rollBack: [string, CommandId] = [vscode.l10n.t('Roll back…'), commandIds.rollBack];
  const tick: [string, CommandId] = [vscode.l10n.t('Tick this step (a commit)'), commandIds.tickStep];
  const withFile: typeof tick = [
    vscode.l10n.t('Tick this step with a file as evidence…'),
    commandIds.tickStepWithFile,
  ];
  return [
    ...(waits ? (waits.isDeployed ? [rollBack] : []) : [tick, withFile]),
    [vscode.l10n.t('Mark this step as not applicable…'), commandIds.skipStep],
  ];
}

function action(
  document: vscode.TextDocument,
  step: Step,
  title: string,
  command: CommandId,
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.Empty.append('changebook.step'));
  made.command = { command, title, arguments: [document.uri, step.line] };
  return made;
}
