import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../host/session';
import { readTree } from '../host/views';
import { patience, waitFor } from '../host/waitFor';
import { findWebview } from '../host/webview';
import { runCommandByTitle } from '../host/workbench';
import type { Scene } from './drive';
import { expand, gitIn, openPending, picture, rowNamed, view } from './pendingTree';

const id = 'CHG-2026-0050';
const dayMs = 24 * 3_600_000;

/** A change that reaches everybody in three windows, of which the first is tonight. */
async function withPhases(example: string): Promise<string> {
  const day = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
  const head = [
    `id: ${id}`,
    'type: change',
    'title: Search by meaning',
    'status: in_progress',
    'customer: harbour',
    'environments: [UAT, PRO]',
    'schedule:',
    '  phases:',
    `    - { name: Trial, start: ${day(0)} 22:00, duration: 1h, environments: [UAT] }`,
    `    - { name: A tenth, start: ${day(1)} 22:00, duration: 2h, environments: [PRO], share: 10 }`,
    `    - { name: Everybody, start: ${day(3)} 20:00, duration: 4h, environments: [PRO], share: 100 }`,
  ];
  const text = `---\n${head.join('\n')}\n---\n# Search by meaning\n\n## Deployment\n\n- [ ] Index built\n`;
  await writeFile(path.join(example, `changes/${id}.md`), text);
  const git = gitIn(example);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A change in three phases');
  return example;
}

async function lookAtPhases({ page }: Session): Promise<void> {
  await openPending(page);
  await expand(page, id);
  const change = rowNamed(page, id);
  await change.hover();
  await waitFor('the phases', async () =>
    (await page.locator('.monaco-hover:visible').allTextContents()).some((text) => text.includes('A tenth')),
  ).catch(() => undefined);
  await picture(page, 'phases-tree');
  await waitFor('the change', async () => (await readTree(page, view)).some((row) => row.includes(id)));
  await page.keyboard.press('Control+KeyB');
  await runCommandByTitle(page, 'Changebook: Show Deployment Calendar');
  const frame = await findWebview(page, '#picture svg');
  await frame.locator('.bar', { hasText: id }).first().waitFor({ timeout: patience });
  await picture(page, 'phases-week');
  await frame.getByRole('button', { name: 'Later', exact: true }).click();
  await page.waitForTimeout(1000);
  await picture(page, 'phases-next-week');
  await frame.getByRole('button', { name: 'Month', exact: true }).click();
  await page.waitForTimeout(1000);
  await picture(page, 'phases-month');
}

/** What phases look like in the tree and in the calendar. */
export const phaseScenes: readonly Scene[] = [
  {
    name: 'a change in phases, in the tree and in the calendar',
    options: { theme: 'light' },
    aroundToday: true,
    pictureOnly: true,
    prepare: withPhases,
    play: lookAtPhases,
  },
];
