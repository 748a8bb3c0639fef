import * as vscode from 'vscode';
import { mayBeRecord } from '../documents/recordSchemes';
import type { Sessions } from '../session/sessions';

/** A pause in typing after which a document is checked: short enough to feel immediate. */
const pauseMs = 120;

/** Checks documents when they are opened and while they are typed in. */
export function watchDocuments(sessions: Sessions): vscode.Disposable {
  const timers = new Map<string, NodeJS.Timeout>();
  const stop = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  const later = (document: vscode.TextDocument): void => {
    stop(document);
    const { version } = document;
    const timer = setTimeout(() => {
      timers.delete(document.uri.toString());
      // A newer version has a timer of its own.
      if (!document.isClosed && document.version === version) sessions.check(document);
    }, pauseMs);
    timers.set(document.uri.toString(), timer);
  };
  const disposables = [
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (mayBeRecord(document)) later(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && mayBeRecord(document)) later(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      stop(document);
      if (mayBeRecord(document)) void sessions.forget(document);
    }),
    new vscode.Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  ];
  for (const document of vscode.workspace.textDocuments) if (mayBeRecord(document)) later(document);
  return vscode.Disposable.from(...disposables);
}
