import { strict as assert } from 'node:assert';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { windowSize } from '../host/browser';
import type { Session } from '../host/session';
import { patience } from '../host/waitFor';
import { findWebview } from '../host/webview';
import { answerQuickInput, openFile, runCommandByTitle, takeScreenshot } from '../host/workbench';
import type { Scene } from './drive';
import { seriousViolations } from './seriousViolations';

// The panels beside an editor and enlarged, in each state that a person brings them into, judged by axe-core.

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';

/** What axe-core says of a state, with a picture of it. */
async function judge(page: Page, frame: Frame, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
  assert.deepEqual(await seriousViolations(frame), [], name);
}

/** Each control under the pointer: its colours are others then. */
async function judgeHover(frame: Frame, controls: string): Promise<void> {
  for (const control of await frame.locator(controls).all()) {
    if (!(await control.isVisible())) continue;
    await control.hover();
    assert.deepEqual(await seriousViolations(frame), [], await control.innerText());
  }
}

/** A window with half the pixels looks as one that is enlarged to twice its size. */
async function enlarged(page: Page, look: () => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: windowSize.width / 2, height: windowSize.height / 2 });
  await look();
  await page.setViewportSize(windowSize);
}

function noticeBeside(theme: string) {
  return async ({ page }: Session): Promise<void> => {
    await openFile(page, record);
    await runCommandByTitle(page, 'Changebook: Preview Notice…');
    const frame = await findWebview(page, '#letter p');
    await takeScreenshot(page, path.join(pictures, `notice-beside-${theme}.png`));
    await judgeHover(frame, 'header button, header select');
    // Its window is days away, and the record is Spanish.
    await frame.locator('#kind').selectOption('start');
    await frame.locator('[data-language=en]').click();
    await frame.locator('#letter .foreign').first().waitFor({ timeout: patience });
    assert.match(await frame.locator('#warning').innerText(), /begins only at/);
    assert.equal(await frame.locator('#letter .foreign').first().getAttribute('lang'), 'es');
    await frame.locator('#more').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await frame.locator('#openMail:focus').waitFor({ timeout: patience });
    await judge(page, frame, `notice-menu-${theme}`);
    await page.keyboard.press('Escape');
    await frame.locator('#more:focus').waitFor({ timeout: patience });
    await frame.locator('#kind').selectOption('end');
    await frame.locator('#draft.preview').waitFor({ timeout: patience });
    assert.equal(await frame.locator('#copy').getAttribute('aria-describedby'), 'warning');
    await judge(page, frame, `notice-not-now-${theme}`);
    await enlarged(page, async () => {
      await frame.locator('details.fold[data-narrow]:not([open])').waitFor({ timeout: patience });
      await judge(page, frame, `notice-enlarged-${theme}`);
    });
  };
}

function calendarBeside(theme: string) {
  return async ({ page }: Session): Promise<void> => {
    await openFile(page, record);
    await runCommandByTitle(page, 'Changebook: Show Deployment Calendar');
    await findWebview(page, '#picture svg');
    await runCommandByTitle(page, 'View: Move Editor into Right Group');
    const frame = await findWebview(page, '#picture svg');
    await frame.locator('details.fold[data-narrow]').waitFor({ timeout: patience });
    await frame.locator('.corner', { hasText: 'Week' }).waitFor({ timeout: patience });
    await judge(page, frame, `calendar-beside-${theme}`);
    await frame.locator('main').click({ position: { x: 3, y: 3 } });
    await page.keyboard.press('c');
    await frame.locator('.bar.conflict [role=button]:focus').waitFor({ timeout: patience });
    await judge(page, frame, `calendar-next-conflict-${theme}`);
    await frame.locator('summary').click();
    await frame.locator('#customer').selectOption('Ribera');
    await frame.locator('#filtered', { hasText: 'Ribera' }).waitFor({ timeout: patience });
    await judgeHover(frame, 'header button, header select, #comingList button');
    await judge(page, frame, `calendar-filter-${theme}`);
    await enlarged(page, () => judge(page, frame, `calendar-enlarged-${theme}`));
  };
}

/** A rule's page: what axe-core minds of it is what VS Code's own preview lacks. */
async function rulePage({ page }: Session): Promise<void> {
  await runCommandByTitle(page, 'Changebook: Show Rule');
  await answerQuickInput(page, 'schedule/freeze');
  const frame = await findWebview(page, 'code [class^="hljs-"]');
  const own = (await seriousViolations(frame)).filter(
    (each) => !/^(document-title|html-has-lang):/.test(each),
  );
  await takeScreenshot(page, path.join(pictures, 'rule-page-highContrastLight.png'));
  assert.deepEqual(own, []);
}

const themes = ['light', 'dark', 'highContrastDark', 'highContrastLight'] as const;

/** The panels at half width and at twice their size. */
export const panelScenes: readonly Scene[] = [
  {
    name: 'the page of a rule in highContrastLight',
    options: { theme: 'highContrastLight' },
    aroundToday: true,
    window: 'today',
    play: rulePage,
  },
  ...themes.flatMap((theme) => {
    const around = { options: { theme }, aroundToday: true, window: 'today' } as const;
    const pictureOnly = theme !== 'highContrastLight';
    return [
      {
        ...{ name: `a panel with a notice beside its record in ${theme}`, ...around, pictureOnly },
        play: noticeBeside(theme),
      },
      {
        ...{ name: `a panel with the calendar beside a record in ${theme}`, ...around, pictureOnly },
        play: calendarBeside(theme),
      },
    ];
  }),
];
