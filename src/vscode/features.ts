import type * as vscode from 'vscode';
import type { PendingReport } from '../core/report/pendingReport';
import type { CommandName } from './commandIds';
import type { ReadingParts } from './commands/readingCommands';
import type { RenderCard } from './preview/previewCards';

/** What the commands call once the libraries are loaded. */
export interface Features {
  /** Runs a command with the arguments that it was called with; gives what it found or made. */
  run(name: Exclude<CommandName, 'showLog'>, args: readonly unknown[]): unknown;
  /** Gives a calendar that was open when the window was closed its content back. */
  restoreTimeline(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  /** The same for the preview of a notice. */
  restoreNotice(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  pending(): Promise<PendingReport>;
  /** What puts header cards into previews. */
  cards(): Promise<RenderCard>;
}

/** The features of what was started, with the commands that there are. */
export function featuresOf(parts: ReadingParts, run: Features['run']): Features {
  const { timelines, notices, views, sessions } = parts;
  return {
    run,
    restoreTimeline: (panel, state) => timelines.restore(panel, state),
    restoreNotice: (panel, state) => notices.restore(panel, state),
    pending: () => views.report(),
    cards: async () => (await import('./preview/renderCard')).cardRenderer(sessions),
  };
}
