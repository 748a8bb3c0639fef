import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { NoticeDraft } from '../../core/notices/draftNotice';
import { countMails } from '../../core/notices/recipients';
import { mailFiles, numberedPath } from '../../node/notices/mailFiles';
import { NothingChangedError } from '../input/nothingChangedError';
import { withPlurals } from '../withPlurals';

/**
 * Saves a notice as mail, where the user says: one file, or one for each hundred blind copies. Gives what was saved, in
 * words.
 */
export async function saveMailFiles(
  draft: NoticeDraft,
  record: string,
  now: number,
): Promise<string | undefined> {
  const { bcc: hidden } = draft.recipients;
  const count = countMails(draft.recipients);
  const name = `${record}-${draft.kind}.eml`.replace(/[^\w.-]+/g, '-');
  const chosen = await vscode.window.showSaveDialog({
    title:
      count === 1
        ? vscode.l10n.t('Save the notice as mail')
        : withPlurals(vscode.l10n.t('Save {0} mails for {1} blind {1|copy|copies}'), count, hidden.length),
    filters: { [vscode.l10n.t('Mail')]: ['eml'] },
    // Not into the workspace, whose files are shared: a mail holds addresses of people.
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(homedir()), name),
  });
  if (!chosen) return undefined;
  const places = Array.from({ length: count }, (_, index) =>
    chosen.with({ path: numberedPath(chosen.path, index, count) }),
  );
  // The dialog asked about the one file that was chosen, and about no other.
  if (count > 1) await refuseExisting(places);
  let index = 0;
  for await (const content of mailFiles(draft, now)) {
    const place = places[index++];
    if (place) await vscode.workspace.fs.writeFile(place, content);
  }
  const [first = chosen] = places;
  return count === 1
    ? vscode.l10n.t('Saved as {0}.', nameOf(first))
    : vscode.l10n.t('Saved as {0} and {1} more.', nameOf(first), count - 1);
}

async function refuseExisting(places: readonly vscode.Uri[]): Promise<void> {
  for (const place of places) {
    const there = await vscode.workspace.fs.stat(place).then(
      () => true,
      () => false,
    );
    if (there) throw new NothingChangedError(vscode.l10n.t('{0} is there already', nameOf(place)));
  }
}

function nameOf(place: vscode.Uri): string {
  return place.path.slice(place.path.lastIndexOf('/') + 1);
}
