import * as vscode from 'vscode';
import { showBeside } from '../documents/showBeside';
import type { Sessions } from '../session/sessions';

const path = '/step';

/**
 * An address that leads from a preview to a line of a record in an editor; a preview can neither run a command nor send
 * a message. Undefined where VS Code does not follow its own addresses: in a browser under another name.
 */
export function stepLink(extensionId: string, record: vscode.Uri, line: number): string | undefined {
  const { uriScheme, uiKind } = vscode.env;
  if (uiKind === vscode.UIKind.Web && uriScheme !== 'vscode') return undefined;
  const query = new URLSearchParams({ record: record.toString(), line: String(line) });
  return `${uriScheme}://${extensionId}${path}?${query}`;
}

/** Follows such addresses. Whoever sends one, it opens a record of an open workspace and does nothing else. */
export function followStepLinks(sessions: Sessions): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: async (uri) => {
      const query = new URLSearchParams(uri.query);
      const [written, line] = [query.get('record'), Number(query.get('line'))];
      if (uri.path !== path || !written || !Number.isSafeInteger(line)) return;
      const record = vscode.Uri.parse(written);
      const place = sessions.sessionOf(record);
      await place?.session.loaded();
      if (!place?.session.entryOf(place.file)) return;
      const document = await vscode.workspace.openTextDocument(record);
      const { range } = document.lineAt(Math.min(Math.max(line, 0), document.lineCount - 1));
      await showBeside(document, new vscode.Range(range.start, range.start));
    },
  });
}
