// How long the tree of pending changes takes to its first picture beside a warm check of the same records, and what one
// changed file costs: `tsx test/bench/pending.ts [records]`, after a build.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IndexEntry } from '../../src/core/index/indexEntry';
import { RecordIndex } from '../../src/core/index/recordIndex';
import { type PendingRow, pendingRow } from '../../src/core/pending/pendingRow';
import { PendingView } from '../../src/core/pending/pendingView';
import { composeWorkspace } from '../../src/core/rules/composeWorkspace';
import { KeptFindings } from '../../src/core/rules/keptFindings';
import { DiskFacts } from '../../src/node/diskFacts';
import { loadConfig } from '../../src/node/loadConfig';
import type { LoadMessage, LoadTask } from '../../src/node/loadMessages';
import { makeRecords } from './makeRecords';

const project = path.resolve(__dirname, '../..');
const rounds = 5;
const now = Date.UTC(2026, 10, 16, 11);

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Milliseconds of a whole `check` in which nothing changed. */
function warmCheck(folder: string): number {
  const start = performance.now();
  const args = [path.join(project, 'dist/cli.js'), 'check', '--now', new Date(now).toISOString()];
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  if (status === 2) throw new Error('check failed');
  return performance.now() - start;
}

interface Painted {
  /** Until the first picture, and until everything was read and checked. */
  readonly ms: number;
  readonly wholeMs: number;
  readonly view: PendingView;
  readonly index: RecordIndex;
  readonly kept: KeptFindings;
}

/** Reads a workspace as the editor does, in its worker, up to the first picture: the groups with their rows. */
async function firstPicture(folder: string): Promise<Painted> {
  const start = performance.now();
  const { config } = loadConfig(folder);
  let ms: number | undefined;
  const index = new RecordIndex();
  const kept = new KeptFindings();
  const workerData: LoadTask = { root: folder, now, git: false, openConfig: [] };
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(path.join(project, 'dist/worker.js'), { workerData });
    worker.on('message', (message: LoadMessage) => {
      worker.postMessage('taken');
      if (message.kind === 'pending') {
        const first = viewOf(message.rows);
        if (first.groups().length > 0) ms = performance.now() - start;
      }
      if (message.kind !== 'entries') return;
      for (const { entry, findings, until } of message.entries) {
        index.load(entry);
        kept.hold(entry.file, until);
        kept.keep(new Map([[entry.file, findings]]));
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
  const rows = [...index.all()].flatMap((entry) => pendingRow(entry, kept.of(entry.file), config) ?? []);
  const view = viewOf(rows);
  view.groups();
  const wholeMs = performance.now() - start;
  return { ms: ms ?? wholeMs, wholeMs, view, index, kept };
}

function viewOf(rows: readonly PendingRow[]): PendingView {
  const view = new PendingView({ grouping: 'window', filter: {}, language: 'en', states: [] });
  view.change(
    rows.map((row) => [row.file, row] as const),
    now,
  );
  return view;
}

/** Milliseconds of each change of one file: its rules, those of the records that it concerns, and its rows. */
function changes(folder: string, { view, index, kept }: Painted): number[] {
  const { config } = loadConfig(folder);
  const workspace = composeWorkspace({ config, index, files: new DiskFacts(folder), git: undefined, now });
  const open = [...index.all()].filter(({ file }) => view.of(file)?.row.start !== undefined).slice(0, 300);
  return open.map((entry) => {
    const moved: IndexEntry = { ...entry, summary: { ...entry.summary, title: `${entry.summary.title}!` } };
    const later = moved.summary.change?.start ?? 0;
    const change = { ...moved.summary.change, start: later + 60_000 } as IndexEntry['summary']['change'];
    const summary = change ? { ...moved.summary, change } : moved.summary;
    const start = performance.now();
    const affected = index.update(entry.file, { ...moved, summary });
    const found = kept.check([entry.file, ...affected], workspace);
    const rows = [...found].map(([file, findings]) => {
      const own = index.entry(file);
      return [file, own && pendingRow(own, findings, config)] as const;
    });
    view.change(rows, now);
    view.groups();
    return performance.now() - start;
  });
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 10_000);
  const scratch = mkdtempSync(path.join(tmpdir(), 'changebook-pending-'));
  process.env.CHANGEBOOK_CACHE_DIR = path.join(scratch, 'cache');
  const folder = path.join(scratch, 'records');
  mkdirSync(folder);
  try {
    makeRecords(folder, count, 7);
    warmCheck(folder);
    const [checks, pictures, wholes]: [number[], number[], number[]] = [[], [], []];
    let last = await firstPicture(folder);
    for (let round = 0; round < rounds; round++) {
      checks.push(warmCheck(folder));
      last = await firstPicture(folder);
      pictures.push(last.ms);
      wholes.push(last.wholeMs);
    }
    const [check, picture] = [median(checks), median(pictures)];
    const costs = changes(folder, last).sort((a, b) => a - b);
    const [middle, most] = [median(costs), costs[Math.floor(costs.length * 0.95)] ?? 0];
    const pending = [...last.view.all()].length;
    console.log(
      `${count} records, ${pending} pending: warm check ${check.toFixed(0)} ms, first picture ${picture.toFixed(0)} ms`,
    );
    console.log(
      `ratio ${(picture / check).toFixed(2)} (under 1.5); everything read and checked after ${median(wholes).toFixed(0)} ms`,
    );
    console.log(
      `one changed file: ${middle.toFixed(2)} ms, 95 of 100 under ${most.toFixed(2)} ms (under 10)`,
    );
    process.exitCode = picture < 1.5 * check && middle < 10 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
