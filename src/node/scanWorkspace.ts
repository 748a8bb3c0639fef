import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FileScanner, type ScanResult, type ScanTask } from './scanFile';

/** A worker must first load and warm up what this thread has ready; for fewer files that is not worth it. */
const worthAWorker = 1200;
/** Files that this thread takes at a time. */
const batchSize = 32;

/** The bundled worker beside the bundle that runs. */
export const workerFile = join(__dirname, 'worker.js');

/**
 * Scans files with every processor: this thread and one worker for each further core take files from one list.
 *
 * @param progress told how many files this thread has finished
 */
export async function scanFiles(
  input: Omit<ScanTask, 'cursor'>,
  progress: (done: number) => void = () => {},
): Promise<ScanResult[]> {
  const task: ScanTask = { ...input, cursor: new SharedArrayBuffer(4) };
  const results: ScanResult[] = [];
  const further =
    task.files.length >= worthAWorker && existsSync(workerFile) ? Math.min(cpus().length, 8) - 1 : 0;
  const workers = Array.from({ length: further }, () => runWorker(task, results));
  const scanner = new FileScanner(task.root, task.texts);
  for (const { results: batch, end } of scanner.scanShared(task, batchSize)) {
    results.push(...batch);
    progress(end);
  }
  await Promise.all(workers);
  // What a worker took before it ended was checked by nobody.
  const told = new Set(results.map(({ file }) => file));
  for (const { file } of task.files) if (!told.has(file)) results.push({ file, error: 'EWORKER' });
  return results;
}

/** Runs one worker to its end, adding what it finds. What one that fails had taken is missed then. */
function runWorker(task: ScanTask, results: ScanResult[]): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: task });
    worker.on('message', (batch: ScanResult[]) => {
      for (const result of batch) results.push(result);
    });
    worker.on('error', () => resolve());
    worker.on('exit', () => resolve());
  });
}
