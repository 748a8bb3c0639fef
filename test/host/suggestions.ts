import type { Locator, Page } from 'playwright-core';
import { waitFor } from './waitFor';

/** The rows of the suggestions that are open. */
function suggestionRows(page: Page): Locator {
  return page.locator('.suggest-widget.visible .monaco-list-row');
}

/**
 * Waits for suggestions that fit, by their accessible names in the order of the list, and gives these. Typing asks for
 * them once, which is lost while extensions are still loading, so that they are asked for again where they stay away.
 */
export async function suggested(
  page: Page,
  what: string,
  fits: (labels: readonly string[]) => boolean,
): Promise<string[]> {
  const read = () =>
    suggestionRows(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  let [asked, answerMs] = [performance.now(), 5000];
  return waitFor(what, async () => {
    const labels = await read();
    if (fits(labels)) return labels;
    if (performance.now() - asked > answerMs) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Space');
      // A machine that does much else is given longer.
      [asked, answerMs] = [performance.now(), answerMs * 1.5];
    }
    return undefined;
  });
}
