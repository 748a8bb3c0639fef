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
    registerCommand(commandIds.findNextSlot, log, async () => (await started()).findNextSlot()),
    registerCommand(commandIds.showRule, log, async (asked) => (await started()).showRule(asked)),
    registerCommand(commandIds.advanceStatus, log, async (...said) =>
      (await started()).advanceStatus(said[0], said[1]),
    ),
    registerCommand(commandIds.holdChange, log, async (...said) =>
      (await started()).moveAside('hold', said[0], said[1]),
    ),
    registerCommand(commandIds.resumeChange, log, async (...said) =>
      (await started()).moveAside('resume', said[0], said[1]),
    ),
    registerCommand(commandIds.approve, log, async (...said) => (await started()).approve(said[0], said[1])),
    registerCommand(commandIds.recordAgreement, log, async (...said) =>
      (await started()).recordAgreement(said[0], said[1]),
    ),
    registerCommand(commandIds.acceptRisk, log, async (...said) =>
      (await started()).acceptRisk(said[0], said[1]),
    ),
    registerCommand(commandIds.markNoticeSent, log, async (...said) =>
      (await started()).markNoticeSent(said[0], said[1]),
    ),
    registerCommand(commandIds.commitRecord, log, async (asked) => (await started()).commitRecord(asked)),
    registerCommand(commandIds.tickNextStep, log, async (...said) =>
      (await started()).tickNextStep(said[0], said[1]),
    ),
    registerCommand(commandIds.tickStep, log, async (...said) =>
      (await started()).actOnStep('tick', said[0], said[1], said[2]),
    ),
    registerCommand(commandIds.untickStep, log, async (...said) =>
      (await started()).actOnStep('untick', said[0], said[1], said[2]),
    ),
    registerCommand(commandIds.skipStep, log, async (...said) =>
      (await started()).actOnStep('skip', said[0], said[1], said[2]),
    ),
    registerCommand(commandIds.waiveFinding, log, async (...said) =>
      (await started()).waiveFinding(said[0], said[1], said[2]),
    ),
    registerCommand(commandIds.newChange, log, async (asked) => (await started()).newChange(asked)),
    registerCommand(commandIds.newChangeFromProcedure, log, async (asked) =>
      (await started()).newChangeFromProcedure(asked),
    ),
    registerCommand(commandIds.showLog, log, () => log.show()),
  );
  // The editor paints first; loading the libraries takes longer than everything above.
  const later = new Promise<void>((resolve, reject) => {
    setTimeout(() => started().then(() => resolve(), reject), 0);
  });
  later.catch((error) => log.error(error instanceof Error ? error : String(error)));
  return { activationMs: performance.now() - begin, started: later };
}
