import * as vscode from 'vscode';
import { stateOf } from '../../core/actions/stepAction';
import type { AuditEvent } from '../../core/audit/auditEvent';
import { evidenceAndReason } from '../../core/audit/auditText';
import { lastStepEvent } from '../../core/audit/lastStepEvent';
import { asMarkdown } from '../../core/language/plainText';
import type { Step } from '../../core/model/parse/step';
import { localText } from '../../core/model/time/localText';
import { commandIds } from '../commandIds';
import { auditSubjectOf } from '../documents/auditSubject';
import { openRecord } from '../documents/editableRecord';
import { documentRange } from '../documents/textEdits';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';

/** On a step: who ticked it, and when. */
export class StepHovers implements vscode.HoverProvider {
  constructor(private readonly sessions: Sessions) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    // Most lines are no steps, and neither reading a record nor asking git is free.
    if (!/\[[ xX]\]/.test(document.lineAt(position.line).text)) return undefined;
    const target = await openRecord(this.sessions, document.uri);
    const step = target?.record.body.steps.find(({ line }) => line === position.line);
    if (!target || !step) return undefined;
    // Where git cannot be asked there is nothing to tell.
    const subject = await auditSubjectOf(target).catch(() => undefined);
    if (!subject || subject.events.length === 0) return undefined;
    const text = textOf(step, lastStepEvent(step, subject.events), subject.zone);
    if (text === undefined) return undefined;
    return new vscode.Hover(withTrail(text, document.uri), documentRange(document, step.range));
  }
}

function textOf(step: Step, event: AuditEvent | undefined, zone: string): string | undefined {
  const state = stateOf(step);
  const wanted = { ticked: 'tick', skipped: 'skip', open: 'untick' }[state];
  const fits = event?.action === wanted || (state === 'open' && event?.action === 'unskip');
  if (!event || !fits)
    return state === 'ticked'
      ? vscode.l10n.t('Ticked by hand: no commit of its own accounts for this tick.')
      : undefined;
  const told = [
    `${sentence(state, `**${asMarkdown(event.by)}**`, asMarkdown(`${localText(event.at, zone)} (${zone})`))} · \`${event.commit.slice(0, 9)}\``,
    ...(event.own
      ? []
      : [state === 'ticked' ? vscode.l10n.t('Ticked by hand.') : vscode.l10n.t('Written by hand.')]),
    ...evidenceAndReason(event, language).map(
      ([name, text]) => `${asMarkdown(name)}: ${asMarkdown(text, 300)}`,
    ),
  ];
  return told.join('  \n');
}

function sentence(state: ReturnType<typeof stateOf>, who: string, when: string): string {
  if (state === 'ticked') return vscode.l10n.t('Ticked by {0} on {1}', who, when);
  if (state === 'skipped') return vscode.l10n.t('Marked as not applicable by {0} on {1}', who, when);
  return vscode.l10n.t('Opened again by {0} on {1}', who, when);
}

/** Adds the way to the whole trail, the one command that the text may call; words of the record are escaped in it. */
function withTrail(text: string, uri: vscode.Uri): vscode.MarkdownString {
  const command = commandIds.showAuditTrail;
  const asked = encodeURIComponent(JSON.stringify([uri.toString()]));
  const link = `[${vscode.l10n.t('Audit trail')}](command:${command}?${asked})`;
  const shown = new vscode.MarkdownString(`${text}\n\n${link}`);
  shown.isTrusted = { enabledCommands: [command] };
  return shown;
}
