import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { windowSize } from './browser';
import { patience, waitFor } from './waitFor';

/** macOS browsers send Meta where the workbench expects Ctrl elsewhere. */
export const primaryKey = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Waits until the workbench is drawn and the server's extensions are known to it. */
export async function waitForWorkbench(page: Page): Promise<void> {
  await page
    .locator('.monaco-workbench .part.statusbar .statusbar-item')
    .first()
    .waitFor({ timeout: 60_000 });
  await page
    .locator('.monaco-workbench .part.activitybar .action-item')
    .first()
    .waitFor({ timeout: patience });
}

/** Opens a file by its name or path in quick open and waits for its tab. */
export async function openFile(page: Page, file: string): Promise<void> {
  const name = path.posix.basename(file);
  await waitFor(`the tab of ${file}`, async () => {
    // The first searches after the start may come before the file search is ready, so the attempt is repeated.
    await openQuickInput(page, `${primaryKey}+KeyP`, file);
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    await row.waitFor({ timeout: 6000 }).catch(() => page.keyboard.press('Escape'));
    if (!(await row.isVisible())) return false;
    await page.keyboard.press('Enter');
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: 5000 });
    return true;
  });
  await page.locator('.editor-instance .view-lines').first().waitFor({ timeout: patience });
}

/** Puts the cursor at a line and column, both counted from 1. */
export async function goToLine(page: Page, line: number, column = 1): Promise<void> {
  await openQuickInput(page, 'Control+KeyG', `:${line},${column}`);
  await page.keyboard.press('Enter');
  await quickInput(page).waitFor({ state: 'hidden', timeout: patience });
}

/** Types into whatever has the focus, key by key, so that completion and automatic closing take part. */
export async function typeText(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 15 });
}

/** Puts text in at once, as pasting does. */
export async function insertText(page: Page, text: string): Promise<void> {
  await page.keyboard.insertText(text);
}

/**
 * Runs a command by its title as the command palette shows it, for example `Changebook: New Change…`. Tries again
 * until the command is there, because extensions register theirs some time after the workbench is drawn.
 */
export async function runCommandByTitle(page: Page, title: string): Promise<void> {
  let answerMs = 4000;
  await waitFor(`the command ${title}`, async () => {
    await openQuickInput(page, 'F1', `>${title}`);
    // At first the list holds what was there before the text.
    answerMs *= 1.5;
    const at = await waitFor(title, () => rowOfCommand(page, title), answerMs).catch(() => undefined);
    if (at !== undefined) {
      await page.locator(`.quick-input-list .monaco-list-row[data-index="${at}"]`).click({ timeout: 3000 });
      return true;
    }
    await page.keyboard.press('Escape');
    return false;
  });
}

/** Where the command palette that is open lists a command of exactly this title; undefined where it does not. */
async function rowOfCommand(page: Page, title: string): Promise<number | undefined> {
  const names = await quickInputRows(page);
  // Behind its title a row may name a key or say that it was used lately.
  const exact = names.findIndex((name) => name === title || name.startsWith(`${title},`));
  return exact < 0 ? undefined : exact;
}

/** The titles that the command palette lists for a text, best match first. */
export async function listCommands(page: Page, text: string): Promise<string[]> {
  await openQuickInput(page, 'F1', `>${text}`);
  const titles = await quickInputRows(page);
  await page.keyboard.press('Escape');
  return titles;
}

/** The accessible names of the rows in the quick pick that is open. */
export async function quickInputRows(page: Page): Promise<string[]> {
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  return rowNames(page, '.quick-input-list .monaco-list-row');
}

/** Types into the quick pick or input box that is open, and accepts it. */
export async function answerQuickInput(page: Page, text: string): Promise<void> {
  const input = quickInput(page).locator('input:visible').first();
  await input.waitFor({ timeout: patience });
  await input.fill(text);
  await page.keyboard.press('Enter');
}

/** Waits for a notification whose text contains the given one; returns its whole text. */
export async function waitForNotification(page: Page, text: string): Promise<string> {
  const message = page.locator('.notification-list-item-message', { hasText: text }).first();
  await message.waitFor({ timeout: patience });
  return ((await message.textContent()) ?? '').trim();
}

/** Presses a button of the notification that contains a text. */
export async function pressNotificationButton(page: Page, text: string, button: string): Promise<void> {
  const item = page.locator('.notification-list-item', { hasText: text }).first();
  await item.getByRole('button', { name: button }).click({ timeout: patience });
}

/** The texts of the status bar, left to right. */
export function statusBarTexts(page: Page): Promise<string[]> {
  return page.locator('.part.statusbar .statusbar-item').allInnerTexts();
}

/** The active editor's visible lines as they are drawn; lines out of sight are not there. */
export async function visibleEditorLines(page: Page): Promise<string[]> {
  const lines = page.locator('.editor-group-container.active .view-lines .view-line');
  const drawn = await lines.evaluateAll((elements) =>
    elements.map((each) => ({ top: Number.parseFloat(each.style.top), text: each.textContent ?? '' })),
  );
  // The editor re-uses its line elements, so their order in the page is not the order on the screen.
  return drawn.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
}

/** Takes a picture of the whole workbench, always of the same size, and returns its path. */
export async function takeScreenshot(page: Page, file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await page.setViewportSize(windowSize);
  await page.mouse.move(windowSize.width / 2, windowSize.height - 1);
  await page.screenshot({ path: file, animations: 'disabled' });
  return file;
}

/** The accessible names of the rows that a selector finds, top to bottom. */
export async function rowNames(page: Page, selector: string): Promise<string[]> {
  const rows = page.locator(selector);
  const named = await rows.evaluateAll((elements) =>
    elements.map((each) => ({
      top: Number(each.getAttribute('data-index') ?? 0),
      name: each.getAttribute('aria-label') ?? each.textContent ?? '',
    })),
  );
  return named.sort((a, b) => a.top - b.top).map(({ name }) => name.trim());
}

async function openQuickInput(page: Page, key: string, text: string): Promise<void> {
  const input = quickInput(page).locator('input:visible').first();
  // The key goes nowhere while the focus is on its way, and what opens may be closed by that, so it is pressed again.
  await waitFor(`the answer to ${key}`, async () => {
    await page.keyboard.press(key);
    await input.waitFor({ timeout: 5000 });
    await input.fill(text, { timeout: 5000 });
    return true;
  });
}

function quickInput(page: Page): ReturnType<Page['locator']> {
  return page.locator('.quick-input-widget:visible');
}
