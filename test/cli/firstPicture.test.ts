import { strict as assert } from 'node:assert';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LoadMessage, LoadTask } from '../../src/node/loadMessages';
import { folderOf } from './program';

const worker = path.resolve(__dirname, '../../dist/worker.js');
const change = (id: string, more = ''): string =>
  `---\nid: ${id}\ntype: change\ntitle: ${id}${more}\n---\n# ${id}\n`;

/** Reads a workspace as the editor does; gives the rows that are there before it is read, and how many records came. */
async function load(
  root: string,
  cache: string,
): Promise<{ recalled: string[] | undefined; records: number }> {
  const workerData: LoadTask = { root, now: Date.UTC(2026, 10, 16, 11), git: false, openConfig: [] };
  let recalled: string[] | undefined;
  let records = 0;
  await new Promise<void>((resolve, reject) => {
    const own = new Worker(worker, { workerData, env: { ...process.env, CHANGEBOOK_CACHE_DIR: cache } });
    own.on('message', (message: LoadMessage) => {
      own.postMessage('taken');
      if (message.kind === 'pending') recalled = message.rows.map(({ id }) => id ?? '').sort();
      if (message.kind === 'entries') records += message.entries.length;
    });
    own.on('error', reject);
    own.on('exit', () => resolve());
  });
  return { recalled, records };
}

describe('The first picture of pending changes', () => {
  it('is that of the last time, without what is another file since', async () => {
    const root = folderOf({ 'a.md': change('CHG-1'), 'b.md': change('CHG-2'), 'c.md': change('CHG-3') });
    const cache = mkdtempSync(path.join(tmpdir(), 'changebook-first-picture-'));
    assert.deepEqual(await load(root, cache), { recalled: undefined, records: 3 });
    // What has only just been written may be written again in the same moment.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await load(root, cache);
    assert.deepEqual(await load(root, cache), { recalled: ['CHG-1', 'CHG-2', 'CHG-3'], records: 3 });
    writeFileSync(path.join(root, 'b.md'), change('CHG-2', ' is another'));
    writeFileSync(path.join(root, 'd.md'), change('CHG-4'));
    assert.deepEqual(await load(root, cache), { recalled: ['CHG-1', 'CHG-3'], records: 4 });
  });
});
