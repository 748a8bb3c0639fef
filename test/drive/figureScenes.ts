import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Session } from '../host/session';
import type { ThemeName } from '../host/userSettings';
import { waitFor } from '../host/waitFor';
import { findWebview } from '../host/webview';
import { quickInputRows, takeScreenshot } from '../host/workbench';
import type { Scene } from './drive';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');

interface Words {
  readonly command: string;
  readonly group: string;
  readonly heading: string;
  /** What stands above the picture with so many deployments. */
  readonly count: RegExp;
}

const english: Words = {
  command: 'Changebook: Show Delivery Figures',
  group: 'By component',
  heading: 'Delivery figures',
  count: /(\d+) deployments/,
};
const spanish: Words = {
  command: 'Changebook: Mostrar cifras de entrega',
  group: 'Por componente',
  heading: 'Cifras de entrega',
  count: /(\d+) despliegues/,
};

/** Asks for the figures by keys alone, and once more after a deployment: the same page says one more. */
function figuresByKeys(words: Words, picture: string) {
  return async ({ page }: Session, workspace: string): Promise<void> => {
    await askFor(page, words);
    const before = await deploymentsOn(page, words);
    await takeScreenshot(page, path.join(pictures, `figures-${picture}.png`));
    await writeFile(path.join(workspace, 'changes/CHG-2026-0099-one-more.md'), oneMore);
    await askFor(page, words);
    await waitFor('one deployment more', async () => (await deploymentsOn(page, words)) === before + 1);
    assert.equal(await page.locator('.tab', { hasText: words.heading }).count(), 1);
  };
}

/** Asks again where a busy workbench lost a key. */
async function askFor(page: Page, { command, group }: Words): Promise<void> {
  await waitFor(command, async () => {
    return (await chosen(page, 'F1', command)) && (await chosen(page, undefined, group));
  });
}

/** Types the name of a row, and takes it once it is the first. */
async function chosen(page: Page, key: string | undefined, name: string): Promise<boolean> {
  if (key) await page.keyboard.press(key);
  await page.locator('.quick-input-widget input:visible').first().waitFor({ timeout: 5000 });
  await page.keyboard.type(name);
  const isFirst = await waitFor(
    name,
    async () => (await quickInputRows(page))[0]?.startsWith(name) ?? false,
    5000,
  ).catch(() => false);
  await page.keyboard.press(isFirst ? 'Enter' : 'Escape');
  return isFirst;
}

/** How many deployments the page says, once its picture is drawn. */
async function deploymentsOn(page: Page, { heading, group, count }: Words): Promise<number> {
  const frame = await findWebview(page, `h1:has-text("${heading}")`);
  await frame.locator('h2', { hasText: group }).waitFor();
  await waitFor('the picture', async () => isDrawn(frame));
  return Number(count.exec(await frame.locator('body').innerText())?.[1]);
}

async function isDrawn(frame: Frame): Promise<boolean> {
  return (await frame.evaluate(
    'document.querySelector(\'img[src^="data:image/svg"]\')?.naturalWidth > 0',
  )) as boolean;
}

const oneMore = `---
id: CHG-2026-0099
type: change
status: done
outcome: successful
actual: { start: 2026-11-12 10:00, end: 2026-11-12 11:00 }
components: [portal]
---
# One more
`;

const editors: readonly (readonly [name: string, theme: ThemeName, words: Words, pictureOnly: boolean])[] = [
  ['light', 'light', english, false],
  ['Spanish, dark', 'dark', spanish, false],
  ['high contrast light', 'highContrastLight', english, true],
  ['high contrast dark', 'highContrastDark', spanish, true],
];

/** The figures of a workspace, asked for and read. */
export const figureScenes: readonly Scene[] = editors.map(([name, theme, words, pictureOnly]) => ({
  name: `the delivery figures, ${name}`,
  options: { theme, ...(words === spanish && { locale: 'es' }) },
  window: words === spanish ? 'Spanish' : 'records',
  pictureOnly,
  play: figuresByKeys(words, theme),
}));
