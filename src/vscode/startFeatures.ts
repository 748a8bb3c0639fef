import * as vscode from 'vscode';
import type { StepActionName } from '../core/actions/stepAction';
import { configFolder } from '../core/config/configFiles';
import { ChecklistLenses } from './checklistLenses';
import { advanceStatus } from './commands/advanceStatus';
import { approve } from './commands/approve';
import { checkWorkspace } from './commands/checkWorkspace';
import { findNextSlot } from './commands/findNextSlot';
import { newChange, newChangeFromProcedure } from './commands/newChange';
import { showRule } from './commands/showRule';
import { actOnStep, tickNextStep } from './commands/stepCommands';
import { waiveFinding } from './commands/waiveFinding';
import { LanguageFeatures } from './languageFeatures';
import { PendingViews } from './pending/pendingViews';
import { copyId, openRecordOf } from './pending/recordCommands';
import { actOnNode, isStepNode } from './pending/stepNodeActions';
import { QuickFixes } from './quickFixes';
import { Sessions } from './sessions';
import { StepActions } from './stepActions';
import { watchDocuments } from './watchDocuments';
import { watchFiles } from './watchFiles';
import { watchGit } from './watchGit';

/** What the commands call once the libraries are loaded. */
export interface Features {
  checkWorkspace(): Promise<void>;
  findNextSlot(asked: unknown): Promise<void>;
  showRule(asked: unknown): Promise<void>;
  advanceStatus(asked: unknown): Promise<void>;
  waiveFinding(uri: unknown, rule: unknown): Promise<void>;
  approve(asked: unknown): Promise<void>;
  tickNextStep(asked: unknown): Promise<void>;
  actOnStep(action: StepActionName, asked: unknown, line: unknown): Promise<void>;
  showPending(asked: unknown): Promise<void>;
  groupPending(asked: unknown): Promise<void>;
  filterPending(asked: unknown): Promise<void>;
  clearPendingFilter(): Promise<void>;
  openRecord(asked: unknown): Promise<void>;
  copyId(asked: unknown): Promise<void>;
  /** Both give the file that they made. */
  newChange(asked: unknown): Promise<vscode.Uri | undefined>;
  newChangeFromProcedure(asked: unknown): Promise<vscode.Uri | undefined>;
}

/** The documents that fixes and completions are offered in. */
const selector: vscode.DocumentSelector = [
  { language: 'markdown', scheme: 'file' },
  { language: 'markdown', scheme: 'untitled' },
  { scheme: 'file', pattern: `**/${configFolder}/**` },
];

/** Loads everything that has a weight, after activation has returned. */
export function startFeatures(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Features {
  const sessions = new Sessions(context.extensionUri, log);
  const views = new PendingViews(sessions, context.workspaceState, { isPushed: () => undefined });
  context.subscriptions.push(sessions, watchDocuments(sessions), watchFiles(sessions, log), views);
  const open = (): void => {
    sessions.openFolders().catch((error) => log.error(error instanceof Error ? error : String(error)));
  };
  context.subscriptions.push(vscode.workspace.onDidChangeWorkspaceFolders(open));
  // Restricted mode shows diagnostics and changes nothing.
  const offerFixes = (): void => {
    context.subscriptions.push(
      watchGit(sessions),
      vscode.languages.registerCodeLensProvider(selector, new ChecklistLenses(sessions)),
      vscode.languages.registerCodeActionsProvider(selector, new StepActions(sessions), StepActions.metadata),
    );
    const fixes = new QuickFixes(sessions);
    context.subscriptions.push(
      vscode.languages.registerCodeActionsProvider(selector, fixes, QuickFixes.metadata),
      LanguageFeatures.register(selector, sessions),
    );
  };
  if (vscode.workspace.isTrusted) offerFixes();
  else context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(offerFixes));
  open();
  return {
    checkWorkspace: () => checkWorkspace(sessions),
    findNextSlot: (asked) => findNextSlot(sessions, asked),
    showRule: (asked) => showRule(context.extensionUri, asked),
    advanceStatus: (asked) => advanceStatus(sessions, asked),
    waiveFinding: (uri, rule) => waiveFinding(sessions, uri, rule),
    approve: (asked) => approve(sessions, asked),
    tickNextStep: (asked) => tickNextStep(sessions, asked),
    actOnStep: (action, asked, line) =>
      isStepNode(asked) ? actOnNode(sessions, action, asked) : actOnStep(sessions, action, asked, line),
    showPending: (asked) => views.reveal(sessions.uriFor(asked)),
    groupPending: (asked) => views.group(asked),
    filterPending: (asked) => views.filter(asked),
    clearPendingFilter: () => views.clearFilter(),
    openRecord: (asked) => openRecordOf(sessions, asked),
    copyId: (asked) => copyId(sessions, asked),
    newChange: (asked) => newChange(sessions, asked),
    newChangeFromProcedure: (asked) => newChangeFromProcedure(sessions, asked),
  };
}
