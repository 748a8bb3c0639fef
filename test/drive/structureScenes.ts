import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { patience, waitFor } from '../host/waitFor';
import {
  goToLine,
  openFile,
  primaryKey,
  quickInputRows,
  runCommandByTitle,
  statusBarTexts,
  takeScreenshot,
} from '../host/workbench';
import type { Scene } from './drive';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';

/** The parts of a record, gone to by keys alone. */
export const structureScenes: readonly Scene[] = [
  {
    name: 'the parts of a record in outline and breadcrumbs',
    options: { theme: 'light' },
    window: 'records',
    play: ({ page }, workspace) =>
      lookAtParts(page, workspace, { locale: 'en', outline: 'Explorer: Focus on Outline View' }),
  },
  {
    name: 'the parts of a record in a Spanish editor',
    options: { locale: 'es' },
    window: 'Spanish',
    play: ({ page }, workspace) =>
      lookAtParts(page, workspace, { locale: 'es', outline: 'Explorer: Focus on Outline View' }),
  },
];

async function lookAtParts(
  page: Page,
  workspace: string,
  { locale, outline }: { locale: string; outline: string },
): Promise<void> {
  const text = await readFile(path.join(workspace, record), 'utf8');
  await openFile(page, record);
  await goToLine(page, 89, 10);
  await waitFor('the step in the breadcrumbs', async () =>
    (await page.locator('.breadcrumbs-below-tabs .monaco-breadcrumb-item').allInnerTexts()).some((text) =>
      text.includes('Rama de publicación creada'),
    ),
  );
  await goToSymbol(page, 'aprobaciones', path.join(pictures, `symbols-${locale}.png`));
  await waitForCursor(page, text, 'aprobaciones:');
  await goToSymbol(page, 'Migraciones', path.join(pictures, `symbols-step-${locale}.png`));
  await waitForCursor(page, text, '- [ ] Migraciones aplicadas');
  await runCommandByTitle(page, outline);
  await page.locator('.outline-pane .monaco-list-row').first().waitFor({ timeout: patience });
  await takeScreenshot(page, path.join(pictures, `outline-${locale}.png`));
}

/** Goes to a symbol of the editor by keys. */
async function goToSymbol(page: Page, name: string, picture: string): Promise<void> {
  await page.keyboard.press(`${primaryKey}+Shift+KeyO`);
  await page.keyboard.type(name);
  await waitFor(`the symbol ${name}`, async () => (await quickInputRows(page))[0]?.includes(name) ?? false);
  await takeScreenshot(page, picture);
  await page.keyboard.press('Enter');
}

/** Waits until the cursor is on the line that begins so. */
async function waitForCursor(page: Page, text: string, start: string): Promise<void> {
  const line = text.split('\n').findIndex((one) => one.startsWith(start)) + 1;
  await waitFor(`the cursor at ${start}`, async () =>
    (await statusBarTexts(page)).some((said) => said.includes(` ${line}, `)),
  );
}
