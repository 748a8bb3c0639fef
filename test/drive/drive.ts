import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { copyExample } from '../host/exampleCopy';
import {
  filterProblems,
  openProblems,
  openQuickFixes,
  pickQuickFix,
  readProblems,
  waitForProblem,
} from '../host/problems';
import { openSession, type Session, type SessionOptions } from '../host/session';
import { waitFor } from '../host/waitFor';
import {
  answerQuickInput,
  goToLine,
  openFile,
  quickInputRows,
  runCommandByTitle,
  takeScreenshot,
  typeText,
} from '../host/workbench';
import { auditScenes } from './auditScenes';
import { calendarScenes } from './calendarScenes';
import { commitScenes } from './commitScenes';
import { dayScenes } from './dayScenes';
import { installed } from './installed';
import { noticeScenes } from './noticeScenes';
import { pendingScenes } from './pendingScenes';
import { previewScenes } from './previewScenes';
import { releaseScenes } from './releaseScenes';
import { webScenes } from './webScenes';

// Drives the workbench like a person, with the packaged extension installed as a user would, and takes pictures.

const project = path.resolve(__dirname, '../..');
const pictures = path.join(project, '.vscode-test/screenshots');
/** Scenes wait for the editor most of the time, so that two fit at once. */
const lanes = 2;
/** The moment around which the example's dates lie, so that pictures are always the same. */
const now = Date.UTC(2026, 10, 16, 8);

export interface Scene {
  readonly name: string;
  readonly options: Partial<SessionOptions>;
  /** Whether the example's dates lie around today, as the editor's own clock has it. */
  readonly aroundToday?: boolean;
  /** Whether it only takes pictures of what other scenes prove: played where it is asked for by name. */
  readonly pictureOnly?: boolean;
  /** Makes what is opened instead of the copy of the example, beside it, and gives its path. */
  prepare?(example: string): Promise<string>;
  play(session: Session, workspace: string): Promise<void>;
}

const record = 'changes/CHG-2026-0042-portal-4-2-0.md';

/** Scenes whose names contain the first argument; without one, all that prove something. */
const wanted = process.argv[2];

const scenes: readonly Scene[] = [
  { name: 'a defect is typed, seen and mended', options: { theme: 'light' }, play: typeAndMend },
  {
    name: 'the example workspace shows its findings',
    options: { theme: 'dark' },
    pictureOnly: true,
    play: showFindings,
  },
  { name: 'messages and fixes are Spanish in a Spanish editor', options: { locale: 'es' }, play: spanish },
  {
    name: 'high contrast shows the same',
    options: { theme: 'highContrastDark' },
    pictureOnly: true,
    play: showFindings,
  },
  { name: 'a schedule finding is moved, and waived', options: { theme: 'light' }, play: moveAndWaive },
  { name: 'a change is advanced, and says what it lacks', options: { theme: 'dark' }, play: advance },
  {
    name: 'checklists say how far they are',
    options: { theme: 'light' },
    pictureOnly: true,
    play: checklists,
  },
  {
    name: 'restricted mode has findings and no fixes',
    options: { trust: true },
    pictureOnly: true,
    play: restricted,
  },
  ...auditScenes,
  ...commitScenes,
  ...dayScenes,
  ...pendingScenes,
  ...previewScenes,
  ...calendarScenes,
  ...noticeScenes,
  ...releaseScenes,
  ...webScenes,
];

async function typeAndMend({ page }: Session, workspace: string): Promise<void> {
  const before = await readFile(path.join(workspace, record), 'utf8');
  await openFile(page, record);
  await goToLine(page, 5, 1);
  await page.keyboard.press('End');
  await typeText(page, 'x');
  await page.locator('.squiggly-error').first().waitFor({ timeout: 10_000 });
  await openProblems(page);
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
}

const friday = 'changes/CHG-2026-0047-limpieza-de-historico.md';

/** Puts the cursor on the start of the Friday's window, where its findings are. */
async function goToStart(page: Page, workspace: string): Promise<void> {
  const lines = (await readFile(path.join(workspace, friday), 'utf8')).split(/\r?\n/);
  const line = lines.findIndex((text) => text.startsWith('programacion:'));
  await goToLine(page, line + 1, (lines[line] ?? '').indexOf('20') + 3);
}

/** Answers a question; Enter does nothing while the answer is still being validated, so it is pressed again. */
async function answer(page: Page, question: string, text: string): Promise<void> {
  const prompt = page.locator(`.quick-input-message:visible`, { hasText: question }).first();
  await prompt.waitFor({ timeout: 10_000 });
  await answerQuickInput(page, text);
  await waitFor(`the question “${question}” to go`, async () => {
    if (!(await prompt.isVisible())) return true;
    await page.keyboard.press('Enter');
    return false;
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
  await waitForProblem(page, 'starts on Friday');
  await goToStart(page, workspace);
  const fixes = await openQuickFixes(page);
  const move = fixes.find((fix) => fix.startsWith('Move to'));
  assert.ok(move && fixes.some((fix) => fix.startsWith('Waive schedule/friday')), fixes.join(' | '));
  await takeScreenshot(page, path.join(pictures, 'schedule-fixes.png'));
  await pickQuickFix(page, 'Waive schedule/friday');
  await answer(page, 'Who answers for it?', 'Rita Mas');
  await answer(page, 'Why is it acceptable?', 'The archive is closed on Mondays');
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
    return shown.some((row) => row.includes('to_be_released')) ? shown : undefined;
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
  await lens.waitFor({ timeout: 15_000 });
  await page
    .locator('.codelens-decoration', { hasText: 'Tick next step' })
    .first()
    .waitFor({ timeout: 15_000 });
  await takeScreenshot(page, path.join(pictures, 'checklists.png'));
}

async function restricted({ page }: Session): Promise<void> {
  await page.locator('text=Restricted Mode').first().waitFor({ timeout: 15_000 });
  await runCommandByTitle(page, 'Changebook: Check Workspace');
  await waitFor('problems of the example', async () => (await readProblems(page)).length > 5);
  await takeScreenshot(page, path.join(pictures, 'restricted.png'));
}

async function play(scene: Scene, extensionPath: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-drive-'));
  const workspace = path.join(folder, 'example');
  await copyExample(path.join(project, 'examples'), workspace, scene.aroundToday ? Date.now() : now);
  const opened = (await scene.prepare?.(workspace)) ?? workspace;
  const options = {
    release: 'newest',
    workspace: opened,
    extension: { extensionPath },
    ...scene.options,
  } as const;
  const session = await openSession(options);
  try {
    await scene.play(session, opened);
  } catch (error) {
    await takeScreenshot(
      session.page,
      path.join(pictures, `failed-${scene.name.replaceAll(' ', '-')}.png`),
    ).catch(() => undefined);
    throw error;
  } finally {
    await session.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Plays one scene after the other, as long as there are any, and counts those that failed. */
async function playAll(waiting: Scene[], extensionPath: string): Promise<number> {
  let failed = 0;
  for (let scene = waiting.shift(); scene; scene = waiting.shift()) {
    try {
      await play(scene, extensionPath);
      console.log(`  ✓ ${scene.name}`);
    } catch (error) {
      failed++;
      console.log(`  ✗ ${scene.name}\n${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  return failed;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-installed-'));
  try {
    const extensionPath = await installed(path.join(folder, 'extensions'));
    const played = scenes.filter(({ name, pictureOnly }) =>
      wanted === undefined ? !pictureOnly : name.includes(wanted),
    );
    const waiting = [...played];
    const counts = await Promise.all(Array.from({ length: lanes }, () => playAll(waiting, extensionPath)));
    const failed = counts.reduce((all, count) => all + count, 0);
    console.log(`${played.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
