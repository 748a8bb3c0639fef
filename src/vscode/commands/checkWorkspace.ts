import * as vscode from 'vscode';
import { unlessCancelled } from '../input/lateProgress';
import { withPlurals } from '../withPlurals';
import type { RunCommand } from './runCommand';

/** How long the result stands in the status bar. */
const shownMs = 6000;

/** `Changebook: Check Workspace`: reads everything again and shows the Problems view where there is something. */
export const checkWorkspace: RunCommand = async ({ sessions }) => {
  const title = vscode.l10n.t('Changebook: checking the workspace');
  const counted = await unlessCancelled(title, () => sessions.reload());
  if (!counted) return;
  const { records, findings } = counted;
  const message = withPlurals(
    vscode.l10n.t('Changebook: {0} {0|record|records} checked, {1} {1|finding|findings}'),
    records,
    findings,
  );
  vscode.window.setStatusBarMessage(`$(checklist) ${message}`, shownMs);
  if (findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
};
