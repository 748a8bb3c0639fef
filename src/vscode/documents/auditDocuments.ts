import * as vscode from 'vscode';
import { languageOf } from '../../core/model/text/localized';
import type { Sessions } from '../session/sessions';
import { auditSubjectOf, trailName } from './auditSubject';
import { type EditableRecord, openRecord } from './editableRecord';
import { refreshShown } from './refreshShown';

const scheme = 'changebook-audit';

/** Audit trails as documents that nobody can edit: their content is made from git whenever one is shown. */
export class AuditDocuments implements vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  private constructor(private readonly sessions: Sessions) {}

  static register(sessions: Sessions): vscode.Disposable {
    const documents = new AuditDocuments(sessions);
    return vscode.Disposable.from(
      documents.changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, documents),
      // One that is open follows what is committed.
      sessions.onDidMoveGit(() => documents.refresh()),
    );
  }

  /** The address of a record's trail. */
  static uriOf(target: EditableRecord): vscode.Uri {
    const { uri } = target.document;
    const path = `/${vscode.l10n.t('Audit trail {0}', trailName(target, uri))}.md`;
    return vscode.Uri.from({ scheme, path, query: uri.toString() });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const record = vscode.Uri.parse(uri.query);
    const target = record.scheme === 'file' ? await openRecord(this.sessions, record) : undefined;
    if (!target) return '';
    const { auditMarkdown } = await import('../../core/audit/auditMarkdown');
    return auditMarkdown(await auditSubjectOf(target), languageOf(vscode.env.language));
  }

  private refresh(): void {
    refreshShown(scheme, this.changed);
  }
}
