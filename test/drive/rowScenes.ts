import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openViewContainer } from '../host/views';
import { patience, waitFor } from '../host/waitFor';
import { runCommandByTitle } from '../host/workbench';
import type { Scene } from './drive';
import { picture } from './pendingTree';

/** What a row says where there is little room, and what stands in lists to pick from. */
export const rowScenes: readonly Scene[] = (['en', 'es'] as const).flatMap((language) => {
  const options = { theme: 'light', ...(language === 'es' && { locale: 'es' }) } as const;
  const scene = { options, aroundToday: true, pictureOnly: true } as const;
  return [
    {
      ...scene,
      name: `rows in 300 and in 170 pixels, ${language}`,
      play: ({ page }) => littleRoom(page, language),
    },
    {
      ...scene,
      name: `lists to pick from, ${language}`,
      play: ({ page }) => pickers(page, language),
    },
  ] satisfies Scene[];
});

type Language = 'en' | 'es';

/** The widths of the side bar in which the tree is looked at, in pixels; the second is the least that there is. */
const widths = [300, 170];

/** Commands whose first list is looked at, as their titles are named in the manifest. */
const listing = [
  'advanceStatus',
  'tickStep',
  'approve',
  'filterPending',
  'groupPending',
  'findChange',
  'openRecord',
  'setField',
  'newChange',
];

async function littleRoom(page: Page, language: Language): Promise<void> {
  await showTree(page);
  for (const width of widths) {
    await setWidth(page, width);
    await picture(page, `rows-${width}-${language}`);
  }
  await findById(page, language);
}

/** What a row begins with is short, so a change is found by its id in a list, which leads to its row. */
async function findById(page: Page, language: Language): Promise<void> {
  await setWidth(page, 300);
  await runCommandByTitle(page, `Changebook: ${titleOf('command.findChange', language)}`);
  await page.keyboard.type('2026-0044');
  await picture(page, `found-${language}`);
  await page.keyboard.press('Enter');
  const row = page.locator('.part.sidebar .monaco-list-row.selected', { hasText: 'Single sign-on' });
  await row.waitFor({ timeout: patience });
  await picture(page, `found-row-${language}`);
}

async function pickers(page: Page, language: Language): Promise<void> {
  await showTree(page);
  for (const name of listing) {
    await runCommandByTitle(page, `Changebook: ${titleOf(`command.${name}`, language)}`);
    await page.waitForTimeout(1500);
    await picture(page, `list-${name}-${language}`);
    await page.keyboard.press('Escape');
  }
}

async function showTree(page: Page): Promise<void> {
  await openViewContainer(page, 'Changebook');
  await page.locator('.part.sidebar .monaco-list-row').nth(3).waitFor({ timeout: patience });
}

/** Drags the edge of the side bar. */
async function setWidth(page: Page, width: number): Promise<void> {
  const sideBar = page.locator('.part.sidebar');
  await waitFor(`a side bar of ${width} pixels`, async () => {
    const box = await sideBar.boundingBox();
    assert.ok(box);
    if (Math.abs(box.width - width) < 2) return true;
    await page.mouse.move(box.x + box.width, box.y + 400);
    await page.mouse.down();
    await page.mouse.move(box.x + width, box.y + 400, { steps: 5 });
    await page.mouse.up();
    return false;
  });
}

function titleOf(key: string, language: Language): string {
  const file = language === 'es' ? 'package.nls.es.json' : 'package.nls.json';
  return JSON.parse(readFileSync(path.resolve(__dirname, '../..', file), 'utf8'))[key];
}
