import * as vscode from 'vscode';
import { changeOfNotes, notesOf } from '../documents/releaseDocuments';
import type { RunCommand } from './runCommand';

/** `Changebook: Show Release Notes`: as a document from which notes and commands can be copied. Gives its address. */
export const showReleaseNotes: RunCommand = async ({ sessions }, asked) => {
  const target = await changeOfNotes(sessions, asked);
  if (!target) return undefined;
  const uri = notesOf(target);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true });
  return uri;
};
