import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { PendingReport } from '../core/report/pendingReport';
import { commandIds } from './commandIds';
import type { Beginning, Features } from './features';
import { registerCommand } from './input/registerCommand';
import { type PanelKind, viewTypes } from './panels/openPanels';
import { BeginningView } from './pending/beginningView';
import { addHeaderCards } from './preview/previewCards';

/** What other code, and the tests, can ask of the running extension. */
export interface ChangebookApi {
  /** Ends when the first check of the workspace has begun. */
  readonly started: Promise<void>;
  /** The pending changes as the tree shows them, once every record has been read; files relative to their workspace. */
  pending(): Promise<PendingReport>;
  /** VS Code's own markdown preview calls this before it shows the first file. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/**
 * Registers commands and returns; libraries are loaded and folders read afterwards.
 *
 * @param load loads everything that has a weight, and gives what starts it
 */
export function activateWith(
  context: vscode.ExtensionContext,
  load: () => Promise<(beginning: Beginning) => Features>,
): ChangebookApi {
  const log = vscode.window.createOutputChannel('Changebook', { log: true });
  let features: Promise<Features> | undefined;
  const started = (): Promise<Features> => {
    features ??= load().then((start) => start({ log, pending }));
    return features;
  };
  const { showLog, ...others } = commandIds;
  const names = Object.keys(others) as (keyof typeof others)[];
  context.subscriptions.push(
    log,
    registerCommand(showLog, log, () => log.show()),
    ...names.map((name) =>
      registerCommand(commandIds[name], log, async (...args) => (await started()).run(name, args)),
    ),
  );
  for (const kind of ['timelines', 'notices'] satisfies PanelKind[])
    context.subscriptions.push(
      vscode.window.registerWebviewPanelSerializer(viewTypes[kind], {
        deserializeWebviewPanel: async (panel, state) => (await started()).restore(kind, panel, state),
      }),
    );
  // The editor paints first; loading the libraries takes longer than everything above.
  const later = new Promise<void>((resolve, reject) => {
    setTimeout(() => started().then(() => resolve(), reject), 0);
  });
  const pending = new BeginningView(later);
  later.catch((error) => log.error(error instanceof Error ? error : String(error)));
  return {
    started: later,
    pending: async () => (await started()).pending(),
    extendMarkdownIt: (md) => addHeaderCards(md, async () => (await started()).cards()),
  };
}
