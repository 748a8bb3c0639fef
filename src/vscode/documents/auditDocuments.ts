import * as vscode from 'vscode';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import { auditSubjectOf, trailName } from './auditSubject';
import type { EditableRecord } from './editableRecord';
import { RecordDocuments } from './recordDocuments';

const scheme = 'changebook-audit';

/** Registers audit trails as documents; one that is open follows what is committed. */
export function registerAuditDocuments(sessions: Sessions): vscode.Disposable {
  const documents = new RecordDocuments(sessions, {
    scheme,
    async write(target) {
      const { auditMarkdown } = await import('../../core/audit/auditMarkdown');
      return auditMarkdown(await auditSubjectOf(target), language);
    },
  });
  return vscode.Disposable.from(
    documents,
    sessions.onDidMoveGit(() => documents.refresh()),
  );
}

/** The address of a record's trail. */
export function auditDocumentOf(target: EditableRecord): vscode.Uri {
  const { uri } = target.document;
  const path = `/${vscode.l10n.t('Audit trail {0}', trailName(target, uri))}.md`;
  return vscode.Uri.from({ scheme, path, query: uri.toString() });
}
