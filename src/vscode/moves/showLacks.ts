import * as vscode from 'vscode';
import type { PlannedMove } from '../../core/actions/planMove';
import type { Finding } from '../../core/findings/finding';
import { ticketsLeft } from '../../core/rules/closure/outcome';
import { messageOf } from '../../core/rules/renderFinding';
import { commandIds } from '../commandIds';
import type { EditableChange } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import type { ActionResult } from '../git/commitInEditor';
import { nameOf } from '../git/recordAction';
import { toRange } from '../language/toDiagnostic';
import { withPlurals } from '../withPlurals';
import { lackDocumentOf } from './lackDocuments';
import { inWords, moveIcons } from './moveLabels';

/** How much a move lacks, and what first. */
export function lackText({ findings }: PlannedMove): string {
  const [first] = findings;
  if (!first) return vscode.l10n.t('Its front matter cannot be edited; correct that first.');
  return withPlurals(vscode.l10n.t('lacks {0}: {1}'), findings.length, messageOf(first, language));
}

/** What keeps a change out of a state, each with a way to its place. The list outlives the command, which is over. */
export function showLacks(target: EditableChange, plan: PlannedMove): ActionResult {
  const to = inWords(plan.move.to);
  void offerPlaces(target, plan, to);
  return { outcome: 'refused', code: 'notReady', message: `${to}: ${lackText(plan)}` };
}

async function offerPlaces(target: EditableChange, plan: PlannedMove, to: string): Promise<void> {
  const places = plan.findings.map((finding) => ({
    label: `$(error) ${messageOf(finding, language)}`,
    description: finding.rule,
    go: () => showPlace(target, finding),
  }));
  // A ticket that is not through yet is moved from here, not looked at in the list.
  const tickets = ticketsLeft(plan.findings).map((id) => ({
    label: `$(${moveIcons.forward}) ${vscode.l10n.t('Advance {0}…', id)}`,
    description: '',
    go: () => vscode.commands.executeCommand(commandIds.advanceStatus, id),
  }));
  const placeHolder = vscode.l10n.t('What it lacks for “{0}”: choose one to go there', to);
  const options = { title: nameOf(target), placeHolder, matchOnDescription: true };
  const whole = {
    label: `$(book) ${vscode.l10n.t('Show all of it as a document')}`,
    description: '',
    go: () => vscode.commands.executeCommand('markdown.showPreview', lackDocumentOf(target, plan.move.to)),
  };
  const isThere = places.length > 0 && target.document.uri.scheme === 'file';
  const offered = [...tickets, ...places, ...(isThere ? [whole] : [])];
  const picked = await vscode.window.showQuickPick(offered, options);
  if (picked) await picked.go();
  else if (plan.findings.length === 0) await vscode.window.showTextDocument(target.document);
}

async function showPlace({ document }: EditableChange, { range }: Finding): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const place = document.validateRange(toRange(range));
  editor.selection = new vscode.Selection(place.start, place.end);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
