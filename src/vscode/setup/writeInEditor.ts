import * as vscode from 'vscode';
import { setupFaultText } from '../../core/setup/setupFault';
import type { PreparedSetup } from '../../node/setup/prepareSetup';
import { language } from '../editorLanguage';
import { faultOffers, tell } from '../git/faultOffers';
import { withLateProgress } from '../input/lateProgress';

/** How a setup ended, for whoever called its command from code. */
export interface SetupResult {
  readonly outcome: 'committed' | 'written' | 'unchanged' | 'failed';
  readonly message: string;
  readonly commit?: string;
}

/** Writes and commits a setup, and says in one sentence how that ended. */
export async function writeInEditor(
  folder: vscode.Uri,
  root: string,
  prepared: PreparedSetup,
): Promise<SetupResult> {
  const { writeSetup } = await import('../../node/setup/writeSetup');
  const outcome = await withLateProgress(vscode.l10n.t('Committing…'), () =>
    writeSetup(root, prepared.plan, prepared.looked),
  );
  if (outcome.kind === 'failed') {
    const message = setupFaultText(outcome, language, 'editor');
    const retry = (): Promise<SetupResult> => writeInEditor(folder, root, prepared);
    const offers = 'fault' in outcome ? faultOffers(outcome.fault, { uri: folder, retry }) : [];
    void tell('error', message, offers);
    return { outcome: 'failed', message };
  }
  const config = vscode.Uri.joinPath(vscode.Uri.file(root), '.changebook/config.yaml');
  await vscode.window.showTextDocument(config, { preview: false });
  if (outcome.kind === 'committed') {
    vscode.window.setStatusBarMessage(`$(git-commit) ${outcome.subject}`, 6000);
    return { outcome: 'committed', message: outcome.subject, commit: outcome.commit };
  }
  const message = vscode.l10n.t('Written. There is no git repository here, so nothing was committed.');
  vscode.window.setStatusBarMessage(`$(check) ${message}`, 6000);
  return { outcome: 'written', message };
}
