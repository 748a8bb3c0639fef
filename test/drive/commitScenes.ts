import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../host/session';
import { waitFor } from '../host/waitFor';
import {
  answerQuickInput,
  goToLine,
  openFile,
  pressNotificationButton,
  runCommandByTitle,
  takeScreenshot,
  typeText,
  waitForNotification,
} from '../host/workbench';
import type { Scene } from './drive';

const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
const record = 'changes/CHG-2026-0042-portal-4-2-0.md';
const ticked = 'CHG-2026-0042: tick "Copia de la base de datos" (12/25)';

/** A remote whose main branch nobody may push to, the way a hosting service refuses it. */
const protects = `#!/bin/sh
while read -r old new ref; do
  if [ "$ref" = refs/heads/main ] && [ "$old" != 0000000000000000000000000000000000000000 ]; then
    echo "GL-HOOK-ERR: You are not allowed to push code to protected branches on this project." >&2
    exit 1
  fi
done
`;

type Git = (...args: string[]) => string;

async function shareWithProtectedBranch(workspace: string): Promise<{ git: Git; remote: Git }> {
  const bare = path.join(workspace, '../remote.git');
  const inFolder =
    (cwd: string): Git =>
    (...args) =>
      execFileSync('git', args, { cwd, encoding: 'utf8', stdio: 'pipe' }).trim();
  const git = inFolder(workspace);
  git('config', 'user.name', 'Rita Mas');
  git('config', 'user.email', 'rita@example.org');
  git('init', '--quiet', '--bare', bare);
  await writeFile(path.join(bare, 'hooks/pre-receive'), protects, { mode: 0o755 });
  git('remote', 'add', 'origin', bare);
  git('push', '--quiet', '--set-upstream', 'origin', 'main');
  return { git, remote: inFolder(bare) };
}

/** A record with unsaved work is ticked; the commit is pushed once that is allowed, to a branch that takes it. */
async function askedBeforeAndAfter({ page }: Session, workspace: string): Promise<void> {
  const { git, remote } = await shareWithProtectedBranch(workspace);
  const lines = (await readFile(path.join(workspace, record), 'utf8')).split(/\r?\n/);
  await openFile(page, record);
  await goToLine(page, lines.indexOf('## Resumen') + 3);
  await page.keyboard.press('End');
  await typeText(page, ' Y algo que aún se escribe.');
  await runCommandByTitle(page, 'Changebook: Tick Next Step');
  await answerQuickInput(page, 'https://backup.example.org/771');
  await waitForNotification(page, 'The record has unsaved changes');
  await takeScreenshot(page, path.join(pictures, 'save-first.png'));
  assert.notEqual(git('log', '-1', '--format=%s'), ticked);
  await pressNotificationButton(page, 'The record has unsaved changes', 'Save and go on');
  await waitFor('the commit', async () => git('log', '-1', '--format=%s') === ticked);
  assert.match(await readFile(path.join(workspace, record), 'utf8'), /Y algo que aún se escribe/);
  assert.ok(!git('show', `HEAD:${record}`).includes('Y algo que aún se escribe'));
  await waitForNotification(page, 'Push 1 commit to origin/main?');
  await pressNotificationButton(page, 'Push 1 commit to', 'Push');
  await waitForNotification(page, 'is protected');
  await takeScreenshot(page, path.join(pictures, 'protected-branch.png'));
  await pressNotificationButton(page, 'is protected', 'Push to a branch');
  await answerQuickInput(page, 'release/backup');
  await waitFor('the branch', async () => remote('branch', '--list').includes('release/backup'));
  assert.equal(remote('log', '-1', '--format=%s', 'release/backup'), ticked);
  assert.equal(git('log', '-1', '--format=%s'), ticked);
}

/** What is asked around a commit: whether unsaved work is saved first, whether it is pushed, and where to. */
export const commitScenes: readonly Scene[] = [
  {
    name: 'a tick asks about unsaved work, about the push, and for a branch that takes it',
    options: {
      theme: 'dark',
      settings: { 'changebook.commit.push': 'ask', 'git.promptToSaveFilesBeforeCommit': 'always' },
    },
    play: askedBeforeAndAfter,
  },
];
