import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { suggested } from '../host/suggestions';
import { patience, waitFor } from '../host/waitFor';
import {
  goToLine,
  openFile,
  primaryKey,
  quickInputRows,
  runCommandByTitle,
  takeScreenshot,
  typeText,
  visibleEditorLines,
} from '../host/workbench';
import type { Scene } from './drive';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';
const procedure = 'procedures/PROC-RELEASE.md';

/** What a record names: followed, looked at and found by keys alone. */
export const findingScenes: readonly Scene[] = [
  {
    name: 'what a record names is found by keys',
    options: { theme: 'light' },
    window: 'records',
    play: ({ page }, workspace) =>
      findByKeys(page, workspace, { locale: 'en', decides: 'Performs deployment' }),
  },
  {
    name: 'what a record names is found by keys in Spanish',
    options: { locale: 'es' },
    window: 'Spanish',
    play: ({ page }, workspace) =>
      findByKeys(page, workspace, { locale: 'es', decides: 'Realiza despliegues' }),
  },
];

interface Words {
  readonly locale: string;
  readonly decides: string;
}

async function findByKeys(page: Page, workspace: string, { locale, decides }: Words): Promise<void> {
  const place = path.join(workspace, record);
  const text = await readFile(place, 'utf8');
  const picture = (name: string): Promise<string> =>
    takeScreenshot(page, path.join(pictures, `${name}-${locale}.png`));
  const goTo = async (start: string): Promise<void> => {
    const line = text.split('\n').findIndex((one) => one.includes(start));
    await goToLine(page, line + 1, (text.split('\n')[line] ?? '').indexOf(start) + 3);
  };
  // The version that the change follows is only in git.
  const newer = (await readFile(path.join(workspace, procedure), 'utf8')).replace('1.1.0', '1.2.0');
  await writeFile(path.join(workspace, procedure), newer);
  await openFile(page, record);
  await goTo('Bruno Salas');
  await waitFor('who the person is', async () => {
    await page.keyboard.press(`${primaryKey}+KeyK`);
    await page.keyboard.press(`${primaryKey}+KeyI`);
    const hover = page.locator('.monaco-hover:visible', { hasText: decides });
    return hover
      .first()
      .waitFor({ timeout: 4000 })
      .then(() => true)
      .catch(() => false);
  });
  await picture('hover-person');
  await page.keyboard.press('Escape');
  await completeInText(page, picture);
  await goTo('PROC-RELEASE@1.1.0');
  await runCommandByTitle(page, 'Open Link');
  await page.locator('.tab.active[data-resource-name="PROC-RELEASE.md"]').waitFor({ timeout: patience });
  await waitFor('the version of that time', async () =>
    (await visibleEditorLines(page)).some((line) => /^version:\s1\.1\.0/.test(line)),
  );
  await picture('link-version');
  await page.keyboard.press(`${primaryKey}+KeyT`);
  await page.keyboard.type('0047 limpieza');
  await waitFor('the record', async () =>
    (await quickInputRows(page)).some((row) => row.includes('CHG-2026-0047')),
  );
  await picture('records-by-title');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active[data-resource-name^="CHG-2026-0047"]').waitFor({ timeout: patience });
  assert.equal(await readFile(place, 'utf8'), text);
}

async function completeInText(page: Page, picture: (name: string) => Promise<string>): Promise<void> {
  await goToLine(page, 52, 1);
  await page.keyboard.press('End');
  await typeText(page, ' Como CHG-');
  const ids = (labels: readonly string[]) =>
    labels.filter((label) => /CHG-2026-\d+.*·/.test(label)).length > 3;
  await suggested(page, 'ids with their titles', ids);
  await picture('ids-in-text');
  await typeText(page, 'limp');
  await suggested(page, 'the id by its title', ([first = '']) => first.includes('CHG-2026-0047'));
  await page.keyboard.press('Enter');
  await waitFor('the id in the text', async () =>
    (await visibleEditorLines(page)).some((line) => line.includes('CHG-2026-0047')),
  );
  await runCommandByTitle(page, 'File: Revert File');
}
