import { parentPort, workerData } from 'node:worker_threads';
import { walkWorkspace } from './walk';
import type { WalkAnswer, WalkTask } from './walkInWorker';

// Runs in a worker: looks at every file of a workspace, while the other thread loads what it needs for them.

const { files, nested, enclosed, unreadable } = walkWorkspace((workerData as WalkTask).walked);
parentPort?.postMessage(
  JSON.stringify({
    files: files.map(({ file }) => file),
    stamps: files.map(({ stamp }) => stamp),
    nested,
    enclosed,
    unreadable,
  } satisfies WalkAnswer),
);
