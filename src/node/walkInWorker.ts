import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FoundFile, WalkResult } from './walk';

/** What the worker is asked for; plain data. */
export interface WalkTask {
  readonly walked: string;
}

/** What it answers, as JSON: columns of ten thousand files are read in the time of some hundred objects. */
export interface WalkAnswer extends Pick<WalkResult, 'nested' | 'enclosed' | 'unreadable'> {
  readonly files: readonly string[];
  readonly stamps: readonly string[];
}

/**
 * Begins to walk a workspace in a worker, while this thread loads what it needs for the files. Undefined where there is no
 * worker; its answer is undefined where it failed, and the caller walks then.
 */
export function walkInWorker(root: string): Promise<WalkResult | undefined> | undefined {
  const workerFile = join(__dirname, 'worker.js');
  if (!existsSync(workerFile)) return undefined;
  const worker = new Worker(workerFile, { workerData: { walked: root } satisfies WalkTask });
  return new Promise((resolve) => {
    worker.on('message', (answer: string) => resolve(walkedIn(JSON.parse(answer) as WalkAnswer)));
    worker.on('error', () => resolve(undefined));
    worker.on('exit', () => resolve(undefined));
  });
}

function walkedIn({ files, stamps, nested, enclosed, unreadable }: WalkAnswer): WalkResult {
  const found = files.map((file, at): FoundFile => ({ file, stamp: stamps[at] ?? '' }));
  return { files: found, nested, enclosed, unreadable };
}
