import * as vscode from 'vscode';
import { commandIds } from './commandIds';
import { registerCommand } from './registerCommand';
import type { Features } from './startFeatures';

/** What other code, and the tests, can ask of the running extension. */
export interface ChangebookApi {
  /** Own work until `activate` returned, in milliseconds. */
  readonly activationMs: number;
  /** Ends when the first check of the workspace has begun. */
  readonly started: Promise<void>;
}

/** Wires commands and returns; libraries are loaded and folders read afterwards. */
export function activate(context: vscode.ExtensionContext): ChangebookApi {
  const begin = performance.now();
  const log = vscode.window.createOutputChannel('Changebook', { log: true });
  let features: Promise<Features> | undefined;
  const started = (): Promise<Features> => {
    features ??= import('./startFeatures').then((module) => module.startFeatures(context, log));
    return features;
  };
  context.subscriptions.push(
    log,
    registerCommand(commandIds.checkWorkspace, log, async () => (await started()).checkWorkspace()),
    registerCommand(commandIds.findNextSlot, log, async (asked) => (await started()).findNextSlot(asked)),
    registerCommand(commandIds.showRule, log, async (asked) => (await started()).showRule(asked)),
    registerCommand(commandIds.advanceStatus, log, async (asked) => (await started()).advanceStatus(asked)),
    registerCommand(commandIds.approve, log, async (asked) => (await started()).approve(asked)),
    registerCommand(commandIds.tickNextStep, log, async (asked) => (await started()).tickNextStep(asked)),
    registerCommand(commandIds.tickStep, log, async (asked, line) =>
      (await started()).actOnStep('tick', asked, line),
    ),
    registerCommand(commandIds.untickStep, log, async (asked, line) =>
      (await started()).actOnStep('untick', asked, line),
    ),
    registerCommand(commandIds.skipStep, log, async (asked, line) =>
      (await started()).actOnStep('skip', asked, line),
    ),
    registerCommand(commandIds.waiveFinding, log, async (uri, rule) =>
      (await started()).waiveFinding(uri, rule),
    ),
    registerCommand(commandIds.newChange, log, async (asked) => (await started()).newChange(asked)),
    registerCommand(commandIds.newChangeFromProcedure, log, async (asked) =>
      (await started()).newChangeFromProcedure(asked),
    ),
    registerCommand(commandIds.showPending, log, async (asked) => (await started()).showPending(asked)),
    registerCommand(commandIds.groupPending, log, async (asked) => (await started()).groupPending(asked)),
    registerCommand(commandIds.filterPending, log, async (asked) => (await started()).filterPending(asked)),
    registerCommand(commandIds.clearPendingFilter, log, async () => (await started()).clearPendingFilter()),
    registerCommand(commandIds.openRecord, log, async (asked) => (await started()).openRecord(asked)),
    registerCommand(commandIds.copyId, log, async (asked) => (await started()).copyId(asked)),
    registerCommand(commandIds.showLog, log, () => log.show()),
  );
  // The editor paints first; loading the libraries takes longer than everything above.
  const later = new Promise<void>((resolve, reject) => {
    setTimeout(() => started().then(() => resolve(), reject), 0);
  });
  later.catch((error) => log.error(error instanceof Error ? error : String(error)));
  return { activationMs: performance.now() - begin, started: later };
}
