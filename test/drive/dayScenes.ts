import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Session } from '../host/session';
import { openViewContainer, readTree } from '../host/views';
import { patience, waitFor } from '../host/waitFor';
import { pressNotificationButton, runCommandByTitle, takeScreenshot } from '../host/workbench';
import type { Scene } from './drive';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const view = 'Pending Deployments';

function change(id: string, front: string): string {
  return `---\nid: ${id}\ntype: change\ntitle: ${id} of today\n${front}---\n# ${id} of today\n\n## Summary\n\nOf today.\n`;
}

function window(minutes: number): string {
  const start = new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
  return `schedule: { start: "${start}", duration: 1h }\n`;
}

/** Two folders: in one a change lies ahead, in the other one should have ended. */
async function twoFolders(example: string): Promise<string> {
  const around = path.dirname(example);
  const files = {
    'north/changes/CHG-2026-0951.md': change('CHG-2026-0951', window(60 * 24 * 9)),
    'south/changes/CHG-2026-0952.md': change('CHG-2026-0952', `status: releasing\n${window(-90)}`),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(around, file)), { recursive: true });
    await writeFile(path.join(around, file), text);
  }
  const both = path.join(around, 'both.code-workspace');
  await writeFile(both, JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }] }));
  return both;
}

async function reminded({ page }: Session, both: string): Promise<void> {
  await waitBehindBell(page, 'CHG-2026-0952 of today is beyond the end of its window');
  await takeScreenshot(page, path.join(pictures, 'overrun.png'));
  await openViewContainer(page, 'Changebook');
  const rows = await waitFor('both folders', async () => {
    const shown = await readTree(page, view);
    return ['north', 'south'].every((name) => shown.some((row) => row.startsWith(name))) ? shown : undefined;
  });
  for (const id of ['CHG-2026-0951', 'CHG-2026-0952'])
    assert.ok(
      rows.some((row) => row.includes(id)),
      rows.join(' | '),
    );
  const badge = page.locator('.part.activitybar .action-label[aria-label^="Changebook"]').first();
  assert.match((await badge.getAttribute('aria-label')) ?? '', /1 overdue, 0 due today/);
  await pressNotificationButton(page, 'is beyond the end', 'Draft delay notice');
  await page.locator('.tab.active', { hasText: 'CHG-2026-0952' }).waitFor({ timeout: patience });
  await writeFile(
    path.join(path.dirname(both), 'north/changes/CHG-2026-0951.md'),
    change('CHG-2026-0951', window(10)),
  );
  await waitBehindBell(page, 'CHG-2026-0951 CHG-2026-0951 of today begins within 15 min');
  await takeScreenshot(page, path.join(pictures, 'reminder.png'));
  await pressNotificationButton(page, 'begins within 15 min', 'Open record');
  await page.locator('.tab.active', { hasText: 'CHG-2026-0951.md' }).waitFor({ timeout: patience });
}

/** A toast goes after some seconds; what it said stays behind the bell. */
async function waitBehindBell(page: Page, text: string): Promise<void> {
  const message = page.locator('.notification-list-item-message', { hasText: text }).first();
  await waitFor(`“${text}”`, async () => {
    if (await message.isVisible()) return true;
    await runCommandByTitle(page, 'Notifications: Show Notifications');
    await page.waitForTimeout(500);
    return false;
  });
}

async function emptyFolder(example: string): Promise<string> {
  const folder = path.join(path.dirname(example), 'empty');
  await mkdir(folder);
  return folder;
}

async function welcomed({ page }: Session, folder: string): Promise<void> {
  await openViewContainer(page, 'Changebook');
  await says(page, 'No record yet, and no git repository');
  await page.locator('.welcome-view-content .monaco-button', { hasText: 'Initialize Repository' }).waitFor();
  await page.locator('.pane-header[aria-label^="Procedures"]').click();
  await says(page, 'A procedure is a record of type');
  await takeScreenshot(page, path.join(pictures, 'welcome.png'));
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  await says(page, 'Set up this folder, or begin with a change');
  await takeScreenshot(page, path.join(pictures, 'welcome-git.png'));
  await writeFile(path.join(folder, 'CHG-2026-0953.md'), change('CHG-2026-0953', 'status: cancelled\n'));
  await says(page, 'Nothing is pending');
  await followed(page, folder);
}

/** The row of a procedure says which changes follow it as soon as one of them does, or no longer does. */
async function followed(page: Page, folder: string): Promise<void> {
  const procedure = '---\nid: PROC-A\ntype: procedure\ntitle: As always\nversion: 1.0.0\n---\n# As always\n';
  await writeFile(path.join(folder, 'PROC-A.md'), procedure);
  const row = (text: string) =>
    waitFor(text, async () => (await readTree(page, 'Procedures')).some((shown) => shown.includes(text)));
  await row('PROC-A');
  const follow = (front: string): Promise<void> =>
    writeFile(path.join(folder, 'CHG-2026-0954.md'), change('CHG-2026-0954', front));
  await follow('procedure: PROC-A@1.0.0\n');
  await row('1 pending change');
  await follow('');
  await waitFor('no change that follows it', async () =>
    (await readTree(page, 'Procedures')).every((shown) => !shown.includes('pending')),
  );
}

async function says(page: Page, text: string): Promise<void> {
  await page.locator('.welcome-view-content', { hasText: text }).first().waitFor({ timeout: patience });
}

/** What a person is told without asking: reminders, the badge, and what to begin with. */
export const dayScenes: readonly Scene[] = [
  {
    name: 'what begins soon and what is overrun is told once, in a workspace of two folders',
    options: { theme: 'light', settings: { 'changebook.reminders': true } },
    prepare: twoFolders,
    play: reminded,
  },
  {
    name: 'an empty folder says what to begin with',
    options: { theme: 'light' },
    window: 'empty',
    prepare: emptyFolder,
    play: welcomed,
  },
];
