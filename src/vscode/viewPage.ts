import * as vscode from 'vscode';

/** What a page that runs one script of the extension, and nothing else, is made of. */
interface PageParts {
  readonly script: string;
  /** Said by the page's policy and by its own script and style; nobody can guess it. */
  readonly nonce: string;
}

/** Reads the script of a page, which is put into it, so that the page itself may read no file at all. */
export async function pageParts(extensionUri: vscode.Uri, script: string): Promise<PageParts> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', `${script}.js`));
  const random = crypto.getRandomValues(new Uint8Array(18));
  return { script: new TextDecoder().decode(bytes), nonce: btoa(String.fromCharCode(...random)) };
}
