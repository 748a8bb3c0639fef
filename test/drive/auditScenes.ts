import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Session } from '../host/session';
import { waitFor } from '../host/waitFor';
import { openFile, quickInputRows, runCommandByTitle, takeScreenshot } from '../host/workbench';
import type { Scene } from './drive';

const project = path.resolve(__dirname, '../..');
const pictures = path.join(project, '.vscode-test/screenshots');
const audited = 'CHG-2026-0044';
const auditedFile = 'changes/CHG-2026-0044-harbour-single-sign-on.md';
const auditedLater = 'changes/CHG-2026-0044-harbour-sso.md';
const somebody = {
  ...{ GIT_AUTHOR_NAME: 'Rita Mas', GIT_AUTHOR_EMAIL: 'rita@example.org' },
  ...{ GIT_COMMITTER_NAME: 'Rita Mas', GIT_COMMITTER_EMAIL: 'rita@example.org' },
};

/** Ticks two steps of a change, one with evidence, and shows what its trail says of that. */
async function auditTrail({ page }: Session, workspace: string): Promise<void> {
  writeFileSync(path.join(workspace, 'tests.log'), '412 of 420 tests passed\n');
  for (const [step, ...more] of [
    ['3', '--evidence-file', 'tests.log'],
    ['4', '--evidence', 'Read by Inés Vidal, 20 remarks settled'],
    ['5', '--evidence', 'Meeting of Monday'],
  ])
    runProgram(workspace, ['tick', audited, step ?? '', ...more]);
  runProgram(workspace, ['untick', audited, '5', '--reason', 'They approved another version']);
  runProgram(workspace, ['skip', audited, '6', '--reason', 'The customer performs it']);
  const env = { ...process.env, ...somebody };
  spawnSync('git', ['mv', auditedFile, auditedLater], { cwd: workspace, env });
  spawnSync('git', ['commit', '--quiet', '-m', 'A shorter name'], { cwd: workspace, env });
  await openFile(page, auditedLater);
  await runCommandByTitle(page, 'Changebook: Show Audit Trail');
  const rows = await waitFor('the trail', async () => {
    const shown = await quickInputRows(page);
    return shown.some((row) => row.includes('Moved from')) ? shown : undefined;
  });
  assert.ok(
    rows.some((row) => row.includes('Rita Mas')),
    rows.join(' | '),
  );
  await takeScreenshot(page, path.join(pictures, 'audit-pick.png'));
  await page.keyboard.press('Enter');
  await waitFor('the document', async () => {
    for (const frame of page.frames())
      if (
        (await frame
          .locator('h1', { hasText: 'Audit trail of' })
          .count()
          .catch(() => 0)) > 0
      )
        return true;
    return false;
  });
  await takeScreenshot(page, path.join(pictures, 'audit-trail.png'));
}

/** Runs the command line in the workspace, as somebody. */
function runProgram(workspace: string, args: readonly string[]): void {
  const env = { ...process.env, ...somebody };
  const ran = spawnSync(process.execPath, [path.join(project, 'dist/cli.js'), ...args], {
    cwd: workspace,
    encoding: 'utf8',
    env,
  });
  assert.equal(ran.status, 0, ran.stderr);
}

/** The audit trail of a record, as it is picked from and read. */
export const auditScenes: readonly Scene[] = [
  {
    name: 'the audit trail says who did what',
    options: { theme: 'light' },
    pictureOnly: true,
    play: auditTrail,
  },
];
