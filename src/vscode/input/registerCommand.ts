import * as vscode from 'vscode';
import type { CommandId } from '../commandIds';
import { NothingChangedError } from './nothingChangedError';
import { showNow } from './toastTurns';

/**
 * Registers a command. Whatever goes wrong inside reaches the user as one sentence that offers the log, and the log
 * with everything else. What the command found or made is given to whoever called it from code.
 */
export function registerCommand(
  id: CommandId,
  log: vscode.LogOutputChannel,
  run: (...args: unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      return await run(...args);
    } catch (error) {
      log.error(id, error instanceof Error ? (error.stack ?? error.message) : String(error));
      const showLog = vscode.l10n.t('Show log');
      const reason = error instanceof Error ? error.message : String(error);
      const message =
        error instanceof NothingChangedError
          ? vscode.l10n.t('Changebook could not do that ({0}). Nothing was changed.', reason)
          : // It may have come after a commit or an edit.
            vscode.l10n.t(
              'Changebook could not finish that ({0}). Source Control shows what has changed, if anything.',
              reason,
            );
      if ((await showNow(() => vscode.window.showErrorMessage(message, showLog))) === showLog) log.show();
    }
  });
}
