import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { windowSize } from '../host/browser';
import { filterProblems, openProblems, openQuickFixes, waitForProblem } from '../host/problems';
import type { Session } from '../host/session';
import { openViewContainer, readTree } from '../host/views';
import { patience, waitFor } from '../host/waitFor';
import { findWebview } from '../host/webview';
import { goToLine, openFile, runCommandByTitle, takeScreenshot } from '../host/workbench';
import type { Scene } from './drive';

// The pictures of the tour, taken of the product: `npx tsx test/drive/drive.ts "the tour's pictures"` writes them anew.

const media = path.resolve(__dirname, '../../media/tour');
const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';
const friday = 'changes/CHG-2026-0047-limpieza-de-historico.md';

type Theme = 'light' | 'dark';
type Language = 'en' | 'es';

/** What is read on the screen in each language. */
const words = {
  en: {
    pending: 'Pending Deployments',
    friday: 'Friday',
    notice: 'Changebook: Preview Notice…',
    tick: 'Tick next step',
    page: 'Setup.md',
    setUp: 'Changebook: Set Up This Folder…',
    write: 'Changebook: New Change from Procedure…',
    tour: 'tour',
    steps: ['Set up this folder', 'Write a change', 'Mend what', 'Carry it out', 'Tell everybody'],
  },
  es: {
    pending: 'Despliegues pendientes',
    friday: 'viernes',
    notice: 'Changebook: Previsualizar un aviso…',
    tick: 'Marcar el siguiente paso',
    page: 'Preparación.md',
    setUp: 'Changebook: Preparar esta carpeta…',
    write: 'Changebook: Nuevo cambio a partir de un procedimiento…',
    tour: 'guía',
    steps: ['Prepara esta carpeta', 'Escribe un cambio', 'Arregla lo que', 'Ejecútalo', 'Avisa a todos'],
  },
} as const;

/** As much of a window as is read without glasses in the half of an editor. */
const size = { width: 760, height: 480 };
const titleBar = 36;

const languages: readonly Language[] = ['en', 'es'];

export const tourScenes: readonly Scene[] = languages.flatMap((language) => [
  {
    name: `the tour is read and followed, ${language}`,
    options: { theme: language === 'en' ? 'light' : 'dark', ...(language === 'es' && { locale: 'es' }) },
    pictureOnly: language === 'es',
    prepare: emptyRepository,
    play: (session: Session, folder: string) => followTour(session, folder, language),
  },
  ...(['light', 'dark'] as const).map((theme) => ({
    name: `the tour's pictures of a new folder, ${theme}, ${language}`,
    options: { theme, ...(language === 'es' && { locale: 'es' }) },
    pictureOnly: true,
    prepare: emptyRepository,
    play: (session: Session, folder: string) => pictureBeginning(session, folder, theme, language),
  })),
  ...(['light', 'dark'] as const).map((theme) => ({
    name: `the tour's pictures, ${theme}, ${language}`,
    options: { theme, ...(language === 'es' && { locale: 'es' }) },
    pictureOnly: true,
    aroundToday: true,
    play: (session: Session, workspace: string) => takePictures(session, workspace, theme, language),
  })),
]);

async function emptyRepository(example: string): Promise<string> {
  const folder = path.join(path.dirname(example), 'portal');
  await mkdir(folder);
  for (const args of [
    ['init', '--quiet'],
    ['config', 'user.name', 'Rita Mas'],
    ['config', 'user.email', 'rita@example.org'],
  ])
    spawnSync('git', args, { cwd: folder });
  return folder;
}

/** Takes every guess, up to the page that shows what is going to be written. */
async function answerSetup(page: Page, language: Language, look?: () => Promise<unknown>): Promise<void> {
  const title = page.locator('.quick-input-title:visible').first();
  const shown = page.locator('.tab', { hasText: words[language].page }).first();
  await title.waitFor({ timeout: patience });
  await waitFor('what is going to be written', async () => {
    if (await shown.isVisible()) return true;
    await look?.();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(700);
    return false;
  });
}

/** The pictures of a folder that is set up, and of its first change. */
async function pictureBeginning(
  { page }: Session,
  folder: string,
  theme: Theme,
  language: Language,
): Promise<void> {
  await page.setViewportSize(size);
  await page.keyboard.press('Control+KeyB');
  await runCommandByTitle(page, words[language].setUp);
  await page.locator('.quick-input-title:visible').first().waitFor({ timeout: patience });
  await answerSetup(page, language);
  await picture(page, `setUp-${theme}-${language}.png`, 0);
  await page.keyboard.press('Enter');
  await waitFor('the commit', async () => existsSync(path.join(folder, '.changebook/config.yaml')));
  await page.locator('.tab.active', { hasText: 'config.yaml' }).waitFor({ timeout: patience });
  await runCommandByTitle(page, words[language].write);
  const widget = page.locator('.quick-input-widget:visible');
  await widget.waitFor({ timeout: patience });
  await waitFor('the new change', async () => {
    if (await page.locator('.tab.active', { hasText: 'CHG-' }).isVisible()) return true;
    if (await widget.isVisible()) await page.keyboard.press('Enter');
    await page.waitForTimeout(700);
    return false;
  });
  await runCommandByTitle(page, 'View: Close Other Editors in Group');
  await picture(page, `write-${theme}-${language}.png`);
}

/** Opens the tour from the welcome view, looks at each step's picture, and does what the first step says. */
async function followTour({ page }: Session, folder: string, language: Language): Promise<void> {
  const { tour, steps } = words[language];
  await openViewContainer(page, 'Changebook');
  await page.locator('.welcome-view-content a', { hasText: tour }).click({ timeout: patience });
  await page.keyboard.press('Control+KeyB');
  for (const [index, title] of steps.entries()) {
    await page.locator('.getting-started-step', { hasText: title }).click({ timeout: patience });
    const image = page.locator('.getting-started-media img').first();
    await waitFor(`the picture of ${title}`, () =>
      image.evaluate((each) => 'naturalWidth' in each && Number(each.naturalWidth) > 0),
    );
    await takeScreenshot(page, path.join(pictures, `tour-${index + 1}-${language}.png`));
  }
  await page.locator('.getting-started-step', { hasText: steps[0] }).click({ timeout: patience });
  await page.locator('.getting-started-step .monaco-button:visible').first().click({ timeout: patience });
  let asked = 0;
  await answerSetup(page, language, () =>
    takeScreenshot(page, path.join(pictures, `setup-question-${++asked}-${language}.png`)),
  );
  await takeScreenshot(page, path.join(pictures, `setup-shown-${language}.png`));
  assert.ok(!existsSync(path.join(folder, '.changebook')), 'nothing is written before it was shown');
  await page.keyboard.press('Enter');
  await waitFor('one commit with all of it', async () => {
    const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: folder, encoding: 'utf8' });
    return existsSync(path.join(folder, '.changebook/config.yaml')) && stdout === '';
  });
  await takeScreenshot(page, path.join(pictures, `setup-done-${language}.png`));
}

async function takePictures(
  { page }: Session,
  workspace: string,
  theme: Theme,
  language: Language,
): Promise<void> {
  const take = (step: string): Promise<void> => picture(page, `${step}-${theme}-${language}.png`);
  const { pending, friday: day, notice } = words[language];
  await page.setViewportSize(size);
  await openFile(page, friday);
  await page.keyboard.press('Control+KeyB');
  await goToStart(page, workspace);
  await openProblems(page);
  await filterProblems(page, day);
  await waitForProblem(page, day);
  await goToStart(page, workspace);
  await openQuickFixes(page);
  await take('check');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyJ');
  await openViewContainer(page, 'Changebook');
  await waitFor('the pending deployments', async () =>
    (await readTree(page, pending)).some((row) => row.includes('CHG-2026-')),
  );
  const running = page.locator('.part.sidebar .monaco-list-row[aria-label*="CHG-2026-0040"]');
  await running.locator('.monaco-tl-twistie').first().click({ timeout: patience });
  // A window whose size changes while lenses are asked for may not draw them.
  await page.setViewportSize(windowSize);
  await openFile(page, record);
  await goToLine(page, await lineOf(workspace, record, '### 4.'));
  const lens = page.locator('.codelens-decoration', { hasText: words[language].tick });
  await lens.first().waitFor({ timeout: patience });
  await page.setViewportSize(size);
  // The smaller window shows what was on top of the larger one.
  await goToLine(page, await lineOf(workspace, record, '### 4.'));
  await take('carryOut');
  await runCommandByTitle(page, notice);
  const frame = await findWebview(page, '#letter p');
  await frame.locator('#kind option').first().waitFor({ state: 'attached', timeout: patience });
  await page.locator('.tabs-container .tab').last().click({ timeout: patience });
  await runCommandByTitle(page, 'View: Close Editors in Other Groups');
  await page.keyboard.press('Control+KeyB');
  await take('announce');
}

/** Puts the cursor on the start of the Friday's window, where its findings are. */
async function goToStart(page: Page, workspace: string): Promise<void> {
  await goToLine(page, await lineOf(workspace, friday, 'programacion:'), 26);
}

/** The number of the first line of a file that begins with a text. */
async function lineOf(workspace: string, file: string, begin: string): Promise<number> {
  const lines = (await readFile(path.join(workspace, file), 'utf8')).split(/\r?\n/);
  return lines.findIndex((line) => line.startsWith(begin)) + 1;
}

/** Writes a picture in sixteen colours, which text needs no more of: a quarter of what the browser writes. */
async function picture(page: Page, name: string, top = titleBar): Promise<void> {
  await page.mouse.move(size.width / 2, size.height - 1);
  const clip = { x: 0, y: top, width: size.width, height: size.height - titleBar };
  const input = await page.screenshot({ animations: 'disabled', clip });
  const { stdout, stderr, error } = spawnSync('pngquant', ['--nofs', '16', '-'], { input });
  if (error) throw new Error('pngquant makes the pictures small: install it first.');
  assert.ok(stdout.length > 0, String(stderr));
  await mkdir(media, { recursive: true });
  await writeFile(path.join(media, name), stdout);
}
