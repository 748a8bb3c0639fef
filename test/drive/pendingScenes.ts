import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Session } from '../host/session';
import { readTree } from '../host/views';
import { patience, waitFor } from '../host/waitFor';
import { answerQuickInput, quickInputRows, runCommandByTitle, statusBarTexts } from '../host/workbench';
import type { Scene } from './drive';
import {
  boxOf,
  boxState,
  clickBox,
  commitsIn,
  expand,
  gitIn,
  openPending,
  pane,
  picture,
  view,
} from './pendingTree';

/** What the views of pending deployments look like, and what a person does in them. */
export const pendingScenes: readonly Scene[] = [
  {
    name: 'pending deployments in every grouping',
    options: { theme: 'light' },
    pictureOnly: true,
    play: everyGrouping(),
  },
  ...(['dark', 'highContrastDark', 'highContrastLight'] as const).map((theme) => ({
    name: `pending deployments in every grouping, ${theme}`,
    options: { theme },
    pictureOnly: true,
    play: everyGrouping(`-${theme}`),
  })),
  {
    name: 'a step is ticked in the tree of pending deployments',
    options: { theme: 'dark' },
    window: 'pending',
    play: tickInTree,
  },
  {
    name: 'pending deployments in high contrast',
    options: { theme: 'highContrastDark' },
    pictureOnly: true,
    play: highContrast,
  },
  {
    name: 'pending deployments in restricted mode',
    options: { trust: true, theme: 'light' },
    pictureOnly: true,
    play: restricted,
  },
  {
    name: 'a list leads back to the one before',
    options: { theme: 'light' },
    window: 'pending',
    play: goBack,
  },
  {
    name: 'pending deployments by the keyboard alone',
    options: { theme: 'highContrastLight' },
    window: 'pending',
    play: keyboardOnly,
  },
];

async function groupBy(page: Page, title: string): Promise<void> {
  await runCommandByTitle(page, 'Changebook: Group Pending Deployments…');
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  await row.click({ timeout: patience });
}

function everyGrouping(suffix = ''): Scene['play'] {
  return ({ page }, workspace) => showGroupings(page, workspace, suffix);
}

async function showGroupings(page: Page, workspace: string, suffix: string): Promise<void> {
  await writeHostile(workspace);
  await openPending(page);
  await waitFor('the broken record', async () =>
    (await readTree(page, view)).some((row) => row.includes('broken')),
  );
  await picture(page, `window${suffix}`);
  const groups: readonly [title: string, group: string][] = [
    ['Customer', 'Harbour Trust'],
    ['Environment', 'UAT'],
    ['Status', 'to be released'],
    ['Waits on', 'Waits on us'],
  ];
  for (const [title, group] of groups) {
    await groupBy(page, title);
    await waitFor(group, async () => (await readTree(page, view)).some((row) => row.startsWith(group)));
    await picture(page, `${title.toLowerCase().replace(' ', '-')}${suffix}`);
  }
}

/** Records that nobody writes on purpose. */
async function writeHostile(workspace: string): Promise<void> {
  const record = (front: string, body = ''): string => `---\n${front}\n---\n# A title\n\n${body}`;
  const steps = Array.from({ length: 2500 }, (_, index) => `- [ ] Step ${index + 1}`).join('\n');
  const files = {
    'changes/broken.md': record('id: CHG-2026-0901\ntype: change\nschedule: { start: ['),
    'changes/long.md': record(`id: CHG-2026-0902\ntype: change\ntitle: "${'very '.repeat(2000)}"`),
    'changes/rtl.md': record('id: CHG-2026-0903\ntype: change\ntitle: "עדכון \u202E portal 4.2"'),
    'changes/steps.md': record(
      'id: CHG-2026-0904\ntype: change\ntitle: Many steps',
      `## Checklist\n\n${steps}\n`,
    ),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(workspace, file), text);
}

const told = 'Usuarios avisados de la ventana';
const toldCommit = `Inés Vidal: CHG-2026-0042: tick "${told}" (12/25)`;

async function tickInTree({ page }: Session, workspace: string): Promise<void> {
  const git = gitIn(workspace);
  await openPending(page);
  await picture(page, 'window-dark');
  await expand(page, 'CHG-2026-0042');
  await boxOf(page, told).waitFor({ timeout: patience });
  const before = commitsIn(git);
  await clickBox(page, told, async () => (await boxState(page, told)) === 'true');
  await waitFor('the commit', async () => commitsIn(git) === before + 1);
  await waitFor('the box', async () => (await boxState(page, told)) === 'true');
  await waitFor('its heading', async () => (await readTree(page, view)).some((row) => row.includes('1/3')));
  await picture(page, 'ticked');
  assert.equal(git('log', '-1', '--format=%an: %s'), toldCommit);
  assert.equal(git('diff', '--shortstat', 'HEAD~1'), '1 file changed, 1 insertion(+), 1 deletion(-)');
  // A gate holds this one back: it goes back, and says why.
  const held = 'Migraciones aplicadas';
  await expand(page, '4.2 Puesta en marcha');
  const why = page.locator('.notification-list-item-message').first();
  await clickBox(page, held, () => why.isVisible());
  await waitFor('the box to go back', async () => (await boxState(page, held)) === 'false');
  await picture(page, 'refused');
  assert.equal(commitsIn(git), before + 1);
}

/** Everything by the keyboard: to the tree, down to a change, into it, and back out of its record. */
async function keyboardOnly({ page }: Session, workspace: string): Promise<void> {
  const git = gitIn(workspace);
  await openPending(page);
  await runCommandByTitle(page, 'Changebook: Show Pending Deployments');
  await pane(page).locator('.monaco-list:focus').first().waitFor({ state: 'attached', timeout: patience });
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const names = await waitFor('the parts of the change', async () => {
    const rows = await readTree(page, view);
    return rows.some((row) => row.startsWith('Approvals')) ? rows : undefined;
  });
  for (const name of names) assert.ok(name.length > 3 && !/undefined|\[object/.test(name), name);
  assert.match(
    names[1] ?? '',
    /^Más memoria para el buscador, .* late, .* 2026-11-12 21:30.*, CHG-2026-0041/,
  );
  await page.keyboard.press('Shift+F10');
  await page.locator('.monaco-menu .action-label', { hasText: 'Open Record' }).waitFor({ timeout: patience });
  await picture(page, 'context-menu');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: 'CHG-2026-0041' }).waitFor({ timeout: patience });
  await runCommandByTitle(page, 'Changebook: Show Pending Deployments');
  await goDownTo(page, 'CHG-2026-0042');
  await page.keyboard.press('ArrowRight');
  await boxOf(page, told).waitFor({ timeout: patience });
  await goDownTo(page, told);
  const before = commitsIn(git);
  await page.keyboard.press('Shift+F10');
  await page.locator('.monaco-menu .action-label', { hasText: 'Tick Step…' }).waitFor({ timeout: patience });
  await picture(page, 'step-menu');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await waitFor('the commit', async () => commitsIn(git) === before + 1);
  await waitFor('the box', async () => (await boxState(page, told)) === 'true');
  assert.equal(git('log', '-1', '--format=%an: %s'), toldCommit);
  await picture(page, 'ticked-by-keyboard');
}

/** The lists of a command by the keyboard: from a change to its steps, back, and to those of another one. */
async function goBack({ page }: Session): Promise<void> {
  await openPending(page);
  await runCommandByTitle(page, 'Changebook: Tick Step…');
  const shows = (text: string): Promise<unknown> =>
    waitFor(text, async () => (await quickInputRows(page)).some((row) => row.includes(text)));
  await shows('Más memoria para el buscador');
  const [first = ''] = await quickInputRows(page);
  assert.match(first, /^Más memoria para el buscador, .*late/);
  const widget = page.locator('.quick-input-widget:visible');
  const title = widget.locator('.quick-input-title');
  assert.equal(await title.innerText(), 'Tick Step (1/2)');
  await picture(page, 'list-changes');
  await answerQuickInput(page, 'CHG-2026-0042');
  await shows(told);
  // The first step asks for evidence, the next one does not.
  assert.equal(await title.innerText(), 'Tick Step · CHG-2026-0042 (2/3)');
  await page.keyboard.press('ArrowDown');
  await waitFor('fewer questions', async () => (await title.innerText()).endsWith('(2/2)'));
  await picture(page, 'list-steps');
  // Its key is the browser's own here.
  await widget.locator('.quick-input-titlebar .action-label').first().click();
  await shows('Más memoria para el buscador');
  await page.keyboard.press('Escape');
}

/** The accessible name of the row that the keyboard is on. */
async function focusedRow(page: Page): Promise<string> {
  return (await pane(page).locator('.monaco-list-row.focused').first().getAttribute('aria-label')) ?? '';
}

/** Goes down, row by row, to the first one whose name contains a text. */
async function goDownTo(page: Page, text: string): Promise<void> {
  await waitFor(`the row of ${text}`, async () => {
    if ((await focusedRow(page)).includes(text)) return true;
    await page.keyboard.press('ArrowDown');
    return false;
  });
}

async function highContrast({ page }: Session): Promise<void> {
  await openPending(page);
  await picture(page, 'window-high-contrast');
  await expand(page, 'CHG-2026-0044');
  await picture(page, 'high-contrast');
  assert.ok((await statusBarTexts(page)).some((text) => text.includes('CHG-2026-')));
}

async function restricted({ page }: Session): Promise<void> {
  await openPending(page);
  await expand(page, 'CHG-2026-0042');
  await picture(page, 'restricted');
  assert.equal(await pane(page).locator('.custom-view-tree-node-item-checkbox').count(), 0);
}
