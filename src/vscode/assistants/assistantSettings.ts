import * as vscode from 'vscode';

/** How assistants reach the records: as tools of the chat, as a server, or not at all. */
export function offeredToAssistants(): string {
  return vscode.workspace.getConfiguration('changebook').get('assistants.offer', 'tools');
}

/** Whether assistants may commit; a workspace cannot say so for its reader. */
export function allowsWrites(): boolean {
  return vscode.workspace.getConfiguration('changebook').get('assistants.allowWrites') === true;
}
