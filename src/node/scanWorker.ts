import { parentPort, workerData } from 'node:worker_threads';
import { FileScanner, type ScanResult } from './scanFile';
import type { ScanTask } from './scanWorkspace';
import { useSharedStores } from './sharedStores';

// Runs in a worker: takes files from the shared list until none is left, and sends what it found in batches.

/** Files taken at a time: few enough to share the work evenly, enough to make a message worth sending. */
const batchSize = 64;

useSharedStores();
const task = workerData as ScanTask;
const next = new Int32Array(task.cursor);
const scanner = new FileScanner(task.root, task.texts);

for (;;) {
  const from = Atomics.add(next, 0, batchSize);
  if (from >= task.files.length) break;
  const results: ScanResult[] = [];
  for (const { file } of task.files.slice(from, from + batchSize)) results.push(scanner.scan(file));
  parentPort?.postMessage(results);
}
