import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openProblems, readProblems } from '../host/problems';
import type { Session } from '../host/session';
import { clickTreeRow, openViewContainer, readTree } from '../host/views';
import { waitFor } from '../host/waitFor';
import { findWebview } from '../host/webview';
import { goToLine, listCommands, runCommandByTitle, takeScreenshot } from '../host/workbench';
import type { Scene } from './drive';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const id = 'CHG-2026-0044';
const record = 'changes/CHG-2026-0044-harbour-single-sign-on.md';

/** The packaged extension where there is no disk, no git and no Node: what a reviewer on github.dev meets. */
export const webScenes: readonly Scene[] = [
  {
    name: 'in the browser records are read and nothing is committed',
    options: { theme: 'light', web: true },
    aroundToday: true,
    play: readInBrowser,
  },
];

function picture(page: Page, name: string): Promise<string> {
  return takeScreenshot(page, path.join(pictures, `web-${name}.png`));
}

async function readInBrowser({ page }: Session, workspace: string): Promise<void> {
  await openViewContainer(page, 'Changebook');
  await waitFor('the pending deployments', async () =>
    (await readTree(page, 'Pending Deployments')).some((row) => row.includes(id)),
  );
  await openParts(page);
  await page.locator('.part.sidebar .pane-header[aria-label^="Procedures"]').click();
  await waitFor('the procedures', async () => (await readTree(page, 'Procedures')).length > 0);
  await clickTreeRow(page, 'Pending Deployments', id);
  await openProblems(page);
  await waitFor('the problems', async () => (await readProblems(page)).length > 5);
  const lines = (await readFile(path.join(workspace, record), 'utf8')).split('\n');
  await goToLine(page, lines.indexOf('## Deployment') + 1);
  await page.locator('.codelens-decoration', { hasText: 'Preview notice' }).first().waitFor();
  await picture(page, 'record');
  await offersNoCommits(page);
  await runCommandByTitle(page, 'Changebook: Preview Notice…');
  const notice = await findWebview(page, '#letter');
  await notice.locator('#letter p').first().waitFor();
  await picture(page, 'notice');
  await runCommandByTitle(page, 'Changebook: Show Deployment Calendar');
  const calendar = await findWebview(page, '#picture svg');
  await calendar.locator('#picture svg a, #picture svg [tabindex]').first().waitFor();
  await picture(page, 'calendar');
}

/** Opens a change in the tree: its steps are there, without boxes to tick. */
async function openParts(page: Page): Promise<void> {
  await clickTreeRow(page, 'Pending Deployments', id);
  await page.keyboard.press('ArrowRight');
  await waitFor('the parts of the change', async () =>
    (await readTree(page, 'Pending Deployments')).some((row) => row.includes('Approvals')),
  );
  assert.equal(await page.locator('.part.sidebar .custom-view-tree-node-item-checkbox').count(), 0);
  await picture(page, 'pending');
}

/** The palette lists what reads, and nothing that would be a commit. */
async function offersNoCommits(page: Page): Promise<void> {
  const listed = (await listCommands(page, 'Changebook: ')).join('\n');
  for (const there of ['Check Workspace', 'Show Deployment Calendar', 'Preview Notice…'])
    assert.ok(listed.includes(there), listed);
  for (const hidden of ['Tick', 'Approve…', 'Advance Status…', 'New Change', 'Push Records'])
    assert.ok(!listed.includes(`Changebook: ${hidden}`), listed);
}
