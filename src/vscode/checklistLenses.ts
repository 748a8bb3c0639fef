import * as vscode from 'vscode';
import { isOpenStep, nextStep, progressOf } from '../core/actions/stepGates';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { Heading, Step } from '../core/model/parse/step';
import { procedureOf } from '../core/rules/checklist/followedProcedure';
import { isOpen } from '../core/workflow/stages';
import { commandIds } from './commandIds';
import type { Sessions } from './sessions';

/** Above each checklist of an open change: how far it is, and its next step to tick. */
export class ChecklistLenses implements vscode.CodeLensProvider {
  constructor(private readonly sessions: Sessions) {}

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const place = this.sessions.sessionOf(document.uri);
    const entry = place?.session.entryOf(place.file);
    if (!place || entry?.summary.type !== 'change' || !isOpen(entry.summary.stage)) return [];
    const record = parseRecord(document.getText());
    if (!record) return [];
    const { index } = place.session.input();
    const gates = procedureOf(entry.summary, index)?.summary.gates ?? [];
    const { steps, headings } = record.body;
    const next = nextStep(steps, gates);
    return headings.flatMap((heading) => lensesOf(document, heading, below(heading, headings, steps), next));
  }
}

/** The steps right below a heading, up to the next one of any level. */
function below(heading: Heading, headings: readonly Heading[], steps: readonly Step[]): Step[] {
  const following = headings.find(({ line }) => line > heading.line)?.line ?? Number.POSITIVE_INFINITY;
  return steps.filter(({ line }) => line > heading.line && line < following);
}

function lensesOf(
  document: vscode.TextDocument,
  heading: Heading,
  steps: readonly Step[],
  next: Step | undefined,
): vscode.CodeLens[] {
  if (steps.length === 0) return [];
  const range = document.lineAt(Math.min(heading.line, document.lineCount - 1)).range;
  const { done, all } = progressOf(steps);
  const lenses = [
    new vscode.CodeLens(range, {
      title: vscode.l10n.t('$(checklist) {0} of {1} steps done', done, all),
      command: commandIds.tickStep,
      arguments: [document.uri],
    }),
  ];
  if (next && steps.includes(next) && isOpenStep(next))
    lenses.push(
      new vscode.CodeLens(range, {
        title: vscode.l10n.t('Tick next step: {0}', next.text),
        command: commandIds.tickNextStep,
        arguments: [document.uri],
      }),
    );
  return lenses;
}
