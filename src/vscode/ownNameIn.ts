import * as vscode from 'vscode';
import type { WorkspaceSession } from './workspaceSession';

/** Who git says is at work in a workspace; nobody where it does not know, or may not be asked. */
export async function ownNameIn({ root }: WorkspaceSession): Promise<string> {
  if (!vscode.workspace.isTrusted) return '';
  const { ownName } = await import('../node/commit/identity');
  return (await ownName(root)) ?? '';
}
