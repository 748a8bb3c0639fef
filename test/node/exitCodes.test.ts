import { strict as assert } from 'node:assert';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandNames, firstCommands } from '../../src/cli/commandGroups';
import { actingWorkspace, commandLine, run } from '../unit/support/actingCommands';
import { git, newFolder, read, useOwnConfiguration, write } from '../unit/support/gitFolder';
import { closed, exitCodeRows, slotless } from './exitCodeRows';

let template: string | undefined;

/** A repository with a record for each outcome; made once, since that takes longer than most commands. */
function workspace(): string {
  // No decision of the gate is older than the commit that it is about.
  process.env.GIT_COMMITTER_DATE = '2026-11-18T09:00:00Z';
  template ??= madeTemplate();
  delete process.env.GIT_COMMITTER_DATE;
  const folder = newFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}

function madeTemplate(): string {
  const folder = actingWorkspace();
  const config = read(folder, '.changebook/config.yaml');
  const files: { readonly [file: string]: string } = {
    '.changebook/config.yaml': `${config}freezes: [{ from: 2026-01-01, to: 2027-12-31, hard: true, customers: [acme] }]\nunrecorded: [{ match: nightly, by: Ana, reason: A job }]\n`,
    '.changebook/customers/acme.yaml': 'name: Acme\nenvironments: [{ name: PRO }]\n',
    '.changebook/customers/theirs.yaml': 'name: Theirs\nmanaged_by: partner\npartner: { name: Andes }\n',
    'CHANGELOG.md': '# Changelog\n\n## [4.2.0]\n\n### Added\n\n- Something else\n',
    'deployments.csv':
      'time,environment,version\n2026-10-01T10:00Z,nightly,1.0.0\n2026-10-02T10:00Z,PRO,9.9.9\n',
    'issues.csv': 'Issue key,Summary,Status,Created\nOPS-1,Restart,Done,2026-01-05\n',
    'runbook.md': '# Restart\n\n## Steps\n\n- [ ] Stop\n- [ ] Start\n',
    'PROC-LONG.md': `${begin('PROC-LONG', 'procedure')}version: "1.0.0"\n---\n# Long\n\n## Deployment\n\n- [ ] Go\n`,
    'other/TKT-2026-0009.md': `${begin('TKT-2026-0009', 'ticket')}---\n# Other\n`,
    'changes/CHG-2026-0005.md': `${begin(closed, 'change')}status: cancelled\n---\n# Closed\n\n## Checklist\n\n- [ ] Two\n`,
    'changes/CHG-2026-0006.md': `${begin(slotless, 'change')}customer: acme\nenvironments: [PRO]\nschedule: { start: 2026-12-01 22:00, duration: 1h }\nsupersedes: CHG-2026-0098\nrelease: { version: "4.2.0" }\n---\n# Six\n\n## Changelog\n\n### Added\n\n- Monthly report\n`,
    'changes/CHG-2026-0007.md': `${begin('CHG-2026-0007', 'change')}status: to_be_released\nenvironments: [TEST]\nschedule: { start: 2026-11-18 09:00, duration: 1h }\n---\n# Seven\n`,
    'changes/CHG-2026-0008.md': `${begin('CHG-2026-0008', 'change')}procedure: PROC-LONG@1.0.0\n---\n# Eight\n\n## Deployment\n\n- [ ] Go\n`,
  };
  for (const [file, text] of Object.entries(files)) write(folder, file, text);
  git(folder, 'add', ...Object.keys(files));
  git(folder, 'commit', '--quiet', '--message', 'More', '--', ...Object.keys(files));
  // Where no branch can write it.
  const request = { author: 'ana', base: sha, head: sha };
  write(folder, '.git/none.json', JSON.stringify({ version: 1, request, reviews: [] }));
  const procedure = files['PROC-LONG.md']?.replace('1.0.0', '1.1.0') ?? '';
  write(folder, 'PROC-LONG.md', `${procedure}- [ ] Look\n`);
  git(folder, 'commit', '--quiet', '--message', 'A step more', '--', 'PROC-LONG.md');
  return folder;
}

/** A commit that no repository has. */
const sha = '0123456789'.repeat(4);

function begin(name: string, type: string): string {
  return `---\nid: ${name}\ntype: ${type}\n`;
}

describe('What commands end with', () => {
  useOwnConfiguration();

  for (const name of commandNames) {
    it(`is the same thing everywhere: ${name}`, async () => {
      const command = await commandLine().loadCommand(name);
      assert.equal(command?.name, name);
      const own = exitCodeRows.filter(([, call]) => call.split(' ')[0] === name);
      assert.ok(own.length > 0, 'no row');
      let folder = workspace();
      for (const [code, call, before] of own) {
        if (command.acts) folder = workspace();
        for (const made of before?.split('; ') ?? [])
          if (made.startsWith('git ')) git(folder, ...made.split(' ').slice(1));
          else await run(folder, { args: made.split(' '), files: [] });
        const ended = await run(folder, { args: call.split(' '), files: [] });
        assert.equal(ended.code, code, `${call}: ${ended.said}`);
        assert.notEqual(ended.said, '', call);
      }
    });
  }

  it('is 2 where there is no such command, also where its help is asked for', async () => {
    for (const [code, call] of [
      [0, 'help'],
      [0, '--help tick'],
      [0, '--version'],
      [2, 'help nonsense'],
      [2, 'nonsense'],
    ] as const)
      assert.equal((await run(workspace(), { args: call.split(' '), files: [] })).code, code, call);
    assert.equal((await run(workspace(), { args: [], files: [] })).code, 2);
  });

  it('is listed in the help, in groups, with what one needs first on top', async () => {
    const { said } = await run(workspace(), { args: ['help'], files: [] });
    const named = said.split('\n').flatMap((line) => /^ {2}changebook ([a-z-]+)/.exec(line)?.[1] ?? []);
    const first = firstCommands.length;
    assert.deepEqual(named.slice(0, first), firstCommands);
    assert.deepEqual(named.slice(first, first + commandNames.length), commandNames);
  });

  it('is told on a page, for each of them', () => {
    const page = readFileSync(path.resolve(__dirname, '../../docs/command-line.md'), 'utf8');
    const table = page.slice(page.indexOf('## Exit codes'), page.indexOf('## Begin'));
    for (const name of commandNames) assert.ok(table.includes(`\`${name}\``), name);
  });
});
