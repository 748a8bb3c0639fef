import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openViewContainer, readTree } from '../host/views';
import { patience, waitFor } from '../host/waitFor';
import { takeScreenshot } from '../host/workbench';

// What scenes do in the tree of pending deployments, and in the repository behind it.

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
export const view = 'Pending Deployments';

export function picture(page: Page, name: string): Promise<string> {
  return takeScreenshot(page, path.join(pictures, `pending-${name}.png`));
}

export function pane(page: Page, title = view) {
  return page.locator(`.part.sidebar .pane:has(.pane-header[aria-label^="${title}"])`);
}

/** Shows the tree, wide enough to read. */
export async function openPending(page: Page): Promise<string[]> {
  await openViewContainer(page, 'Changebook');
  const rows = await waitFor('the pending deployments', async () => {
    const shown = await readTree(page, view);
    return shown.some((row) => row.includes('CHG-2026-')) ? shown : undefined;
  });
  await widen(page);
  return rows;
}

async function widen(page: Page): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  assert.ok(box);
  const edge = box.x + box.width;
  await page.mouse.move(edge, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(edge + 280, box.y + 300, { steps: 5 });
  await page.mouse.up();
}

type Git = (...args: string[]) => string;

/** Git in the workspace, for somebody who may commit there. */
export function gitIn(workspace: string): Git {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: workspace, encoding: 'utf8' }).trim();
  git('config', 'user.name', 'Inés Vidal');
  git('config', 'user.email', 'ines@example.org');
  return git;
}

export function commitsIn(git: Git): number {
  return Number(git('rev-list', '--count', 'HEAD'));
}

export function boxOf(page: Page, step: string) {
  return pane(page)
    .locator('.monaco-list-row', { hasText: step })
    .first()
    .locator('.custom-view-tree-node-item-checkbox');
}

/** Clicks a box as a person would: again where the row was just being drawn anew, which loses a click. */
export async function clickBox(page: Page, step: string, done: () => Promise<boolean>): Promise<void> {
  await waitFor(`${step} to be taken`, async () => {
    await boxOf(page, step).click();
    return waitFor('what follows', done, 5000).catch(() => false);
  });
}

export async function boxState(page: Page, step: string): Promise<string | null> {
  return boxOf(page, step).getAttribute('aria-checked');
}

/** The first row whose accessible name contains a text, such as an id, which the row itself does not show. */
export function rowNamed(page: Page, text: string) {
  return pane(page).locator(`.monaco-list-row[aria-label*="${text}"]`).first();
}

export async function expand(page: Page, text: string): Promise<void> {
  const row = text.startsWith('CHG-')
    ? rowNamed(page, text)
    : pane(page).locator('.monaco-list-row', { hasText: text }).first();
  // A tree that is just being drawn again may not take a click.
  await waitFor(`${text} to be open`, async () => {
    if ((await row.getAttribute('aria-expanded')) === 'true') return true;
    await row.locator('.monaco-tl-twistie').click({ timeout: patience });
    await page.waitForTimeout(500);
    return (await row.getAttribute('aria-expanded')) === 'true' || undefined;
  });
  // What is below a change is read only now.
  if (text.startsWith('CHG-'))
    await pane(page)
      .locator('.monaco-list-row', { hasText: 'Approvals' })
      .first()
      .waitFor({ timeout: patience });
}
