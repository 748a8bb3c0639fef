import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import { FileScanner, type ScannedBatch, type ScannedFiles, type ScanTask, type ToldRows } from './scanFile';

/**
 * So many files for each worker make it worth having: it loads and warms up, and has compiled by V8, what this thread has
 * anyway. With one, 500 files took 40 % more processor time, and of this thread's hardly less.
 */
export const worthAWorker = 700;
/** Files that this thread takes at a time. */
const batchSize = 32;

/** A worker that may take less lets less garbage come together: it needs a tenth of this. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 };

/** The bundled worker beside the bundle that runs. */
export const workerFile = join(__dirname, 'worker.js');

/**
 * Scans files with every processor: this thread and workers for further ones take files from one list.
 *
 * @param config what follows from the texts of the configuration
 * @param take told what came of some files, in no order
 * @param progress told how many files this thread has finished
 */
export async function scanFiles(
  input: Omit<ScanTask, 'cursor'>,
  config: WorkspaceConfig,
  take: (scanned: ScannedFiles) => void,
  progress: (done: number) => void = () => {},
): Promise<void> {
  const task: ScanTask = { ...input, cursor: new SharedArrayBuffer(4) };
  const left = new Set(task.files);
  const taken = ({ bytes, delivery, told, unreadable }: ScannedBatch): void => {
    const { rows, asked } = JSON.parse(told) as ToldRows;
    const packed = { bytes, delivery, rows };
    for (const file of packed.rows.files) left.delete(file);
    for (const { file } of unreadable) left.delete(file);
    take({ packed, unreadable, asked });
  };
  const workers = Array.from({ length: workersFor(task.files.length) }, () => runWorker(task, taken));
  const scanner = new FileScanner(task.root, task.texts, config);
  for (const { scanned, end } of scanner.scanShared(task, batchSize)) {
    taken(scanned);
    progress(end);
    // What workers found meanwhile is taken now, or all of it would wait in memory to the end.
    await setImmediate();
  }
  await Promise.all(workers);
  // What a worker took before it ended was checked by nobody.
  const unreadable = [...left].map((file) => ({ file, error: 'EWORKER' }));
  const none = { files: [], ids: [], lengths: [], sums: [], keys: [], askNames: [], askHistory: [] };
  const nothing = new Uint8Array(0);
  if (unreadable.length > 0)
    take({ packed: { bytes: nothing, delivery: nothing, rows: none }, unreadable, asked: [] });
}

/** How many workers so many files are worth, where there are processors for them. */
function workersFor(files: number): number {
  const worth = Math.floor(files / worthAWorker);
  return worth > 0 && existsSync(workerFile) ? Math.min(worth, Math.min(cpus().length, 8) - 1) : 0;
}

/** Runs one worker to its end, taking what it finds. What one that fails had taken is missed then. */
function runWorker(task: ScanTask, take: (batch: ScannedBatch) => void): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: task, resourceLimits });
    worker.on('message', take);
    worker.on('error', () => resolve());
    worker.on('exit', () => resolve());
  });
}
