import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
  filterProblems,
  openProblems,
  openQuickFixes,
  pickQuickFix,
  readProblems,
  waitForProblem,
} from '../host/problems';
import type { Session } from '../host/session';
import { patience, waitFor } from '../host/waitFor';
import {
  answerQuickInput,
  goToLine,
  openFile,
  quickInputRows,
  runCommandByTitle,
  takeScreenshot,
  typeText,
} from '../host/workbench';
import type { Scene } from './drive';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';

/** A record that is written, checked, mended and moved on in the editor. */
export const recordScenes: readonly Scene[] = [
  {
    name: 'a defect is typed, seen and mended',
    options: { theme: 'light' },
    window: 'records',
    play: typeAndMend,
  },
  {
    name: 'the example workspace shows its findings',
    options: { theme: 'dark' },
    pictureOnly: true,
    play: showFindings,
  },
  {
    name: 'messages and fixes are Spanish in a Spanish editor',
    options: { locale: 'es' },
    window: 'Spanish',
    play: spanish,
  },
  {
    name: 'high contrast shows the same',
    options: { theme: 'highContrastDark' },
    pictureOnly: true,
    play: showFindings,
  },
  {
    name: 'a schedule finding is moved, and waived',
    options: { theme: 'light' },
    window: 'records',
    play: moveAndWaive,
  },
  {
    name: 'a change is advanced, and says what it lacks',
    options: { theme: 'dark' },
    pictureOnly: true,
    play: advance,
  },
  {
    name: 'checklists say how far they are',
    options: { theme: 'light' },
    pictureOnly: true,
    play: checklists,
  },
  {
    name: 'a checklist becomes a procedure',
    options: { locale: 'es' },
    pictureOnly: true,
    play: adoptChecklist,
  },
  {
    name: 'restricted mode has findings and no fixes',
    options: { trust: true },
    pictureOnly: true,
    play: restricted,
  },
];

async function typeAndMend({ page }: Session, workspace: string): Promise<void> {
  const before = await readFile(path.join(workspace, record), 'utf8');
  await openFile(page, record);
  await goToLine(page, 5, 1);
  await page.keyboard.press('End');
  await typeText(page, 'x');
  await page.locator('.squiggly-error').first().waitFor({ timeout: patience });
  await openProblems(page);
  await filterProblems(page, 'por_desplegarx');
  await waitForProblem(page, 'por_desplegarx');
  await goToLine(page, 5, 12);
  await takeScreenshot(page, path.join(pictures, 'typed-defect.png'));
  const fixes = await openQuickFixes(page);
  assert.ok(
    fixes.some((fix) => fix.includes('por_desplegar')),
    fixes.join(' | '),
  );
  await takeScreenshot(page, path.join(pictures, 'quick-fix.png'));
  await pickQuickFix(page, 'Change to “por_desplegar”');
  await waitFor('the problem to go', async () => {
    return !(await readProblems(page)).some(({ text }) => text.includes('por_desplegarx'));
  });
  await page.keyboard.press('Control+KeyS');
  await waitFor(
    'the file as it was',
    async () => (await readFile(path.join(workspace, record), 'utf8')) === before,
  );
}

async function showFindings({ page }: Session): Promise<void> {
  await runCommandByTitle(page, 'Changebook: Check Workspace');
  await waitFor('problems of the example', async () => (await readProblems(page)).length > 5);
  await takeScreenshot(page, path.join(pictures, 'findings.png'));
}

async function spanish({ page }: Session): Promise<void> {
  await openFile(page, record);
  await goToLine(page, 5, 1);
  await page.keyboard.press('Home');
  await typeText(page, 'x');
  await openProblems(page);
  await filterProblems(page, 'xestado');
  await waitForProblem(page, 'Aquí no existe el campo');
  await takeScreenshot(page, path.join(pictures, 'spanish.png'));
  await goToLine(page, 5, 1);
  await runCommandByTitle(page, 'File: Revert File');
}

const friday = 'changes/CHG-2026-0047-limpieza-de-historico.md';

/** Puts the cursor on the start of the Friday's window, where its findings are. */
async function goToStart(page: Page, workspace: string): Promise<void> {
  const lines = (await readFile(path.join(workspace, friday), 'utf8')).split(/\r?\n/);
  const line = lines.findIndex((text) => text.startsWith('programacion:'));
  await goToLine(page, line + 1, (lines[line] ?? '').indexOf('20') + 3);
}

/**
 * Answers one of the questions that are asked in steps. Enter does nothing while the answer is still being validated, so
 * it is pressed again, but not before it can only be that: a moment later it would answer the next question.
 */
async function answer(page: Page, step: string, text: string): Promise<void> {
  const title = page.locator('.quick-input-title:visible', { hasText: step }).first();
  await title.waitFor({ timeout: patience });
  await answerQuickInput(page, text);
  await waitFor(`step ${step} to be over`, async () => {
    const over = await title.waitFor({ state: 'hidden', timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (!over) await page.keyboard.press('Enter');
    return over;
  });
}

async function moveAndWaive({ page }: Session, workspace: string): Promise<void> {
  // A waiver is a commit, and a commit has somebody who made it.
  for (const [key, value] of [
    ['user.name', 'Rita Mas'],
    ['user.email', 'rita@example.org'],
  ] as const)
    spawnSync('git', ['config', key, value], { cwd: workspace });
  await openFile(page, friday);
  await openProblems(page);
  await filterProblems(page, 'Friday');
  await waitForProblem(page, 'starts on Friday');
  await goToStart(page, workspace);
  const fixes = await openQuickFixes(page);
  const move = fixes.find((fix) => fix.startsWith('Move to'));
  assert.ok(move && fixes.some((fix) => fix.startsWith('Waive schedule/friday')), fixes.join(' | '));
  await takeScreenshot(page, path.join(pictures, 'schedule-fixes.png'));
  await pickQuickFix(page, 'Waive schedule/friday');
  await answer(page, '(1/2)', 'Rita Mas');
  await answer(page, '(2/2)', 'The archive is closed on Mondays');
  await filterProblems(page, 'Friday');
  await waitForProblem(page, 'waived by Rita Mas');
  await takeScreenshot(page, path.join(pictures, 'waived.png'));
  await goToStart(page, workspace);
  await openQuickFixes(page);
  await pickQuickFix(page, 'Move to');
  await waitFor('the Friday to go', async () => {
    return !(await readProblems(page)).some(({ text }) => text.includes('starts on Friday'));
  });
}

async function advance({ page }: Session): Promise<void> {
  await openFile(page, 'changes/CHG-2026-0044-harbour-single-sign-on.md');
  await runCommandByTitle(page, 'Changebook: Advance Status…');
  const rows = await waitFor('the states', async () => {
    const shown = await quickInputRows(page);
    return shown.some((row) => row.includes('to be released')) ? shown : undefined;
  });
  assert.ok(
    rows.some((row) => row.includes('in_progress')),
    rows.join(' | '),
  );
  await takeScreenshot(page, path.join(pictures, 'advance.png'));
  await page.keyboard.press('Enter');
  await waitFor('what is lacking', async () =>
    (await quickInputRows(page)).some((row) => row.includes('Not approved yet')),
  );
  await takeScreenshot(page, path.join(pictures, 'advance-lacks.png'));
  await page.keyboard.press('Escape');
}

async function checklists({ page }: Session, workspace: string): Promise<void> {
  const lines = (await readFile(path.join(workspace, record), 'utf8')).split(/\r?\n/);
  await openFile(page, record);
  await goToLine(page, lines.findIndex((line) => line.startsWith('### 4.')) + 1);
  const lens = page.locator('.codelens-decoration', { hasText: 'steps done' }).first();
  await lens.waitFor({ timeout: patience });
  await page
    .locator('.codelens-decoration', { hasText: 'Tick next step' })
    .first()
    .waitFor({ timeout: patience });
  await takeScreenshot(page, path.join(pictures, 'checklists.png'));
}

async function adoptChecklist({ page }: Session, workspace: string): Promise<void> {
  const steps = '1. Parar el servicio\n2. Copiar los ficheros\n\n- [ ] Avisar a los usuarios\n';
  const back = '## Marcha atrás\n\n1. Restaurar la copia\n';
  await writeFile(path.join(workspace, 'subida.md'), `# Subida a producción\n\n${steps}\n${back}`);
  await openFile(page, 'subida.md');
  const lens = page.locator('.codelens-decoration a', { hasText: 'Convertirlo en procedimiento' }).first();
  await lens.waitFor({ timeout: patience });
  await takeScreenshot(page, path.join(pictures, 'adopt-lens.png'));
  await lens.click();
  await waitFor('the steps', async () => (await quickInputRows(page)).length === 3);
  await takeScreenshot(page, path.join(pictures, 'adopt-boxes.png'));
  await page.keyboard.press('Enter');
  await waitFor('the places', async () =>
    (await quickInputRows(page)).some((row) => row.includes('PROC-SUBIDA-A-PRODUCCION')),
  );
  await takeScreenshot(page, path.join(pictures, 'adopt-place.png'));
  await page.keyboard.press('Enter');
  await page.locator('.tab', { hasText: 'PROC-SUBIDA-A-PRODUCCION.md' }).waitFor({ timeout: patience });
  await takeScreenshot(page, path.join(pictures, 'adopted.png'));
}

async function restricted({ page }: Session): Promise<void> {
  await page.locator('text=Restricted Mode').first().waitFor({ timeout: patience });
  await runCommandByTitle(page, 'Changebook: Check Workspace');
  await waitFor('problems of the example', async () => (await readProblems(page)).length > 5);
  await takeScreenshot(page, path.join(pictures, 'restricted.png'));
}
