import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Session } from '../host/session';
import { waitFor } from '../host/waitFor';
import { findWebview } from '../host/webview';
import { goToLine, openFile, runCommandByTitle, takeScreenshot, typeText } from '../host/workbench';
import type { Scene } from './drive';

// Notices as a person drafts them: looked at, changed while the record is typed, mended and copied.

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';
const harbour = 'changes/CHG-2026-0044-harbour-single-sign-on.md';

async function openNotice(page: Page, file: string, title = 'Changebook: Preview Notice…'): Promise<Frame> {
  await openFile(page, file);
  await runCommandByTitle(page, title);
  const frame = await findWebview(page, '#letter p');
  await frame.locator('#kinds button').first().waitFor({ timeout: 10_000 });
  return frame;
}

async function spanishNotice({ page }: Session): Promise<void> {
  const frame = await openNotice(page, record, 'Changebook: Previsualizar un aviso…');
  assert.equal(await frame.locator('[data-language=es]').getAttribute('aria-pressed'), 'true');
  await takeScreenshot(page, path.join(pictures, 'notice-spanish-dark.png'));
}

/** Other kinds, another language, a title typed behind it that would run if it could, and the clipboard. */
async function liveNotice({ page }: Session): Promise<void> {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|ran-anyway/i.test(message.text())) wrong.push(message.text());
  });
  page.on('dialog', (dialog) => {
    wrong.push(dialog.message());
    void dialog.dismiss();
  });
  const frame = await openNotice(page, harbour);
  await frame.locator('#others').selectOption('start');
  await frame.locator('#kinds [data-kind=start][aria-pressed=true]').waitFor({ timeout: 10_000 });
  await takeScreenshot(page, path.join(pictures, 'notice-start-light.png'));
  const english = await frame.locator('#subject').textContent();
  await frame.locator('[data-language=es]').click();
  await waitFor('Spanish', async () => (await frame.locator('#subject').textContent()) !== english);
  await page.locator('.tab[data-resource-name="CHG-2026-0044-harbour-single-sign-on.md"]').click();
  await goToLine(page, 4, 1);
  await page.keyboard.press('End');
  await typeText(page, ' <img src=x onerror=alert(1)><script>alert(2)</script>');
  await waitFor('what was typed', async () =>
    (await frame.locator('#subject').textContent())?.includes('<script>alert(2)'),
  );
  assert.equal(await frame.locator('#letter script, #letter img, #subject img').count(), 0);
  await frame.locator('#copy').click();
  await frame.locator('#said', { hasText: 'rich text' }).waitFor({ timeout: 5000 });
  await takeScreenshot(page, path.join(pictures, 'notice-hostile-light.png'));
  assert.deepEqual(wrong, []);
}

/** A placeholder blocks copying, says why, and leads to its place. */
async function gapInNotice({ page }: Session, workspace: string): Promise<void> {
  const file = path.join(workspace, harbour);
  await writeFile(file, (await readFile(file, 'utf8')).replace('Single sign-on for', 'TBD for'));
  const frame = await openNotice(page, harbour);
  await frame.locator('#gapList button').first().waitFor({ timeout: 10_000 });
  assert.equal(await frame.locator('#copy').getAttribute('aria-disabled'), 'true');
  assert.ok((await frame.locator('.gap').count()) > 0);
  await takeScreenshot(page, path.join(pictures, 'notice-gap-dark.png'));
  await frame.locator('#gapList button').first().click();
  await page.locator('text=/Ln 4, Col/').first().waitFor({ timeout: 10_000 });
}

/** The preview of notices. */
export const noticeScenes: readonly Scene[] = [
  { name: 'a notice is drafted in Spanish', options: { theme: 'dark', locale: 'es' }, play: spanishNotice },
  { name: 'a notice follows what is typed, and runs nothing', options: { theme: 'light' }, play: liveNotice },
  { name: 'a notice with a gap cannot be copied', options: { theme: 'dark' }, play: gapInNotice },
];
