import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../host/session';
import { readTree } from '../host/views';
import { waitFor } from '../host/waitFor';
import type { Scene } from './drive';
import { boxState, clickBox, commitsIn, expand, gitIn, openPending, picture, view } from './pendingTree';

const id = 'CHG-2026-0050';

/** A change that starts in twelve hours: a step that is due, one of two ways, and one for other customers. */
async function withSteps(example: string): Promise<string> {
  const start = new Date(Date.now() + 12 * 3_600_000).toISOString().slice(0, 16);
  const head = [
    `id: ${id}`,
    'type: change',
    'status: in_progress',
    'customer: harbour',
    'environments: [UAT]',
    `schedule: { start: ${start}+00:00, duration: 1h }`,
  ];
  const steps = [
    '- [ ] Users told <!-- step: tell at=-24h by=support -->',
    '- [ ] Deployed from the registry <!-- step: registry choice=source takes=10m -->',
    '- [ ] Deployed from the archive <!-- step: archive choice=source takes=20m -->',
    '- [ ] Privileged access checked <!-- step: access if=pam -->',
    '- [ ] Looked at by the owner <!-- step: look optional -->',
  ];
  const text = `---\n${head.join('\n')}\n---\n# Steps\n\n## Deployment\n\n${steps.join('\n')}\n`;
  await writeFile(path.join(example, `changes/${id}.md`), text);
  const git = gitIn(example);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A change with steps that say more');
  return example;
}

async function choose({ page }: Session, workspace: string): Promise<void> {
  const git = gitIn(workspace);
  const shows = (text: string) =>
    waitFor(text, async () => (await readTree(page, view)).some((row) => row.includes(text)));
  await openPending(page);
  await expand(page, id);
  await expand(page, 'Deployment');
  await shows('due since');
  await picture(page, 'steps-due');
  const before = commitsIn(git);
  const chosen = 'Deployed from the archive';
  await clickBox(page, chosen, async () => (await boxState(page, chosen)) === 'true');
  await waitFor('the commit', async () => commitsIn(git) === before + 1);
  await shows('not chosen');
  await picture(page, 'steps-chosen');
  assert.match(git('show', '--format=', '--numstat', 'HEAD'), /^1\t1\t/);
}

/** What steps say of themselves, in the tree of pending deployments. */
export const stepScenes: readonly Scene[] = [
  {
    name: 'one of a choice is ticked beside a step that is due',
    options: { theme: 'light' },
    pictureOnly: true,
    prepare: withSteps,
    play: choose,
  },
];
