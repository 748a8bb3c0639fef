import type { Page } from 'playwright-core';
import { patience, waitFor } from './waitFor';
import { primaryKey } from './workbench';

const quickFixRow = '.action-widget .monaco-list-row.action:visible';

export interface ProblemRow {
  /** Undefined for the row of a file. */
  readonly severity: 'error' | 'warning' | 'info' | undefined;
  /** What the row shows, message first. */
  readonly text: string;
}

/** Opens the Problems panel. */
export async function openProblems(page: Page): Promise<void> {
  const panel = page.locator('.markers-panel-container');
  if (await panel.isVisible()) return;
  await page.keyboard.press(`${primaryKey}+Shift+KeyM`);
  await panel.waitFor({ timeout: patience });
}

/** Leaves only problems that contain a text: the panel draws no more rows than it has room for. */
export async function filterProblems(page: Page, text: string): Promise<void> {
  const input = page.locator('.panel .viewpane-filter input, .panel .viewpane-filter textarea').first();
  // A panel that has just been opened may empty its filter once more.
  await waitFor('the filter to stay', async () => {
    if ((await input.inputValue()) !== text) await input.fill(text, { timeout: patience });
    await page.waitForTimeout(1000);
    return (await input.inputValue()) === text;
  });
}

/** The rows of the open Problems panel, file rows included, in the order in which they are shown. */
export async function readProblems(page: Page): Promise<ProblemRow[]> {
  const rows = page.locator('.markers-panel-container .monaco-list-row');
  const read = await rows.evaluateAll((elements) =>
    elements.map((each) => ({
      index: Number(each.getAttribute('data-index') ?? 0),
      icon: each.querySelector('.marker-icon .codicon')?.className ?? '',
      text: each.getAttribute('aria-label') ?? each.textContent ?? '',
    })),
  );
  return read
    .sort((a, b) => a.index - b.index)
    .map(({ icon, text }) => ({ severity: severityOf(icon), text }));
}

/** Waits until a row of the open Problems panel contains a text. */
export async function waitForProblem(page: Page, text: string): Promise<ProblemRow> {
  return waitFor(`the problem "${text}"`, async () =>
    (await readProblems(page)).find((row) => row.text.includes(text)),
  );
}

/** Opens the quick fixes at the cursor and returns their titles; the menu stays open. */
export async function openQuickFixes(page: Page): Promise<string[]> {
  const titles = page.locator(`${quickFixRow} .title`);
  let answerMs = 3000;
  // The key goes nowhere while the focus is still on its way back to the editor, so it is pressed again. Each time asks
  // anew, so that a machine that does much else is given longer.
  await waitFor('the quick fixes', async () => {
    await page.keyboard.press(`${primaryKey}+Period`);
    answerMs *= 2;
    await titles.first().waitFor({ timeout: answerMs });
    return true;
  });
  return (await titles.allTextContents()).map((title) => title.trim());
}

/** Picks one of the quick fixes that are open, by its title or a part of it. */
export async function pickQuickFix(page: Page, title: string): Promise<void> {
  const row = page.locator(quickFixRow, { hasText: title }).first();
  await row.click({ timeout: patience });
  await row.waitFor({ state: 'hidden', timeout: patience });
}

function severityOf(icon: string): ProblemRow['severity'] {
  return (['error', 'warning', 'info'] as const).find((each) => icon.includes(`codicon-${each}`));
}
