import * as vscode from 'vscode';
import { changelogFile } from '../../core/model/text/changelog';
import { commandIds } from '../commandIds';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import { changeFor, type EditableChange, isChange } from './editableRecord';
import { RecordDocuments, recordAt } from './recordDocuments';

const scheme = 'changebook-notes';

/**
 * Registers release notes as documents, with what they can be used for above them. Those that are open follow their
 * records and the changelog.
 */
export function registerReleaseDocuments(sessions: Sessions): vscode.Disposable {
  const watching: vscode.Disposable[] = [];
  const refresh = (): void => documents.refresh();
  const documents = new RecordDocuments(sessions, {
    scheme,
    async write(target) {
      if (watching.length === 0) watching.push(...watchChangelogs(refresh));
      if (!isChange(target)) return '';
      const { releaseOf } = await import('./releaseOf');
      const { releasePage } = await import('../../core/releaseNotes/releasePage');
      return releasePage(await releaseOf(sessions, target), language);
    },
  });
  return vscode.Disposable.from(
    documents,
    { dispose: () => vscode.Disposable.from(...watching).dispose() },
    vscode.languages.registerCodeLensProvider({ scheme }, { provideCodeLenses: lensesOf }),
    sessions.onDidChangeRecords(refresh),
  );
}

/** The address of a change's notes. */
export function notesOf({ document, record, file }: EditableChange): vscode.Uri {
  const name = (record.data.id ?? file).replace(/[\\/]/g, '-');
  const path = `/${vscode.l10n.t('Release notes {0}', name)}.md`;
  return vscode.Uri.from({ scheme, path, query: document.uri.toString() });
}

/** The change that is asked for; of notes that are being read, theirs. */
export function changeOfNotes(sessions: Sessions, asked: unknown): Promise<EditableChange | undefined> {
  const uri = asked ?? vscode.window.activeTextEditor?.document.uri;
  const noted = uri instanceof vscode.Uri ? recordOf(uri) : undefined;
  return changeFor(sessions, noted ?? asked);
}

/** The record that the notes of a document are of; undefined where it holds no notes. */
function recordOf(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === scheme ? recordAt(uri.query) : undefined;
}

function lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
  const record = recordOf(document.uri)?.toString();
  if (record === undefined) return [];
  const lens = (line: number, title: string, command: string): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: [record] });
  const lenses = [lens(0, vscode.l10n.t('$(copy) Copy release notes'), commandIds.copyReleaseNotes)];
  const commands = document.getText().split('\n').indexOf('```sh');
  if (commands >= 0)
    lenses.push(lens(commands, vscode.l10n.t('$(copy) Copy commands'), commandIds.copyReleaseCommands));
  return lenses;
}

/** Notes say what the changelog has differently; nobody else looks at it as it is written. */
function watchChangelogs(refresh: () => void): vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${changelogFile}`);
  return [
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.path.endsWith(`/${changelogFile}`)) refresh();
    }),
  ];
}
