import * as vscode from 'vscode';
import type { StepActionName } from '../core/actions/stepAction';
import { configFolder } from '../core/config/configFiles';
import { ChecklistLenses } from './checklistLenses';
import { advanceStatus, moveAside } from './commands/advanceStatus';
import { acceptRisk, recordAgreement } from './commands/agreement';
import { approve } from './commands/approve';
import { checkWorkspace } from './commands/checkWorkspace';
import { commitRecord } from './commands/commitRecord';
import { findNextSlot } from './commands/findNextSlot';
import { markNoticeSent } from './commands/markNoticeSent';
import { newChange, newChangeFromProcedure } from './commands/newChange';
import { showRule } from './commands/showRule';
import { actOnStep, tickNextStep } from './commands/stepCommands';
import { waiveFinding } from './commands/waiveFinding';
import type { ActionResult } from './commitInEditor';
import { FirstCommitLenses } from './firstCommitLenses';
import { LanguageFeatures } from './languageFeatures';
import { QuickFixes } from './quickFixes';
import { Sessions } from './sessions';
import { StepActions } from './stepActions';
import { watchClock } from './watchClock';
import { watchDocuments } from './watchDocuments';
import { watchFiles } from './watchFiles';
import { watchGit } from './watchGit';

/** How an action ended; nothing where the user gave up. */
type Action = Promise<ActionResult | undefined>;

/** What the commands call once the libraries are loaded. */
export interface Features {
  checkWorkspace(): Promise<void>;
  findNextSlot(): Promise<void>;
  showRule(asked: unknown): Promise<void>;
  advanceStatus(asked: unknown, words: unknown): Action;
  moveAside(kind: 'hold' | 'resume', asked: unknown, words: unknown): Action;
  waiveFinding(asked: unknown, rule: unknown, words: unknown): Action;
  approve(asked: unknown, words: unknown): Action;
  recordAgreement(asked: unknown, words: unknown): Action;
  acceptRisk(asked: unknown, words: unknown): Action;
  markNoticeSent(asked: unknown, words: unknown): Action;
  commitRecord(asked: unknown): Action;
  tickNextStep(asked: unknown, words: unknown): Action;
  actOnStep(action: StepActionName, asked: unknown, ...words: unknown[]): Action;
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
  context.subscriptions.push(
    sessions,
    watchDocuments(sessions),
    watchFiles(sessions, log),
    watchClock(sessions),
  );
  const open = (): void => {
    sessions.openFolders().catch((error) => log.error(error instanceof Error ? error : String(error)));
  };
  context.subscriptions.push(vscode.workspace.onDidChangeWorkspaceFolders(open));
  // Restricted mode shows diagnostics and changes nothing.
  const offerFixes = (): void => {
    context.subscriptions.push(
      watchGit(sessions),
      vscode.languages.registerCodeLensProvider(selector, new ChecklistLenses(sessions)),
      vscode.languages.registerCodeLensProvider(selector, new FirstCommitLenses(sessions)),
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
    findNextSlot: () => findNextSlot(sessions),
    showRule: (asked) => showRule(context.extensionUri, asked),
    advanceStatus: (asked, words) => advanceStatus(sessions, asked, words),
    moveAside: (kind, asked, words) => moveAside(sessions, kind, asked, words),
    waiveFinding: (asked, rule, words) => waiveFinding(sessions, asked, rule, words),
    approve: (asked, words) => approve(sessions, asked, words),
    recordAgreement: (asked, words) => recordAgreement(sessions, asked, words),
    acceptRisk: (asked, words) => acceptRisk(sessions, asked, words),
    markNoticeSent: (asked, words) => markNoticeSent(sessions, asked, words),
    commitRecord: (asked) => commitRecord(sessions, asked),
    tickNextStep: (asked, words) => tickNextStep(sessions, asked, words),
    actOnStep: (action, asked, ...words) => actOnStep(sessions, action, asked, ...words),
    newChange: (asked) => newChange(sessions, asked),
    newChangeFromProcedure: (asked) => newChangeFromProcedure(sessions, asked),
  };
}
