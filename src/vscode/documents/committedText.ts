import * as vscode from 'vscode';

/** Texts as they were in a commit. */
export const committedScheme = 'changebook-base';

/**
 * The address of a record's text as it was in a commit.
 *
 * @param root of its workspace
 * @param file its path there at that time
 */
export function committedTextOf(root: string, commit: string, file: string): vscode.Uri {
  const query = JSON.stringify({ root, file, commit });
  return vscode.Uri.from({ scheme: committedScheme, path: `/${file}`, query });
}
