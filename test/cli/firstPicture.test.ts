import { strict as assert } from 'node:assert';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LoadMessage, LoadTask } from '../../src/node/loadMessages';
import { folderOf } from './program';

const worker = path.resolve(__dirname, '../../dist/worker.js');
const change = (id: string, more = ''): string =>
  `---\nid: ${id}\ntype: change\ntitle: ${id}${more}\n---\n# ${id}\n`;

/** What a reading of a workspace tells before it has read it, and how many records it came to. */
interface Told {
  /** Rows that were pending where the same was read before. */
  readonly rows?: readonly string[];
  /** Files that are gone of those whose rows are shown already. */
  readonly gone?: readonly string[];
  readonly records: number;
}

/** Reads a workspace as the editor does. */
async function load(root: string, cache: string): Promise<Told> {
  const workerData: LoadTask = { root, now: Date.UTC(2026, 10, 16, 11), git: false, openConfig: [] };
  const told: { rows?: string[]; gone?: readonly string[]; records: number } = { records: 0 };
  await new Promise<void>((resolve, reject) => {
    const own = new Worker(worker, { workerData, env: { ...process.env, CHANGEBOOK_CACHE_DIR: cache } });
    own.on('message', (message: LoadMessage) => {
      own.postMessage('taken');
      if (message.kind === 'pending') told.rows = message.rows.map(({ id }) => id ?? '').sort();
      if (message.kind === 'gone') told.gone = message.files;
      if (message.kind === 'entries') told.records += message.entries.length;
    });
    own.on('error', reject);
    own.on('exit', () => resolve());
  });
  return told;
}

describe('The first picture of pending changes', () => {
  it('is that of the last time, of which it is told at once what is gone', async () => {
    const root = folderOf({ 'a.md': change('CHG-1'), 'b.md': change('CHG-2'), 'c.md': change('CHG-3') });
    const cache = mkdtempSync(path.join(tmpdir(), 'changebook-first-picture-'));
    assert.deepEqual(await load(root, cache), { records: 3 });
    assert.deepEqual(await load(root, cache), { gone: [], records: 3 });
    rmSync(path.join(root, 'b.md'));
    writeFileSync(path.join(root, 'c.md'), change('CHG-3', ' is another'));
    writeFileSync(path.join(root, 'd.md'), change('CHG-4'));
    assert.deepEqual(await load(root, cache), { gone: ['b.md'], records: 3 });
    // Another configuration may judge and name everything otherwise.
    mkdirSync(path.join(root, '.changebook'));
    writeFileSync(path.join(root, '.changebook/config.yaml'), 'language: es\n');
    assert.deepEqual(await load(root, cache), { records: 3 });
    assert.deepEqual(await load(root, cache), { gone: [], records: 3 });
    // Another folder in its place is not what somebody had open.
    renameSync(root, `${root}-before`);
    cpSync(`${root}-before`, root, { recursive: true });
    assert.deepEqual(await load(root, cache), { records: 3 });
  });

  it('is that of what its files hold where nobody had it open', async () => {
    const root = folderOf({ 'a.md': change('CHG-1'), 'b.md': change('CHG-2') });
    const cache = mkdtempSync(path.join(tmpdir(), 'changebook-first-picture-'));
    // What has only just been written may be written again in the same moment.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await load(root, cache);
    for (const name of readdirSync(cache)) if (name.endsWith('.pending')) rmSync(path.join(cache, name));
    assert.deepEqual(await load(root, cache), { rows: ['CHG-1', 'CHG-2'], records: 2 });
  });
});
