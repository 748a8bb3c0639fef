import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../host/session';
import { waitFor } from '../host/waitFor';
import { answerQuickInput, openFile, runCommandByTitle } from '../host/workbench';
import type { Scene } from './drive';
import { commitsIn, gitIn, picture } from './pendingTree';

const file = 'changes/CHG-2026-0045-motor-de-flujos.md';

async function withLog(example: string): Promise<string> {
  await writeFile(path.join(example, 'restore.log'), 'Restored in 4 min 10 s\n');
  return example;
}

/** Where a step asks for evidence, the button beside the question attaches a file. */
async function attach({ page }: Session, workspace: string): Promise<void> {
  const git = gitIn(workspace);
  const before = commitsIn(git);
  await openFile(page, file);
  await runCommandByTitle(page, 'Changebook: Tick Step…');
  await answerQuickInput(page, 'Copia de la base de datos');
  const button = page.locator('.quick-input-widget a[aria-label="Attach a file…"]');
  await button.waitFor();
  await picture(page, 'evidence-asked');
  await button.click();
  const line = page.locator('.quick-input-widget input[type="text"]:visible').first();
  await waitFor('the dialog', async () => (await line.inputValue()).includes('changes'));
  await line.fill(`${workspace}/`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'restore.log' }).click();
  await waitFor('the commit', async () => commitsIn(git) === before + 1);
  const changed = git('show', '--format=', '--name-only', 'HEAD').trim().split('\n');
  assert.equal(changed[0], file);
  assert.match(changed[1] ?? '', /^evidence\/CHG-2026-0045\/restore-[0-9a-f]{6}\.log$/);
}

/** A file that shows that a step is done. */
export const evidenceScenes: readonly Scene[] = [
  {
    name: 'a file is attached to a step that asks for evidence',
    options: { theme: 'light', settings: { 'files.simpleDialog.enable': true } },
    pictureOnly: true,
    prepare: withLog,
    play: attach,
  },
];
