import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { patience, waitFor } from '../host/waitFor';
import {
  goToLine,
  openFile,
  primaryKey,
  runCommandByTitle,
  takeScreenshot,
  waitForNotification,
} from '../host/workbench';
import type { Scene } from './drive';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const ticket = 'tickets/TKT-2026-0104.md';
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';
const renamed = 'changes/CHG-2026-0744-portal-4-2-0.md';

/** From a ticket to its change, to everywhere that it is named, and to another id, by keys alone. */
export const renameScenes: readonly Scene[] = [
  {
    name: 'a name is followed and changed by keys',
    options: { theme: 'light' },
    window: 'records',
    play: ({ page }, workspace) => followAndRename(page, workspace, 'en'),
  },
  {
    name: 'a name is followed and changed in a Spanish editor',
    options: { locale: 'es' },
    window: 'Spanish',
    play: ({ page }, workspace) => followAndRename(page, workspace, 'es'),
  },
];

async function followAndRename(page: Page, workspace: string, locale: 'en' | 'es'): Promise<void> {
  const picture = (name: string) => takeScreenshot(page, path.join(pictures, `${name}-${locale}.png`));
  const textOf = (file: string) => readFile(path.join(workspace, file), 'utf8');
  await openFile(page, ticket);
  await goToLine(page, 11, 12);
  await waitFor('the change behind the id', async () => {
    await page.keyboard.press('F12');
    const tab = page.locator(`.tab.active[data-resource-name="${path.basename(record)}"]`);
    await tab.waitFor({ timeout: 4000 }).catch(() => undefined);
    return tab.isVisible();
  });
  const places = page.locator('.reference-zone-widget .ref-tree .monaco-list-row').first();
  await waitFor('the places that name it', async () => {
    await page.keyboard.press('Shift+F12');
    await places.waitFor({ timeout: 8000 }).catch(() => undefined);
    return places.isVisible();
  });
  await picture('references');
  await page.keyboard.press('Escape');
  await goToLine(page, 2, 8);
  await renameTo(page, 'CHG-2026-0044', () => picture('rename'));
  assert.match(await waitForNotification(page, 'CHG-2026-0044'), /changes\/CHG-2026-0044/);
  await picture('rename-taken');
  await runCommandByTitle(page, 'Notifications: Clear All Notifications');
  await renameTo(page, 'CHG-2026-0744');
  const question = page.locator('.quick-input-widget', { hasText: 'CHG-2026-0042: ' });
  await question.waitFor({ timeout: patience });
  await picture('rename-stale');
  await page.keyboard.press('Enter');
  await waitFor('the file under its new name', async () => existsSync(path.join(workspace, renamed)));
  await waitFor('the ticket that names it', async () =>
    (await textOf(ticket)).includes('cambio: CHG-2026-0744'),
  );
  await waitFor('the new id', async () => (await textOf(renamed)).startsWith('---\nid: CHG-2026-0744\n'));
  await picture('renamed');
  await page.keyboard.press(`${primaryKey}+KeyZ`);
  await waitFor('the file under its old name', async () => existsSync(path.join(workspace, record)));
  assert.ok(!existsSync(path.join(workspace, renamed)));
  await picture('rename-undone');
}

/** Types another name into the box of a rename. */
async function renameTo(page: Page, name: string, look?: () => Promise<unknown>): Promise<void> {
  const box = page.locator('.rename-box input');
  await waitFor('the box of the rename', async () => {
    if (await box.isVisible()) return true;
    await page.keyboard.press('F2');
    await box.waitFor({ timeout: 3000 }).catch(() => undefined);
    return box.isVisible();
  });
  await look?.();
  await box.fill(name);
  await page.keyboard.press('Enter');
}
