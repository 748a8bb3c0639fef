import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ConfigText } from '../core/config/configFiles';
import { FileScanner, type ScanResult } from './scanFile';
import type { FoundFile } from './walk';

/** What a scan needs; plain data, since it goes to workers. */
export interface ScanTask {
  readonly root: string;
  readonly texts: readonly ConfigText[];
  readonly files: readonly Pick<FoundFile, 'file'>[];
  /** One shared number: the next file that nobody has taken yet. */
  readonly cursor: SharedArrayBuffer;
}

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
  const next = new Int32Array(task.cursor);
  const scanner = new FileScanner(task.root, task.texts);
  for (;;) {
    const from = Atomics.add(next, 0, batchSize);
    if (from >= task.files.length) break;
    for (const { file } of task.files.slice(from, from + batchSize)) results.push(scanner.scan(file));
    progress(Math.min(from + batchSize, task.files.length));
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
