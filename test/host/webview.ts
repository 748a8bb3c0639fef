import type { Frame, Page } from 'playwright-core';
import { waitFor } from './waitFor';

/** The frame of the webview in which a selector is visible. Webviews lie two frames deep, and hidden ones stay in the page. */
export function findWebview(page: Page, selector: string): Promise<Frame> {
  return waitFor(`a webview with ${selector}`, async () => {
    for (const frame of page.frames()) {
      if (frame.parentFrame() === null) continue;
      const visible = await frame
        .locator(selector)
        .first()
        .isVisible()
        .catch(() => false);
      if (visible) return frame;
    }
    return undefined;
  });
}
