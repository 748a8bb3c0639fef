import type * as vscode from 'vscode';

/**
 * The file that moves with the rename that was planned last. The edits of that rename take its links along; whoever follows
 * files that move must not write them a second time into the same texts.
 */
export class OwnMove {
  private planned: string | undefined;

  plan(from: vscode.Uri, to: vscode.Uri): void {
    this.planned = `${from.toString()} ${to.toString()}`;
  }

  /** Forgets it: another rename is planned, which moves nothing yet. */
  forget(): void {
    this.planned = undefined;
  }

  /** Whether this is it. Moved once, it is forgotten. */
  is({ oldUri, newUri }: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }): boolean {
    const same = this.planned === `${oldUri.toString()} ${newUri.toString()}`;
    if (same) this.forget();
    return same;
  }
}
