import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../host/session';
import { readTree } from '../host/views';
import { patience, waitFor } from '../host/waitFor';
import type { Scene } from './drive';
import {
  boxOf,
  boxState,
  clickBox,
  commitsIn,
  expand,
  gitIn,
  openPending,
  picture,
  rowNamed,
  view,
} from './pendingTree';

const criterion = 'Nadie puede entrar';
const first = 'Activar el modo mantenimiento';

/** The release in the middle of its deployment. */
async function deploying(example: string): Promise<string> {
  const file = path.join(example, 'changes/CHG-2026-0042-portal-4-2-0.md');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('estado: por_desplegar', 'estado: desplegando'));
  gitIn(example)('commit', '--quiet', '--all', '--message', 'It is being deployed');
  return example;
}

async function rollBack({ page }: Session, workspace: string): Promise<void> {
  const git = gitIn(workspace);
  const shows = (text: string) =>
    waitFor(text, async () => (await readTree(page, view)).some((row) => row.includes(text)));
  await openPending(page);
  await expand(page, 'CHG-2026-0042');
  await shows(criterion);
  await picture(page, 'abort-criteria');
  const row = rowNamed(page, 'CHG-2026-0042');
  await row.click({ button: 'right' });
  await page.locator('.monaco-menu .action-label', { hasText: 'Roll Back…' }).click({ timeout: patience });
  for (const answer of [criterion, 'Make steps of them']) {
    const offered = page.locator('.quick-input-list .monaco-list-row', { hasText: answer }).first();
    await offered.waitFor({ timeout: patience });
    await picture(page, answer === criterion ? 'rollback-reason' : 'rollback-boxes');
    await offered.click();
  }
  await boxOf(page, first).waitFor({ timeout: patience });
  const before = commitsIn(git);
  await clickBox(page, first, async () => (await boxState(page, first)) === 'true');
  await waitFor('the commit', async () => commitsIn(git) === before + 1);
  await shows('1/4');
  await picture(page, 'rolled-back');
  assert.equal(git('log', '-1', '--format=%s'), `CHG-2026-0042: tick "${first}" (1/4)`);
  assert.ok(git('log', '-2', '--format=%b').includes(`Changebook-Reason: ${criterion}`));
}

export const rollbackScenes: readonly Scene[] = [
  {
    name: 'a release is rolled back in the tree of pending deployments',
    options: { theme: 'light' },
    pictureOnly: true,
    prepare: deploying,
    play: rollBack,
  },
];
