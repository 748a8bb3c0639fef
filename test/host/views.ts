import type { Page } from 'playwright-core';
import { patience } from './waitFor';
import { rowNames } from './workbench';

/** Shows a view container by its name in the activity bar, for example `Changebook`. */
export async function openViewContainer(page: Page, name: string): Promise<void> {
  const item = page.locator('.part.activitybar .action-item', {
    has: page.locator(`.action-label[aria-label^="${name}"]`),
  });
  await item.first().waitFor({ timeout: patience });
  // A second click on the container that is open would close the side bar.
  const checked = await item.first().getAttribute('aria-selected');
  if (checked !== 'true') await item.first().click();
  await page.locator('.part.sidebar .composite.title', { hasText: name }).waitFor({ timeout: patience });
}

/** The accessible names of a view's visible rows, top to bottom; the view is named by its title. */
export async function readTree(page: Page, view: string): Promise<string[]> {
  return rowNames(page, `.part.sidebar .pane:has(.pane-header[aria-label^="${view}"]) .monaco-list-row`);
}

/** Clicks the first row of a view whose accessible name contains a text. */
export async function clickTreeRow(page: Page, view: string, text: string): Promise<void> {
  const pane = page.locator(`.part.sidebar .pane:has(.pane-header[aria-label^="${view}"])`);
  await pane.locator(`.monaco-list-row[aria-label*="${text}"]`).first().click({ timeout: patience });
}
