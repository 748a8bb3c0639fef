import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { LoadMessage, LoadTask } from '../node/loadWorker';
import { workerFile } from '../node/scanWorkspace';

/** Loads a workspace in a worker; the promise ends with it. */
export function runLoadWorker(root: string, receive: (message: LoadMessage) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const workerData: LoadTask = { root, now: Date.now(), git: vscode.workspace.isTrusted };
    const worker = new Worker(workerFile, { workerData });
    worker.on('message', receive);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}
