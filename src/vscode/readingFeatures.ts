import * as vscode from 'vscode';
import type { ReadingParts } from './commands/readingCommands';
import { ourDocuments } from './documents/ourDocuments';
import type { Pushes } from './git/pushes';
import { ChecklistLenses } from './language/checklistLenses';
import { LanguageFeatures } from './language/languageFeatures';
import { QuickFixes } from './language/quickFixes';
import { NoticePanels } from './notices/noticePanels';
import { PendingViews } from './pending/pendingViews';
import type { Sessions } from './session/sessions';
import { TimelinePanels } from './timeline/timelinePanels';
import { watchDocuments } from './watching/watchDocuments';
import { watchFiles } from './watching/watchFiles';

/** What everything begins with, wherever it runs. */
export interface ReadingInput {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly sessions: Sessions;
  readonly pushes: Pushes;
}

/** Starts what needs neither a disk nor git: diagnostics, views, calendar and notices. */
export function startReading({ context, log, sessions, pushes }: ReadingInput): ReadingParts {
  const { extensionUri, workspaceState, subscriptions } = context;
  const views = new PendingViews(sessions, workspaceState, pushes);
  const timelines = new TimelinePanels(sessions, extensionUri, log);
  const notices = new NoticePanels(sessions, extensionUri, log);
  const open = (): void => {
    sessions.openFolders().catch((error) => log.error(error instanceof Error ? error : String(error)));
  };
  subscriptions.push(
    sessions,
    watchDocuments(sessions),
    watchFiles(sessions, log),
    views,
    timelines,
    notices,
  );
  subscriptions.push(vscode.workspace.onDidChangeWorkspaceFolders(open));
  open();
  return { sessions, views, timelines, notices, extensionUri };
}

/** Offers what is written for the user: fixes, completions, and what stands above checklists. Not in restricted mode. */
export function offerEdits({ context, sessions, pushes }: Omit<ReadingInput, 'log'>): void {
  const selector = ourDocuments();
  context.subscriptions.push(
    vscode.languages.registerCodeLensProvider(selector, new ChecklistLenses(sessions, pushes)),
    vscode.languages.registerCodeActionsProvider(selector, new QuickFixes(sessions), QuickFixes.metadata),
    LanguageFeatures.register(selector, sessions),
  );
}

/** Runs something as soon as the folder is trusted, which may be at once. */
export function onceTrusted(context: vscode.ExtensionContext, run: () => void): void {
  if (vscode.workspace.isTrusted) run();
  else context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(run));
}
