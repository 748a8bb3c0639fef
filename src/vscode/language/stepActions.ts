import * as vscode from 'vscode';
import { stateOf } from '../../core/actions/stepAction';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { Step } from '../../core/model/parse/step';
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
    const type = place?.session.entryOf(place.file)?.summary.type;
    if (type !== 'change' && type !== 'procedure') return [];
    const line = document.lineAt(range.start.line).text;
    // Most lines are no steps, and reading a record is not free.
    if (!/\[[ xX]\]/.test(line)) return [];
    const step = parseRecord(document.getText())?.body.steps.find((own) => own.line === range.start.line);
    if (!step) return [];
    const offered = type === 'procedure' ? fromProcedure() : actionsFor(step);
    return offered.map(([title, id]) => action(document, step, title, id));
  }
}

/** A procedure is a template, whose own steps are not ticked. */
function fromProcedure(): [title: string, id: CommandId][] {
  return [[vscode.l10n.t('New change from this procedure…'), commandIds.newChangeFromProcedure]];
}

function actionsFor(step: Step): [title: string, id: CommandId][] {
  if (stateOf(step) !== 'open')
    return [[vscode.l10n.t('Untick this step (a commit)'), commandIds.untickStep]];
  return [
    [vscode.l10n.t('Tick this step (a commit)'), commandIds.tickStep],
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
