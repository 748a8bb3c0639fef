import { strict as assert } from 'node:assert';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Session } from '../host/session';
import { patience, waitFor } from '../host/waitFor';
import { findWebview } from '../host/webview';
import { runCommandByTitle, takeScreenshot, waitForWorkbench } from '../host/workbench';
import type { Scene } from './drive';
import { seriousViolations } from './seriousViolations';

// The calendar of deployments as a person meets it: looked at, walked through by keys, and judged by axe-core.

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');

/** Opens the calendar and waits for its picture. */
async function openCalendar(page: Page): Promise<Frame> {
  await runCommandByTitle(page, 'Changebook: Show Deployment Calendar');
  const frame = await findWebview(page, '#picture svg');
  await frame.locator('.bar [role=button]').first().waitFor({ timeout: patience });
  return frame;
}

/** Presses a button of the calendar and waits until the heading says other days. */
async function press(frame: Frame, button: string): Promise<void> {
  const before = await frame.locator('#heading').textContent();
  await frame.getByRole('button', { name: button, exact: true }).click();
  await waitFor(`other days after ${button}`, async () => {
    return (await frame.locator('#heading').textContent()) !== before;
  });
}

/** The weeks and the month, in whatever theme: a conflict, a freeze, and nothing that axe-core minds. */
function calendarIn(theme: string) {
  return async ({ page }: Session): Promise<void> => {
    const frame = await openCalendar(page);
    assert.deepEqual(await seriousViolations(frame), []);
    await takeScreenshot(page, path.join(pictures, `calendar-this-week-${theme}.png`));
    await press(frame, 'Later');
    await frame.locator('.bar.conflict').first().waitFor({ timeout: patience });
    assert.equal(await frame.locator('.row .bar.conflict').count(), 2);
    await takeScreenshot(page, path.join(pictures, `calendar-conflict-${theme}.png`));
    assert.deepEqual(await seriousViolations(frame), []);
    await press(frame, 'Later');
    const rows = await frame.locator('.environment').count();
    await frame.getByRole('button', { name: 'Empty rows' }).click();
    await waitFor('empty rows', async () => (await frame.locator('.environment').count()) > rows);
    assert.ok((await frame.locator('.back.softFreeze').count()) > 0);
    await takeScreenshot(page, path.join(pictures, `calendar-freeze-${theme}.png`));
    await press(frame, 'Month');
    await takeScreenshot(page, path.join(pictures, `calendar-month-${theme}.png`));
    assert.deepEqual(await seriousViolations(frame), []);
  };
}

async function focused(frame: Frame): Promise<string> {
  return (await frame.evaluate(
    'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""',
  )) as string;
}

/** Nothing but keys: to the next week, from bar to bar, into the record. */
async function calendarByKeys({ page }: Session): Promise<void> {
  const frame = await openCalendar(page);
  const tabTo = (name: string): Promise<boolean> =>
    waitFor(`the focus on ${name}`, async () => {
      if ((await focused(frame)).includes(name)) return true;
      await page.keyboard.press('Tab');
      return (await focused(frame)).includes(name);
    });
  await tabTo('Later');
  await page.keyboard.press('Enter');
  await frame.locator('.bar.conflict').first().waitFor({ timeout: patience });
  await tabTo('CHG-');
  const first = await focused(frame);
  await page.keyboard.press('End');
  assert.notEqual(await focused(frame), first);
  await page.keyboard.press('Home');
  assert.equal(await focused(frame), first);
  await page.keyboard.press('ArrowDown');
  await waitFor('the bar below', async () => (await focused(frame)).includes('CHG-2026-0042'));
  assert.match(await focused(frame), /Europe\/Madrid.*outage 20 min.*conflicts with CHG-2026-0044/);
  await page.keyboard.press('ArrowRight');
  assert.match(await focused(frame), /CHG-2026-0047/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active[data-resource-name="CHG-2026-0042-portal-4-2-0.md"]').waitFor();
  await page.locator('.view-line', { hasText: 'programacion' }).first().waitFor({ timeout: patience });
}

/** Records change behind it, the window is loaded again, and it is printed: it shows what is there, where it was. */
async function calendarStays({ page }: Session, workspace: string): Promise<void> {
  const frame = await openCalendar(page);
  await press(frame, 'Later');
  const record = path.join(workspace, 'changes/CHG-2026-0047-limpieza-de-historico.md');
  const text = await readFile(record, 'utf8');
  await writeFile(record, text.replace('titulo: Limpieza del histórico', 'titulo: </svg><b>Purga</b>'));
  await frame.locator('.name', { hasText: '</svg><b>Purga</b>' }).waitFor({ timeout: patience });
  await press(frame, 'Month');
  await press(frame, 'Later');
  const heading = await frame.locator('#heading').textContent();
  await runCommandByTitle(page, 'Developer: Reload Window');
  await waitFor('the old page to go', async () => frame.isDetached());
  await waitForWorkbench(page);
  // On a busy machine the extension itself needs its time to start again.
  const again = (): Promise<Frame> => findWebview(page, '#picture svg');
  const restored = await again().catch(again);
  await waitFor('the days as they were', async () => {
    return (await restored.locator('#heading').textContent()) === heading;
  });
  assert.equal(await restored.locator('[aria-pressed=true]').textContent(), 'Month');
  await restored.getByRole('button', { name: 'Print…' }).click();
  await page.locator('.quick-input-widget input:visible').first().waitFor({ timeout: patience });
  await page.keyboard.press('Enter');
  const saved = await waitFor('the picture on the disk', async () => {
    return (await readdir(workspace)).find((name) => /^calendar-.*\.svg$/.test(name));
  });
  assert.match(await readFile(path.join(workspace, saved), 'utf8'), /^<\?xml[^>]*>\n<svg [^>]*role="img"/);
}

const themes = ['light', 'dark', 'highContrastDark', 'highContrastLight'] as const;

export const calendarScenes: readonly Scene[] = [
  ...themes.map((theme) => ({
    name: `the calendar of deployments in ${theme}`,
    options: { theme },
    aroundToday: true,
    window: 'today',
    pictureOnly: theme !== 'highContrastDark',
    play: calendarIn(theme),
  })),
  {
    name: 'the calendar is walked through by keys',
    options: { theme: 'light' },
    aroundToday: true,
    window: 'today',
    play: calendarByKeys,
  },
  {
    name: 'the calendar is live, and there again after a reload',
    options: { theme: 'dark' },
    aroundToday: true,
    window: 'today',
    play: calendarStays,
  },
];
