import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Session } from '../host/session';
import { waitFor } from '../host/waitFor';
import { openFile, runCommandByTitle, takeScreenshot } from '../host/workbench';
import type { Scene } from './drive';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';

/** The frame of VS Code's markdown preview, once it shows a card. */
async function cardFrame(page: Page): Promise<Frame> {
  return waitFor('the card in the preview', async () => {
    for (const frame of page.frames()) {
      const card = frame.locator('.changebook-card');
      if ((await card.count().catch(() => 0)) > 0) return frame;
    }
    return undefined;
  });
}

async function showPreview({ page }: Session, name: string): Promise<void> {
  await openFile(page, record);
  await runCommandByTitle(page, 'Markdown: Open Preview to the Side');
  const frame = await cardFrame(page);
  await frame.locator('.changebook-card progress').waitFor();
  await takeScreenshot(page, path.join(pictures, name));
}

/** The header card above a record in the markdown preview. */
export const previewScenes: readonly Scene[] = [
  {
    name: 'the preview shows a header card, light',
    options: { theme: 'light' },
    pictureOnly: true,
    play: (session) => showPreview(session, 'preview-light.png'),
  },
  {
    name: 'the preview shows a header card, high contrast',
    options: { theme: 'highContrastDark' },
    pictureOnly: true,
    play: (session) => showPreview(session, 'preview-high-contrast.png'),
  },
];
