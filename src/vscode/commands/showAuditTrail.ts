import * as vscode from 'vscode';
import type { AuditEvent } from '../../core/audit/auditEvent';
import { auditTimes } from '../../core/audit/auditMarkdown';
import type { AuditSubject } from '../../core/audit/auditSubject';
import { eventText, evidenceAndReason, stepPlace } from '../../core/audit/auditText';
import { localText } from '../../core/model/time/localText';
import { auditDocumentOf } from '../documents/auditDocuments';
import { auditSubjectOf, trailName } from '../documents/auditSubject';
import { type EditableRecord, recordOrPicked } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { unlessCancelled } from '../input/lateProgress';
import type { RunCommand } from './runCommand';

type Row = vscode.QuickPickItem & { readonly event?: AuditEvent };

/**
 * `Changebook: Show Audit Trail`: who did what, newest first, above it the way to the whole trail as a document. A
 * row leads to its step. Called with `document` it shows the document at once.
 */
export const showAuditTrail: RunCommand = async ({ sessions }, asked, how) => {
  const target = await recordOrPicked(sessions, asked, 1);
  if (!target) return;
  if (how === 'document') return showDocument(target);
  const name = trailName(target, target.document.uri);
  const title = vscode.l10n.t('Reading the audit trail of {0}…', name);
  const subject = await unlessCancelled(title, () => auditSubjectOf(target));
  if (!subject) return;
  const picked = await vscode.window.showQuickPick(rowsOf(subject), {
    title: titleOf(subject, name),
    placeHolder: vscode.l10n.t('Who did what, newest first'),
    matchOnDetail: true,
  });
  if (picked?.event) await goTo(target, picked.event);
  else if (picked) await showDocument(target);
};

async function showDocument(target: EditableRecord): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', auditDocumentOf(target));
}

/** The record with what was planned and what came of it. */
function titleOf(subject: AuditSubject, name: string): string {
  const head = auditTimes(subject, language);
  return [name, ...head.map(([label, text]) => `${label}: ${text}`)].join(' · ');
}

function rowsOf(subject: AuditSubject): Row[] {
  const whole = { label: `$(book) ${vscode.l10n.t('Show the whole trail as a document')}` };
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const rows = [...subject.events].reverse().map((event): Row => {
    const when = localText(event.at, subject.zone);
    const details = [
      event.by,
      when,
      ...evidenceAndReason(event, language).map(([label, text]) => `${label}: ${text}`),
      stepPlace(event),
    ].filter((text) => text !== '');
    return {
      label: `$(${iconOf(event)}) ${eventText(event, language)}`,
      detail: details.join(' · '),
      event,
    };
  });
  return [whole, separator, ...rows];
}

const icons: { readonly [action: string]: string } = {
  tick: 'pass-filled',
  untick: 'circle-large-outline',
  unskip: 'circle-large-outline',
  skip: 'circle-slash',
  advance: 'arrow-right',
  approve: 'thumbsup',
  deny: 'thumbsdown',
  mention: 'comment',
};

function iconOf({ action, own }: AuditEvent): string {
  return icons[action] ?? (own ? 'git-commit' : 'edit');
}

/** Opens the record at the event's step, where it still has it. */
async function goTo({ document, record }: EditableRecord, { step }: AuditEvent): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const found = step && record.body.steps.find(({ text }) => text === step.text);
  if (!found) return;
  const place = new vscode.Position(found.line, 0);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
