import * as vscode from 'vscode';

/** Shows a place of a file beside the panel that leads there: where the file is shown already, else in the first column. */
export async function showBeside(document: vscode.TextDocument, selection: vscode.Range): Promise<void> {
  const uri = document.uri.toString();
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri);
  const viewColumn = open?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { selection, viewColumn, preview: true });
}
