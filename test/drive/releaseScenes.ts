import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../host/session';
import { patience, waitFor } from '../host/waitFor';
import {
  openFile,
  quickInputRows,
  runCommandByTitle,
  takeScreenshot,
  visibleEditorLines,
} from '../host/workbench';
import type { Scene } from './drive';

// What leaves a change as a file: its release notes and its calendar entry, as a person asks for them.

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';

async function releaseNotes({ page }: Session): Promise<void> {
  await openFile(page, record);
  await runCommandByTitle(page, 'Changebook: Show Release Notes');
  await waitFor('the notes', async () => {
    return (await visibleEditorLines(page)).some((line) => line.includes('[4.2.0]'));
  });
  const lens = page.locator('.codelens-decoration a', { hasText: 'Copy commands' });
  await lens.first().waitFor({ timeout: patience });
  await takeScreenshot(page, path.join(pictures, 'release-notes.png'));
  await lens.first().click();
}

async function calendarFile({ page }: Session, workspace: string): Promise<void> {
  await openFile(page, record);
  await runCommandByTitle(page, 'Changebook: Save Calendar File…');
  const rowsWith = async (text: string): Promise<string[]> =>
    waitFor(text, async () => {
      const rows = await quickInputRows(page);
      return rows.some((row) => row.includes(text)) ? rows : undefined;
    });
  await rowsWith('this change');
  await takeScreenshot(page, path.join(pictures, 'calendar-file-what.png'));
  await page.keyboard.press('Enter');
  await rowsWith('An invitation to');
  await takeScreenshot(page, path.join(pictures, 'calendar-file-whom.png'));
  await page.keyboard.press('Enter');
  await page
    .locator('.quick-input-title', { hasText: 'Save the calendar file' })
    .waitFor({ timeout: patience });
  await takeScreenshot(page, path.join(pictures, 'calendar-file-where.png'));
  await page.locator('.quick-input-widget .quick-input-action', { hasText: 'OK' }).first().click();
  const file = await waitFor('the file', async () =>
    (await readdir(workspace)).find((name) => name === 'CHG-2026-0042.ics'),
  );
  assert.match(await readFile(path.join(workspace, file), 'utf8'), /^BEGIN:VCALENDAR\r\n/);
  await page.locator('.notification-list-item-message', { hasText: 'Saved CHG-2026-0042.ics' }).waitFor();
  await takeScreenshot(page, path.join(pictures, 'calendar-file-saved.png'));
}

export const releaseScenes: readonly Scene[] = [
  {
    name: 'release notes are shown, with commands to copy',
    options: { theme: 'dark' },
    pictureOnly: true,
    play: releaseNotes,
  },
  { name: 'a calendar file is saved', options: { theme: 'light' }, pictureOnly: true, play: calendarFile },
];
