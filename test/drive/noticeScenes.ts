import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { noticeKindChoice } from '../../src/core/model/vocabulary/choices';
import type { Session } from '../host/session';
import type { ThemeName } from '../host/userSettings';
import { patience, waitFor } from '../host/waitFor';
import { findWebview } from '../host/webview';
import {
  answerQuickInput,
  goToLine,
  openFile,
  pressNotificationButton,
  runCommandByTitle,
  takeScreenshot,
  typeText,
  waitForNotification,
  waitForWorkbench,
} from '../host/workbench';
import type { Scene } from './drive';
import { seriousViolations } from './seriousViolations';

// Notices as a person drafts them: looked at, changed while the record is typed, mended and copied.

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';
const harbour = 'changes/CHG-2026-0044-harbour-single-sign-on.md';

async function openNotice(page: Page, file: string, title = 'Changebook: Preview Notice…'): Promise<Frame> {
  await openFile(page, file);
  await runCommandByTitle(page, title);
  const frame = await findWebview(page, '#letter p');
  await frame.locator('#kind option').first().waitFor({ state: 'attached', timeout: patience });
  return frame;
}

/** Chooses an entry of the menu beside *Copy*. */
async function useMore(frame: Frame, id: string): Promise<void> {
  await frame.locator('#more').click();
  await frame.locator(`#${id}`).click();
}

/** How many get a mass mail is told before it is made; a mail program takes no such address, a file does. */
async function massMail(page: Page, frame: Frame): Promise<void> {
  const hidden = frame.locator('#facts', { hasText: '120 direcciones, en 2 correos de 100 como mucho' });
  await hidden.waitFor({ timeout: patience });
  assert.equal(await frame.locator('#saveMail').textContent(), 'Guardar 2 ficheros .eml…');
  await useMore(frame, 'openMail');
  const told = 'demasiado largo';
  assert.match(await waitForNotification(page, told), /de 1800 caracteres/);
  await pressNotificationButton(page, told, 'Guardar .eml…');
  const title = page.locator('.quick-input-titlebar:visible', {
    hasText: '2 correos para 120 destinatarios',
  });
  await title.waitFor({ timeout: patience });
  await page.keyboard.press('Escape');
}

/** A mass mail, and a delay with its new time for other readers: all there again when the window is loaded anew. */
async function spanishNotice({ page }: Session, workspace: string): Promise<void> {
  const users = Array.from({ length: 120 }, (_, index) => `user${index}@ribera.example`);
  await writeFile(path.join(workspace, 'users/ribera.csv'), users.join('\n'));
  const frame = await openNotice(page, record, 'Changebook: Previsualizar un aviso…');
  assert.equal(await frame.locator('[data-language=es]').getAttribute('aria-pressed'), 'true');
  await takeScreenshot(page, path.join(pictures, 'notice-spanish-dark.png'));
  await massMail(page, frame);
  await frame.locator('#kind').selectOption('delay');
  await frame.locator('#estimate').fill('2026-11-25T23:45');
  await frame.locator('#letter', { hasText: 'Nueva hora estimada: 23:45' }).waitFor({ timeout: patience });
  await frame.locator('[data-language=en]').click();
  await frame.locator('#letter', { hasText: 'New estimate: 23:45' }).waitFor({ timeout: patience });
  await frame.locator('#audience').selectOption('customer');
  await frame.locator('#facts', { hasText: 'nuria.campos@ribera.example' }).waitFor({ timeout: patience });
  await takeScreenshot(page, path.join(pictures, 'notice-delay-dark.png'));
  await runCommandByTitle(page, 'Developer: Reload Window');
  await waitFor('the old page to go', async () => frame.isDetached());
  await waitForWorkbench(page);
  // On a busy machine the extension itself needs its time to start again.
  const restored = (): Promise<Frame> => findWebview(page, '#letter p');
  const again = await restored().catch(restored);
  await again.locator('#letter', { hasText: 'New estimate: 23:45' }).waitFor({ timeout: patience });
  assert.equal(await again.locator('#audience').inputValue(), 'customer');
  assert.equal(await again.locator('#estimate').inputValue(), '2026-11-25T23:45');
  assert.equal(await again.locator('#kind').inputValue(), 'delay');
}

/** Other kinds, another language, a title typed behind it that would run if it could, the clipboard, and mail. */
async function liveNotice({ page }: Session, workspace: string): Promise<void> {
  const wrong = watchForHarm(page);
  const frame = await openNotice(page, harbour);
  await frame.locator('#kind').selectOption('start');
  await frame.locator('#draft[data-kind=start]').waitFor({ timeout: patience });
  await takeScreenshot(page, path.join(pictures, 'notice-start-light.png'));
  const english = await frame.locator('#subject').textContent();
  await frame.locator('[data-language=es]').click();
  await waitFor('Spanish', async () => (await frame.locator('#subject').textContent()) !== english);
  await page.locator('.tab[data-resource-name="CHG-2026-0044-harbour-single-sign-on.md"]').click();
  await goToLine(page, 4, 1);
  await page.keyboard.press('End');
  await typeText(page, ' & <img src=https://evil.example/a.png onerror=alert(1)><script>alert(2)</script>');
  await waitFor('what was typed', async () =>
    (await frame.locator('#subject').textContent())?.includes('<script>alert(2)'),
  );
  assert.equal(await frame.locator('#letter script, #letter img, #subject img').count(), 0);
  await frame.locator('#copy').click();
  await frame.locator('#said', { hasText: 'rich text' }).waitFor({ timeout: patience });
  await takeScreenshot(page, path.join(pictures, 'notice-hostile-light.png'));
  await frame.locator('#audience').selectOption('customer');
  await frame.locator('#facts', { hasText: 'liam.hart@harbour.example' }).waitFor({ timeout: patience });
  await openAsMail(page, frame);
  await saveAsMail(page, frame, path.join(path.dirname(workspace), 'start.eml'));
  assert.deepEqual(wrong, []);
}

/** Everything that a page must not do: run what a record says, ask the network, or try what its policy forbids. */
function watchForHarm(page: Page): string[] {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|ran-anyway/i.test(message.text())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => {
    if (/noticeView|notice/i.test(error.stack ?? '')) wrong.push(String(error));
  });
  page.on('request', (request) => {
    if (/^\w+:\/\/evil\.example/.test(request.url())) wrong.push(request.url());
  });
  page.on('dialog', (dialog) => {
    wrong.push(dialog.message());
    void dialog.dismiss();
  });
  return wrong;
}

/** The address that the browser is sent to, with its parts as they were written. */
async function openAsMail(page: Page, frame: Frame): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Page.enable');
  const asked: string[] = [];
  client.on('Page.frameRequestedNavigation', ({ url }) => asked.push(url));
  await useMore(frame, 'openMail');
  const address = await waitFor('the mail program', async () =>
    asked.find((url) => url.startsWith('mailto:')),
  );
  const { pathname, searchParams } = new URL(address);
  assert.equal(pathname, 'grace.webb@harbour.example,liam.hart@harbour.example');
  assert.deepEqual([...searchParams.keys()], ['subject', 'body']);
  assert.match(
    searchParams.get('subject') ?? '',
    / & <img src=https:\/\/evil\.example\/a\.png onerror=alert\(1\)>/,
  );
  assert.match(searchParams.get('body') ?? '', /^Hola:\r\n/);
}

async function saveAsMail(page: Page, frame: Frame, file: string): Promise<void> {
  await useMore(frame, 'saveMail');
  const name = page.locator('.quick-input-widget:visible input:visible').first();
  await waitFor('the name of the file', async () => (await name.inputValue()).endsWith('-start.eml'));
  await answerQuickInput(page, file);
  // The first Enter goes to the folder, the next one saves.
  await waitFor('the mail to be saved', async () => {
    if ((await frame.locator('#said').textContent())?.includes('start.eml')) return true;
    if (await name.isVisible()) await page.keyboard.press('Enter');
    return false;
  });
  const mail = await PostalMime.parse(await readFile(file));
  assert.equal(mail.headers.find(({ key }) => key === 'x-unsent')?.value, '1');
  assert.match(mail.subject ?? '', /<script>alert\(2\)<\/script>/);
  assert.deepEqual(
    mail.to?.map(({ address }) => address),
    ['grace.webb@harbour.example', 'liam.hart@harbour.example'],
  );
  assert.doesNotMatch(mail.html ?? '', /<script|<img/);
}

/** A placeholder blocks copying, mail and sending, says why, and leads to its place. */
async function gapInNotice({ page }: Session, workspace: string): Promise<void> {
  const file = path.join(workspace, harbour);
  await writeFile(file, (await readFile(file, 'utf8')).replace('Single sign-on for', 'TBD for'));
  const frame = await openNotice(page, harbour);
  await frame.locator('#gapList button').first().waitFor({ timeout: patience });
  for (const id of ['copy', 'copySubject', 'openMail', 'saveMail', 'markSent'])
    assert.equal(await frame.locator(`#${id}`).getAttribute('aria-disabled'), 'true', id);
  assert.ok((await frame.locator('.gap').count()) > 0);
  assert.deepEqual(await seriousViolations(frame), []);
  await takeScreenshot(page, path.join(pictures, 'notice-gap-dark.png'));
  await frame.locator('#gapList button').first().click();
  await page.locator('text=/Ln 4, Col/').first().waitFor({ timeout: patience });
}

/** Every kind of notice in both languages, as its reader sees it. */
function everyNotice(theme: ThemeName) {
  return async ({ page }: Session): Promise<void> => {
    const frame = await openNotice(page, record);
    for (const kind of Object.keys(noticeKindChoice.choices)) {
      await frame.locator('#kind').selectOption(kind);
      await frame.locator(`[data-kind=${kind}]`).waitFor({ state: 'attached', timeout: patience });
      if (kind === 'delay') await frame.locator('#estimate').fill('2026-11-25T23:30');
      for (const language of ['en', 'es']) {
        await frame.locator(`[data-language=${language}]`).click();
        await frame.locator(`#letter[lang=${language}]`).waitFor({ timeout: patience });
        await takeScreenshot(page, path.join(pictures, `notice-${kind}-${language}-${theme}.png`));
      }
    }
  };
}

const themes = ['light', 'dark', 'highContrastDark', 'highContrastLight'] as const;

/** The preview of notices. */
export const noticeScenes: readonly Scene[] = [
  ...themes.map((theme) => ({
    name: `every notice in ${theme}`,
    options: { theme },
    pictureOnly: true,
    play: everyNotice(theme),
  })),
  {
    name: 'a notice is drafted in Spanish, and outlives its window',
    options: { theme: 'dark', locale: 'es' },
    window: 'Spanish',
    play: spanishNotice,
  },
  {
    name: 'a notice with a gap cannot be copied or sent',
    options: { theme: 'dark' },
    window: 'records',
    play: gapInNotice,
  },
  {
    name: 'a notice follows what is typed, and runs nothing',
    options: { theme: 'light' },
    window: 'records',
    play: liveNotice,
  },
];
