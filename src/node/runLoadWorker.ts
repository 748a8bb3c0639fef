import { Worker } from 'node:worker_threads';
import type { LoadMessage, LoadTask } from './loadMessages';
import { workerFile } from './scanWorkspace';

/** Loads a workspace in a worker, as of now; the promise ends with it. */
export function runLoadWorker(
  task: Omit<LoadTask, 'now'>,
  receive: (message: LoadMessage) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const workerData: LoadTask = { ...task, now: Date.now() };
    const worker = new Worker(workerFile, { workerData });
    worker.on('message', (message: LoadMessage) => {
      receive(message);
      worker.postMessage('taken');
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}
