import * as vscode from 'vscode';
import type { PendingReport } from '../core/report/pendingReport';
import type { CommandName } from './commandIds';
import type { CommandFiles, CommandParts } from './commands/runCommand';
import { recordSelector } from './documents/recordSchemes';
import { registerRuleDocuments } from './documents/ruleDocuments';
import { notOnDisk } from './git/mustReachGit';
import type { Pushes } from './git/pushes';
import { commandTitle } from './input/commandTitle';
import { withWayBack } from './input/wayBack';
import { BoxActions } from './language/boxActions';
import { ChecklistLenses } from './language/checklistLenses';
import { Completions } from './language/completions';
import { Hovers } from './language/hovers';
import { LinkedNameProvider } from './language/linkedNameProvider';
import { LinkFeatures } from './language/linkFeatures';
import { Navigation } from './language/navigation';
import { QuickFixes } from './language/quickFixes';
import { RecordSymbolProvider } from './language/recordSymbolProvider';
import { Renaming } from './language/renaming';
import { SnippetCompletions } from './language/snippetCompletions';
import { StructureFeatures } from './language/structureFeatures';
import { NoticePanels } from './notices/noticePanels';
import type { PanelKind } from './panels/openPanels';
import type { BeginningView } from './pending/beginningView';
import { PendingViews } from './pending/pendingViews';
import type { RenderCard } from './preview/previewCards';
import { followStepLinks } from './preview/stepLinks';
import { Sessions } from './session/sessions';
import type { Backends } from './session/workspaceBackend';
import { TimelinePanels } from './timeline/timelinePanels';
import { watchDocuments } from './watching/watchDocuments';
import { watchFiles } from './watching/watchFiles';
import { watchShown } from './watching/watchShown';

/** What is special about the place where the extension runs: beside a disk with git, or in a browser. */
export interface Platform {
  readonly backends: Backends;
  readonly commands: CommandFiles;
  pushes(sessions: Sessions, log: vscode.LogOutputChannel): Pushes;
  /** Registers what no other platform has. */
  register(sessions: Sessions): vscode.Disposable[];
  /** The same for what restricted mode does not have. */
  registerTrusted(sessions: Sessions): vscode.Disposable[];
}

/** What the commands call once the libraries are loaded. */
export interface Features {
  /** Runs a command with the arguments that it was called with; gives what it found or made. */
  run<Name extends CommandName>(name: Name, args: readonly unknown[]): Promise<unknown>;
  /** Gives a panel that was open when the window was closed its content back. */
  restore(kind: PanelKind, panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  pending(): Promise<PendingReport>;
  /** What puts header cards into previews. */
  cards(): Promise<RenderCard>;
}

/** What is there before anything that has a weight. */
export interface Beginning {
  readonly log: vscode.LogOutputChannel;
  readonly pending: BeginningView;
}

/** Starts everything that has a weight, after activation has returned. */
export function startFeatures(
  { extension, extensionUri, workspaceState, subscriptions }: vscode.ExtensionContext,
  { log, pending }: Beginning,
  platform: Platform,
): Features {
  const sessions = new Sessions(log, platform.backends);
  const pushes = platform.pushes(sessions, log);
  const views = new PendingViews(sessions, workspaceState, pushes, pending);
  const timelines = new TimelinePanels('timelines', sessions, extensionUri, log);
  const notices = new NoticePanels('notices', sessions, extensionUri, log);
  const open = (): void => {
    sessions.openFolders().catch((error) => log.error(error instanceof Error ? error : String(error)));
  };
  subscriptions.push(
    sessions,
    pushes,
    watchDocuments(sessions),
    watchFiles(sessions, log),
    watchShown(sessions),
    views,
    timelines,
    notices,
    followStepLinks(sessions),
    registerRuleDocuments(extensionUri),
    vscode.workspace.onDidChangeWorkspaceFolders(open),
  );
  open();
  subscriptions.push(...platform.register(sessions), ...readingFeatures(sessions));
  // Restricted mode shows what is there, and changes nothing.
  onceTrusted(subscriptions, () => {
    subscriptions.push(
      ...platform.registerTrusted(sessions),
      ...editingFeatures(sessions, pushes, extensionUri),
    );
  });
  const parts = { sessions, pushes, views, timelines, notices, extensionUri };
  return featuresOf(parts, platform, extension);
}

function featuresOf(
  parts: CommandParts,
  { commands }: Platform,
  extension: vscode.Extension<unknown>,
): Features {
  const { sessions, views } = parts;
  return {
    async run(name, args) {
      const load = commands[name];
      // Menus hide the others; whoever calls one from code is told why nothing happens.
      if (!load) throw notOnDisk();
      const [asked, ...more] = args;
      const { [name]: command } = await load();
      const about = isRowChosen(asked) ? views.chosen() : asked;
      return withWayBack(async () => command(parts, about, ...more), commandTitle(extension, name));
    },
    restore: (kind, panel, state) => parts[kind].restore(panel, state),
    pending: () => views.report(),
    cards: async () => (await import('./preview/renderCard')).cardRenderer(sessions, extension.id),
  };
}

/** Whether a command is about the row of the tree that is chosen: a key names none, where a menu does. */
function isRowChosen(asked: unknown): boolean {
  return typeof asked === 'object' && asked !== null && 'row' in asked && asked.row === 'chosen';
}

/** What only reads: whoever looks through a stranger's repository has it before the folder is trusted. */
function readingFeatures(sessions: Sessions): vscode.Disposable[] {
  const selector = recordSelector();
  return [
    vscode.languages.registerHoverProvider(selector, new Hovers(sessions)),
    Navigation.register(selector, sessions),
    StructureFeatures.register(selector, sessions),
    vscode.languages.registerDocumentLinkProvider(selector, new LinkFeatures(sessions)),
    vscode.languages.registerWorkspaceSymbolProvider(new RecordSymbolProvider(sessions)),
  ];
}

/** What is written for the user: fixes, completions, other names, and what stands above checklists. */
function editingFeatures(sessions: Sessions, pushes: Pushes, extensionUri: vscode.Uri): vscode.Disposable[] {
  const selector = recordSelector();
  return [
    vscode.languages.registerCodeLensProvider(selector, new ChecklistLenses(sessions, pushes)),
    vscode.languages.registerCodeActionsProvider(selector, new QuickFixes(sessions), QuickFixes.metadata),
    vscode.languages.registerCodeActionsProvider(selector, new BoxActions(sessions), BoxActions.metadata),
    Completions.register(selector, sessions),
    vscode.languages.registerCompletionItemProvider(selector, new SnippetCompletions(sessions, extensionUri)),
    Renaming.register(selector, sessions),
    vscode.languages.registerLinkedEditingRangeProvider(selector, new LinkedNameProvider(sessions)),
  ];
}

/** Runs something as soon as the folder is trusted, which may be at once. */
function onceTrusted(subscriptions: vscode.Disposable[], run: () => void): void {
  if (vscode.workspace.isTrusted) run();
  else subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(run));
}
