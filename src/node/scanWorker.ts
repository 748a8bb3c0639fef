import { parentPort, workerData } from 'node:worker_threads';
import { FileScanner, type ScanTask } from './scanFile';
import { useSharedStores } from './sharedStores';

// Runs in a worker: takes files from the shared list until none is left, and sends what it found in batches.

/** Files taken at a time: few enough to share the work evenly, enough to make a message worth sending. */
const batchSize = 64;

useSharedStores();
const task = workerData as ScanTask;
const scanner = new FileScanner(task.root, task.texts);
for (const { scanned } of scanner.scanShared(task, batchSize)) parentPort?.postMessage(scanned);
