import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { filterProblems, openProblems, openQuickFixes, pickQuickFix, waitForProblem } from '../host/problems';
import type { Session } from '../host/session';
import { suggested } from '../host/suggestions';
import { openViewContainer, readTree } from '../host/views';
import { patience, waitFor } from '../host/waitFor';
import {
  answerQuickInput,
  goToLine,
  listCommands,
  openFile,
  primaryKey,
  quickInputRows,
  runCommandByTitle,
  takeScreenshot,
  typeText,
  visibleEditorLines,
} from '../host/workbench';
import type { Scene } from './drive';
import { commitsIn, gitIn, openPending, pane, view } from './pendingTree';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const id = 'CHG-2026-0751';
const record = `changes/${id}.md`;

/** A change with steps that ask for nothing. */
async function writeChange(workspace: string): Promise<void> {
  const head = `id: ${id}\ntype: change\ntitle: Keys\nstatus: in_progress`;
  const steps = '- [ ] First\n- [ ] Second\n- [ ] Third\n';
  await writeFile(path.join(workspace, record), `---\n${head}\n---\n# Keys\n\n## Deployment\n\n${steps}`);
  const git = gitIn(workspace);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A change with plain steps');
}

/** What can be done with a record from where it is shown: its title, its context menu, keys, and the list of commands. */
export const handScenes: readonly Scene[] = [
  {
    name: 'a record is ticked and advanced by keys, in its editor and in the tree',
    options: { theme: 'light' },
    window: 'pending',
    play: byKeys,
  },
  {
    name: 'the menu of a record is Spanish in a Spanish editor',
    options: { locale: 'es', theme: 'dark' },
    pictureOnly: true,
    play: spanishMenu,
  },
  {
    name: 'a start is completed from slots and words, and mended',
    options: { locale: 'es' },
    window: 'Spanish',
    play: startInWords,
  },
  {
    name: 'a customer is made from the list of new files',
    options: { locale: 'es' },
    pictureOnly: true,
    play: newCustomer,
  },
  {
    name: 'an empty folder lists only what makes a beginning there',
    options: {},
    window: 'empty',
    prepare: async (example) => {
      const folder = path.join(path.dirname(example), 'empty');
      await mkdir(folder);
      return folder;
    },
    play: inEmptyFolder,
  },
];

function picture(page: Page, name: string): Promise<string> {
  return takeScreenshot(page, path.join(pictures, `hand-${name}.png`));
}

/** Two keys one after the other, the first with Control. */
async function chord(page: Page, second: string): Promise<void> {
  await page.keyboard.press(`${primaryKey}+KeyK`);
  await page.keyboard.press(second);
}

async function byKeys({ page }: Session, workspace: string): Promise<void> {
  await writeChange(workspace);
  const git = gitIn(workspace);
  await openFile(page, record);
  await goToLine(page, 1);
  await menuOf(page, 'Changebook');
  await picture(page, 'menu');
  await page.keyboard.press('Escape');
  const before = commitsIn(git);
  await chord(page, 'x');
  await waitFor('the tick of the key', () => Promise.resolve(commitsIn(git) === before + 1));
  assert.match(git('log', '-1', '--format=%s'), new RegExp(id));
  await chord(page, 'a');
  await waitFor('the states that it may move to', async () => (await quickInputRows(page)).length > 0);
  await picture(page, 'advance-key');
  await page.keyboard.press('Escape');
  await openPending(page);
  const row = pane(page).locator('.monaco-list-row', { hasText: 'Keys' }).first();
  await pane(page).locator('.monaco-list').first().focus();
  let pressed = 0;
  // What scenes before it left open may keep the row out of sight: from the last row upwards it comes by.
  await waitFor('the row to have the focus', async () => {
    if ((await row.count()) > 0 && /focused/.test((await row.getAttribute('class')) ?? '')) return true;
    await page.keyboard.press(pressed++ % 60 === 0 ? 'End' : 'ArrowUp');
    return false;
  });
  await chord(page, 'x');
  await picture(page, 'tree-key');
  await waitFor('the tick in the tree', () => Promise.resolve(commitsIn(git) === before + 2));
}

/** Opens the menu in the title of the active editor, and gives what it holds. */
async function menuOf(page: Page, label: string): Promise<string[]> {
  await page.locator(`.editor-group-container.active .editor-actions [aria-label^="${label}"]`).click();
  const items = page.locator('.monaco-menu .action-label');
  await items.first().waitFor({ timeout: patience });
  return (await items.allInnerTexts()).filter(Boolean);
}

async function spanishMenu({ page }: Session, workspace: string): Promise<void> {
  await writeChange(workspace);
  await openFile(page, record);
  const items = await menuOf(page, 'Changebook');
  assert.ok(items.includes('Marcar el siguiente paso'), items.join());
  await picture(page, 'menu-es');
}

async function inEmptyFolder({ page }: Session, workspace: string): Promise<void> {
  if (!existsSync(path.join(workspace, '.git'))) gitInit(workspace);
  await openViewContainer(page, 'Changebook');
  await pane(page).getByText('Set Up This Folder').first().waitFor({ timeout: patience });
  const listed = await listCommands(page, 'Changebook:');
  await picture(page, 'empty-folder');
  // The workbench itself has a command for each view.
  const own = listed.filter((title) => /^Changebook: (?!Focus on)/.test(title));
  assert.ok(own.length > 0 && own.length < 8, own.join('\n'));
  // What appears in the open window is taken in: a record, a configuration, and a workspace of its own below.
  await writeFile(path.join(workspace, 'CHG-2026-0752.md'), recordText('CHG-2026-0752'));
  await waitFor('the first record', async () => (await readTree(page, view)).some((row) => /0752/.test(row)));
  await mkdir(path.join(workspace, '.changebook'));
  await writeFile(path.join(workspace, '.changebook/config.yaml'), 'timezone: Europe/Madrid\n');
  await mkdir(path.join(workspace, 'changes'));
  await writeFile(path.join(workspace, 'changes/CHG-2026-0753.md'), recordText('CHG-2026-0753'));
  await waitFor('the second', async () => (await readTree(page, view)).some((row) => /0753/.test(row)));
  await waitFor('the configuration to count', async () =>
    (await listCommands(page, 'Changebook: Open Conf')).some((title) => /Open Configuration/.test(title)),
  );
  await picture(page, 'taken-in');
  // No commit is there yet, and none is needed before that of the record.
  await openFile(page, 'CHG-2026-0752.md');
  await runCommandByTitle(page, 'Changebook: Commit Record');
  const git = gitIn(workspace);
  await waitFor('the first commit', async () => git('rev-list', '--all', '--count') === '1');
  assert.match(git('show', '--format=', '--name-only'), /^CHG-2026-0752\.md$/);
}

function gitInit(folder: string): void {
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
  gitIn(folder);
}

function recordText(id: string): string {
  return `---\nid: ${id}\ntype: change\ntitle: New\nstatus: to_do\n---\n# New\n`;
}

async function startInWords({ page }: Session, workspace: string): Promise<void> {
  await writeChange(workspace);
  await openFile(page, record);
  await goToLine(page, 5, 'status: in_progress'.length + 1);
  await page.keyboard.press('Enter');
  await typeText(page, 'schedule: { duration: 1h, start: ');
  await suggested(
    page,
    'the slots',
    (labels) => labels.filter((label) => /^\d{4}-\d\d-\d\d/.test(label)).length > 2,
  );
  await picture(page, 'start-slots');
  await typeText(page, 'pasado mañana 22:00');
  await suggested(page, 'the moment of the words', ([first = '']) => /^\d{4}-\d\d-\d\d 22:00/.test(first));
  await picture(page, 'start-words');
  await page.keyboard.press('Enter');
  const written = /start:\s\d{4}-\d\d-\d\d\s22:00/;
  await waitFor('the date', async () => (await visibleEditorLines(page)).some((line) => written.test(line)));
  for (let at = 0; at < ' 22:00'.length + 10; at++) await page.keyboard.press('Backspace');
  await typeText(page, 'in 3 days');
  await page.keyboard.press('Escape');
  await waitForProblemOnLine(page, 'in 3 days');
  const fixes = await openQuickFixes(page);
  await picture(page, 'start-fix');
  assert.ok(
    fixes.some((fix) => /^Escribir \d{4}-/.test(fix)),
    fixes.join(),
  );
  await pickQuickFix(page, 'Escribir');
  await waitFor('the mended date', async () =>
    (await visibleEditorLines(page)).some((line) => /start:\s\d{4}-\d\d-\d\d\s\d\d:\d\d/.test(line)),
  );
}

async function waitForProblemOnLine(page: Page, text: string): Promise<void> {
  await openProblems(page);
  await filterProblems(page, text);
  await waitForProblem(page, text);
  await goToLine(page, 6, 'schedule: { duration: 1h, start: in'.length);
}

async function newCustomer({ page }: Session, workspace: string): Promise<void> {
  await openFile(page, 'README.md');
  await runCommandByTitle(page, 'Create: New File...');
  await waitFor('the new files', async () =>
    (await quickInputRows(page)).some((row) => row.includes('Nuevo procedimiento')),
  );
  await picture(page, 'new-file');
  await answerQuickInput(page, 'Nuevo cliente');
  await page.getByText('1/3').first().waitFor({ timeout: patience });
  await answerQuickInput(page, 'Valle Norte');
  await page.getByText('2/3').first().waitFor({ timeout: patience });
  await answerQuickInput(page, 'Europe/Madrid');
  await page.getByText('3/3').first().waitFor({ timeout: patience });
  await picture(page, 'new-customer');
  await answerQuickInput(page, 'PRO, UAT');
  await page.locator('.tab.active[data-resource-name="valle-norte.yaml"]').waitFor({ timeout: patience });
  await picture(page, 'new-customer-file');
  const text = await readFile(path.join(workspace, '.changebook/customers/valle-norte.yaml'), 'utf8');
  assert.match(text, /- \{ name: PRO, production: true \}/);
}
