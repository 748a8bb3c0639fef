import * as vscode from 'vscode';
import { changelogFile } from '../../core/model/text/changelog';
import { languageOf } from '../../core/model/text/localized';
import { commandIds } from '../commandIds';
import type { Sessions } from '../session/sessions';
import { type EditableChange, isChange, openRecord } from './editableRecord';
import { refreshShown } from './refreshShown';

const scheme = 'changebook-notes';

/** Release notes as documents that nobody can edit: made from the record as it stands, with what they can be used for above them. */
export class ReleaseDocuments implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly watching: vscode.Disposable[] = [];

  private constructor(private readonly sessions: Sessions) {}

  static register(sessions: Sessions): vscode.Disposable {
    const documents = new ReleaseDocuments(sessions);
    return vscode.Disposable.from(
      documents.changed,
      { dispose: () => vscode.Disposable.from(...documents.watching).dispose() },
      vscode.workspace.registerTextDocumentContentProvider(scheme, documents),
      vscode.languages.registerCodeLensProvider({ scheme }, documents),
      // One that is open follows its record.
      sessions.onDidChangeRecords(() => documents.refresh()),
    );
  }

  /** The address of a change's notes. */
  static uriOf({ document, record, file }: EditableChange): vscode.Uri {
    const name = (record.data.id ?? file).replace(/[\\/]/g, '-');
    const path = `/${vscode.l10n.t('Release notes {0}', name)}.md`;
    return vscode.Uri.from({ scheme, path, query: document.uri.toString() });
  }

  /** The record that the notes of a document are of; undefined where it holds no notes. */
  static recordOf(uri: vscode.Uri | undefined): vscode.Uri | undefined {
    if (uri?.scheme !== scheme) return undefined;
    const record = vscode.Uri.parse(uri.query);
    return record.scheme === 'file' ? record : undefined;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    this.watchChangelogs();
    const record = ReleaseDocuments.recordOf(uri);
    const target = record && (await openRecord(this.sessions, record));
    if (!target || !isChange(target)) return '';
    const [{ releaseOf }, { releasePage }] = await Promise.all([
      import('./releaseOf'),
      import('../../core/releaseNotes/releasePage'),
    ]);
    return releasePage(await releaseOf(this.sessions, target), languageOf(vscode.env.language));
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const record = ReleaseDocuments.recordOf(document.uri)?.toString();
    if (record === undefined) return [];
    const lens = (line: number, title: string, command: string): vscode.CodeLens =>
      new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: [record] });
    const lines = document.getText().split('\n');
    const commands = lines.indexOf('```sh');
    return [
      lens(0, vscode.l10n.t('$(copy) Copy release notes'), commandIds.copyReleaseNotes),
      ...(commands < 0
        ? []
        : [lens(commands, vscode.l10n.t('$(copy) Copy commands'), commandIds.copyReleaseCommands)]),
    ];
  }

  /** Notes say what the changelog has differently; nobody else looks at it as it is written. */
  private watchChangelogs(): void {
    if (this.watching.length > 0) return;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${changelogFile}`);
    const refresh = (): void => this.refresh();
    this.watching.push(
      watcher,
      watcher.onDidChange(refresh),
      watcher.onDidCreate(refresh),
      watcher.onDidDelete(refresh),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.path.endsWith(`/${changelogFile}`)) refresh();
      }),
    );
  }

  private refresh(): void {
    refreshShown(scheme, this.changed);
  }
}
