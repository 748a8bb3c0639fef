import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Session } from '../host/session';
import { patience, waitFor } from '../host/waitFor';
import { openFile, quickInputRows, runCommandByTitle, takeScreenshot } from '../host/workbench';
import type { Scene } from './drive';

const picture = path.resolve(__dirname, '../../.vscode-test/screenshots/assistant-server.png');

/** What the editor itself makes of what is offered to assistants. */
export const assistantScenes: readonly Scene[] = [
  {
    name: 'the server for assistants is started by the editor',
    options: {
      theme: 'light',
      settings: { 'chat.disableAIFeatures': false, 'changebook.assistants.offer': 'server' },
    },
    pictureOnly: true,
    play: startServer,
  },
];

async function startServer({ page }: Session): Promise<void> {
  await openFile(page, 'README.md');
  await waitFor('the server of this folder', async () => {
    if ((await servers(page)).some((row) => /^Changebook, Stopped/.test(row))) return true;
    await page.keyboard.press('Escape');
    return false;
  });
  const row = page.locator('.quick-input-list .monaco-list-row');
  await row.filter({ hasText: 'Changebook' }).first().click({ timeout: patience });
  await row.filter({ hasText: 'Start Server' }).first().click({ timeout: patience });
  await waitFor('the server to answer', async () => {
    if ((await servers(page)).some((row) => /^Changebook, Running/.test(row))) return true;
    await page.keyboard.press('Escape');
    return false;
  });
  await row.filter({ hasText: 'Changebook' }).first().click({ timeout: patience });
  await row.filter({ hasText: 'Show Output' }).first().click({ timeout: patience });
  await page
    .locator('.part.panel .view-line', { hasText: /Discovered.\d+.tools/ })
    .waitFor({ timeout: patience });
  await takeScreenshot(page, picture);
}

/** The servers that the editor knows, in the list that is then open. */
async function servers(page: Page): Promise<string[]> {
  await runCommandByTitle(page, 'MCP: List Servers');
  await page.waitForTimeout(1500);
  return quickInputRows(page);
}
