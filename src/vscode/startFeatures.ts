import * as vscode from 'vscode';
import { configFolder } from '../core/config/configFiles';
import type { PendingReport } from '../core/report/pendingReport';
import { AuditDocuments } from './auditDocuments';
import { ChecklistLenses } from './checklistLenses';
import { commandTable } from './commands/commandTable';
import { DiffDocuments } from './diffDocuments';
import { FirstCommitLenses } from './firstCommitLenses';
import { LanguageFeatures } from './languageFeatures';
import { NoticePanels } from './notices/noticePanels';
import { TemplateFeatures } from './notices/templateFeatures';
import { PendingViews } from './pending/pendingViews';
import type { RenderCard } from './previewCards';
import { Pushing } from './pushing';
import { QuickFixes } from './quickFixes';
import { ReleaseDocuments } from './releaseDocuments';
import { Sessions } from './sessions';
import { StepActions } from './stepActions';
import { StepHovers } from './stepHovers';
import { TimelinePanels } from './timeline/timelinePanels';
import { watchDocuments } from './watchDocuments';
import { watchFiles } from './watchFiles';
import { watchGit } from './watchGit';

/** What the commands call once the libraries are loaded. */
export interface Features {
  /** Runs a command with the arguments that it was called with; gives what it found or made. */
  run(name: keyof typeof commandTable, args: readonly unknown[]): unknown;
  /** Gives a calendar that was open when the window was closed its content back. */
  restoreTimeline(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  /** The same for the preview of a notice. */
  restoreNotice(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  pending(): Promise<PendingReport>;
  /** What puts header cards into previews. */
  cards(): Promise<RenderCard>;
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
  const pushing = new Pushing(sessions, log);
  const views = new PendingViews(sessions, context.workspaceState, pushing);
  context.subscriptions.push(sessions, watchDocuments(sessions), watchFiles(sessions, log), pushing, views);
  const open = (): void => {
    sessions.openFolders().catch((error) => log.error(error instanceof Error ? error : String(error)));
  };
  context.subscriptions.push(vscode.workspace.onDidChangeWorkspaceFolders(open));
  // Restricted mode shows diagnostics and changes nothing.
  const offerFixes = (): void => {
    context.subscriptions.push(
      watchGit(sessions),
      AuditDocuments.register(sessions),
      DiffDocuments.register(sessions),
      vscode.languages.registerHoverProvider(selector, new StepHovers(sessions)),
      vscode.languages.registerCodeLensProvider(selector, new ChecklistLenses(sessions, pushing)),
      vscode.languages.registerCodeLensProvider(selector, new FirstCommitLenses(sessions)),
      vscode.languages.registerCodeActionsProvider(selector, new StepActions(sessions), StepActions.metadata),
    );
    const fixes = new QuickFixes(sessions);
    context.subscriptions.push(
      vscode.languages.registerCodeActionsProvider(selector, fixes, QuickFixes.metadata),
      LanguageFeatures.register(selector, sessions),
      TemplateFeatures.register(sessions),
    );
  };
  if (vscode.workspace.isTrusted) offerFixes();
  else context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(offerFixes));
  open();
  const timelines = new TimelinePanels(sessions, context.extensionUri, log);
  const notices = new NoticePanels(sessions, context.extensionUri, log);
  context.subscriptions.push(timelines, notices, ReleaseDocuments.register(sessions));
  const parts = { sessions, pushing, views, timelines, notices, extensionUri: context.extensionUri };
  return {
    run: (name, args) => commandTable[name](parts, ...args),
    restoreTimeline: (panel, state) => timelines.restore(panel, state),
    restoreNotice: (panel, state) => notices.restore(panel, state),
    pending: () => views.report(),
    cards: async () => (await import('./renderCard')).cardRenderer(sessions),
  };
}
