import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Serving } from './serving';

/** Answers clients that ask what is wrong: in one text as it stands, or in every file. */
export function answerDiagnostics({ connection, texts, diagnostics, workspaces }: Serving): void {
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    // Until all records have been read, nobody knows what is wrong with one.
    await workspaces.settled();
    if (token.isCancellationRequested) return takenBack();
    const key = texts.get(uri)?.path ?? uri;
    const { id, items } = diagnostics.told(uri, key, () => workspaces.checkNow(uri));
    if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    await workspaces.settled();
    if (token.isCancellationRequested) return takenBack();
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items = [...diagnostics.all()].map(({ uri, id, items: own }): WorkspaceDocumentDiagnosticReport => {
      const version = texts.get(uri)?.document.version ?? null;
      if (known.get(uri) === id)
        return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: id };
      return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: id, items: [...own] };
    });
    return { items };
  });
}

/** The answer to what nobody waits for any more. */
function takenBack(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, '');
}
