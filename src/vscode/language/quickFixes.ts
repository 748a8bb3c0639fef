import * as vscode from 'vscode';
import type { Finding, Fix } from '../../core/findings/finding';
import { certainEdits } from '../../core/language/certainEdits';
import { saidFixes } from '../../core/language/saidFixes';
import { isWaivable } from '../../core/rules/applyWaivers';
import { checklistDiverged } from '../../core/rules/checklist/diverged';
import { procedureVersion } from '../../core/rules/links/procedureVersion';
import { fixTitleOf } from '../../core/rules/renderFinding';
import { hasSlotFix, slotFixFor } from '../../core/schedule/slotFix';
import { commandIds } from '../commandIds';
import { workspaceEdit } from '../documents/textEdits';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import { toRange } from './toDiagnostic';

/** "Fix all" for Changebook alone; VS Code runs it with every other one on request or on save. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('changebook');

/** Offers the fixes that findings carry: one by one, and all that are certain at once. */
export class QuickFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  constructor(private readonly sessions: Sessions) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    // Checked anew, so that every edit belongs to the very text that it is offered for.
    const findings = this.sessions.check(document);
    if (context.only?.contains(fixAllKind)) return this.fixAll(document, findings);
    const here = findings.filter((finding) => toRange(finding.range).intersection(range));
    return [
      ...here.flatMap((finding) =>
        [...(finding.fixes ?? []), ...this.said(document, finding)].map((fix) =>
          this.action(document, finding, fix, context),
        ),
      ),
      ...this.slotActions(document, here, context),
      ...this.nextIds(document, here, context),
      ...this.mergeBySteps(document, here, context),
      ...this.newSteps(document, here, context),
      ...this.waivers(document, here, context),
    ];
  }

  /** What words about time mean now. */
  private said(document: vscode.TextDocument, finding: Finding): Fix[] {
    const { config } = this.sessions.surroundingsOf(document);
    return saidFixes(document.getText(), finding, { config, now: Date.now() });
  }

  /** The move to the next slot, for whatever another start would take away; looked for once. */
  private slotActions(
    document: vscode.TextDocument,
    here: readonly Finding[],
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const wanting = here.filter(hasSlotFix);
    const [first] = wanting;
    const movable = first && this.sessions.movable(document);
    const fix = movable && slotFixFor(movable.change, movable.input);
    if (!first || !fix) return [];
    const action = this.action(document, first, fix, context);
    action.diagnostics = wanting.flatMap((finding) => diagnosticsAt(finding, context));
    return [action];
  }

  private action(
    document: vscode.TextDocument,
    finding: Finding,
    fix: Fix,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction {
    const action = new vscode.CodeAction(fixTitleOf(finding, fix, language), vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    for (const edit of fix.edits) action.edit.replace(document.uri, toRange(edit.range), edit.text);
    action.diagnostics = diagnosticsAt(finding, context);
    action.isPreferred = fix.certain;
    return action;
  }

  /** For an id that another record has as well: the later of them gets the next one. */
  private nextIds(
    document: vscode.TextDocument,
    findings: readonly Finding[],
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const twice = findings.find(({ rule, message }) => rule === 'format/id' && message === 'used');
    const title = vscode.l10n.t('Give the later of these records the next free id');
    const args = [document.uri, { field: 'id', value: 'next' }];
    const command = { command: commandIds.setField, title, arguments: args };
    return this.commandAction(document, twice ? [twice] : [], command, context);
  }

  /** For what a merge line by line left: the next one goes by fields and steps. */
  private mergeBySteps(
    document: vscode.TextDocument,
    findings: readonly Finding[],
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const conflict = findings.find(({ rule }) => rule === 'format/merge-conflict');
    const title = vscode.l10n.t('Let git merge records by steps');
    const command = { command: commandIds.mergeBySteps, title, arguments: [document.uri] };
    return this.commandAction(document, conflict ? [conflict] : [], command, context);
  }

  /** For a procedure that has gone on: its new steps. */
  private newSteps(
    document: vscode.TextDocument,
    findings: readonly Finding[],
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const behind = findings.filter(
      ({ rule, message }) =>
        rule === checklistDiverged.id || (rule === procedureVersion.id && message === 'other'),
    );
    const title = vscode.l10n.t('Take over the new steps of the procedure…');
    const command = { command: commandIds.takeOverSteps, title, arguments: [document.uri] };
    return this.commandAction(document, behind, command, context);
  }

  /** A command that mends findings, where there are any and git can be reached: what it does is a commit, or git's own setting. */
  private commandAction(
    document: vscode.TextDocument,
    findings: readonly Finding[],
    command: vscode.Command,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (findings.length === 0 || !this.sessions.sessionOf(document.uri)?.session.backend.onDisk) return [];
    const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.QuickFix);
    action.command = command;
    action.diagnostics = findings.flatMap((finding) => diagnosticsAt(finding, context));
    return [action];
  }

  /** For each rule that reports here and can be waived: somebody may answer for it. */
  private waivers(
    document: vscode.TextDocument,
    findings: readonly Finding[],
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    // A waiver is a commit.
    if (!this.sessions.sessionOf(document.uri)?.session.backend.onDisk) return [];
    const rules = new Set(
      findings.filter((finding) => !finding.waived && isWaivable(finding)).map(({ rule }) => rule),
    );
    return [...rules].map((rule) => {
      const title = vscode.l10n.t('Waive {0} with a reason…', rule);
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.command = { command: commandIds.waiveFinding, title, arguments: [document.uri, rule] };
      action.diagnostics = diagnosticsOf(rule, context);
      return action;
    });
  }

  private fixAll(document: vscode.TextDocument, findings: readonly Finding[]): vscode.CodeAction[] {
    const edits = certainEdits(document.getText(), findings);
    if (edits.length === 0) return [];
    const action = new vscode.CodeAction(
      vscode.l10n.t('Fix all Changebook findings that are certain'),
      fixAllKind,
    );
    action.edit = workspaceEdit([{ document, edits }]);
    return [action];
  }
}

/** What the editor shows of a finding. */
function diagnosticsAt(finding: Finding, context: vscode.CodeActionContext): vscode.Diagnostic[] {
  return diagnosticsOf(finding.rule, context).filter(({ range }) => range.isEqual(toRange(finding.range)));
}

function diagnosticsOf(rule: string, context: vscode.CodeActionContext): vscode.Diagnostic[] {
  return context.diagnostics.filter(({ code }) => typeof code === 'object' && code.value === rule);
}
