import { strict as assert } from 'node:assert';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandNames, firstCommands } from '../../src/cli/commandGroups';
import { actingWorkspace, commandLine, run } from '../unit/support/actingCommands';
import { git, newFolder, read, useOwnConfiguration, write } from '../unit/support/gitFolder';

// One thing everywhere: 0 done or so already, 1 the record or its rules speak against it, 2 the call or the machine.

const id = 'CHG-2026-0001';
const held = 'CHG-2026-0002';
const closed = 'CHG-2026-0005';
const slotless = 'CHG-2026-0006';

const ready = 'CHG-2026-0007 --now 2026-11-18T09:10Z';

type Row = readonly [code: 0 | 1 | 2, call: string, before?: string];

/** Every outcome that a command has, with what is called before where that makes it. */
const rows: readonly Row[] = [
  [0, 'check other'],
  [1, 'check changes/CHG-2026-0006.md'],
  [2, 'check nowhere'],
  [2, 'check --since nowhere'],
  [2, 'check -o pdf=x'],
  [0, `show ${id}`],
  [2, 'show CHG-2026-0099'],
  [2, 'show'],
  [0, 'pending'],
  [2, 'pending --customer nobody'],
  [2, 'pending --group colour'],
  [0, 'init --yes'],
  [2, 'init nowhere'],
  [2, 'init one two'],
  [2, 'init --source changebook'],
  [0, 'new change --title New --stdout'],
  [0, 'new change --title New --requested-by Zoe --commit'],
  [1, 'new change --customer theirs --stdout'],
  [1, 'new PROC-LONG --customer acme --environments PRO --next-slot --stdout'],
  [2, 'new change --customer nobody --stdout'],
  [2, 'new change --start soon --stdout'],
  [2, 'new PROC-NONE'],
  [2, `new ${id}`],
  [0, `slot ${id}`],
  [1, `slot ${closed}`],
  [1, `slot ${slotless}`],
  [2, 'slot TKT-2026-0001'],
  [2, 'slot CHG-2026-0099'],
  [0, 'figures --group month --format svg'],
  [2, 'figures --group week'],
  [2, 'figures --customer nobody'],
  [0, 'timeline -o -'],
  [2, 'timeline'],
  [2, 'timeline -o - --customer nobody'],
  [0, `calendar ${slotless} -o -`],
  [1, `calendar ${id} -o -`],
  [2, 'calendar TKT-2026-0001'],
  [2, 'calendar --alarm soon'],
  [0, `tick ${id}`],
  [0, `tick ${id} --dry-run`],
  [0, `tick ${id} 1`],
  [0, `tick ${id} 1 --dry-run`],
  [1, `tick ${id} 4`],
  [1, `tick ${closed} Two`],
  [0, `tick ${id} 1-2`],
  [2, `tick ${id} 1-99`],
  [2, `tick ${id} nowhere`],
  [2, `tick ${id} Open`],
  [2, 'tick PROC-LONG 1'],
  [2, `tick ${id} 1 --format pdf`],
  [0, `untick ${id} 1`],
  [0, `untick ${id} 2`],
  [2, `untick ${id}`],
  [0, `skip ${id} 2 --reason Never`],
  [0, `skip ${id} 4 --reason Never`],
  [1, `skip ${id} 1 --reason Never`],
  [2, `skip ${id} 2`],
  [0, `approve ${id} --role peer`],
  [0, `approve ${id} --role peer`, `approve ${id} --role peer`],
  [1, `approve ${id} --role peer --by Nobody`],
  [2, `approve ${id} --role king`],
  [2, 'approve TKT-2026-0001 --role peer'],
  [0, `agree ${id} --by Anna --start 2026-12-01T10:00Z`],
  [0, `agree ${slotless} --by Anna`, `agree ${slotless} --by Anna`],
  [2, `agree ${id} --by Anna`],
  [2, `agree ${id} --by Anna --start soon`],
  [0, `accept-risk ${id} --reason Hurry`],
  [2, `accept-risk ${id}`],
  [0, `waive ${id} schedule/friday --reason Closed`],
  [0, `waive ${id} schedule/friday --reason Closed`, `waive ${id} schedule/friday --reason Closed`],
  [1, `waive ${id} approval/missing --reason Closed`],
  [2, `waive ${id} no/rule --reason Closed`],
  [2, `waive ${id} schedule/friday`],
  [0, `notify ${id} start`],
  [2, `notify ${id} gossip`],
  [0, `advance ${id}`],
  [0, `advance ${id} --dry-run`],
  [0, `advance ${id} --to to_do`],
  [0, `advance ${id} --to to_do --format json`],
  [0, `advance TKT-2026-0002 --to waiting_for_support`],
  [1, `advance ${id} --to done`],
  [1, `advance ${closed}`],
  [1, `advance ${id} --through done`],
  [2, `advance ${id} --to done --through done`],
  [1, 'advance CHG-2026-0003 --to done --outcome successful'],
  [1, 'advance TKT-2026-0002 --to done'],
  [2, `advance ${id} --to nowhere`],
  [2, `advance ${id} --to on_hold`],
  [2, `advance ${closed} --to nowhere`],
  [2, 'advance PROC-LONG'],
  [0, 'rollback CHG-2026-0003 --reason Logins'],
  [0, 'rollback CHG-2026-0003 --reason a', 'rollback CHG-2026-0003 --undo'],
  [0, `rollback ${id} --undo`],
  [1, `rollback ${id} --reason Logins`],
  [2, 'rollback CHG-2026-0003'],
  [0, `hold ${id} --reason Offices`],
  [0, `hold ${held} --reason Offices`],
  [1, `hold ${closed} --reason Offices`],
  [2, `hold ${id}`],
  [0, `resume ${held}`],
  [1, `resume ${id}`],
  [0, `gate ${ready}`],
  [1, `gate ${id}`],
  [1, 'gate --tag v1'],
  [2, 'gate CHG-2026-0099'],
  [2, 'gate TKT-2026-0001'],
  [2, 'gate'],
  [2, `gate ${ready} --receipt receipt.json`],
  [2, `gate ${ready} --receipt -`],
  [0, `gate ${ready} --receipt receipt.json`, 'git stash --include-untracked'],
  [0, 'verify receipt.json', `git stash --include-untracked; gate ${ready} --receipt receipt.json`],
  [1, `gate ${id} --receipt receipt.json`],
  [0, 'verify receipt.json', `gate ${id} --receipt receipt.json`],
  [1, 'verify receipt.json', 'git commit --quiet --amend --allow-empty --message Other'],
  [2, 'verify CHANGELOG.md'],
  [2, 'verify changes'],
  [0, 'verify pack', 'audit --from 2026-01-01 --to 2026-12-31 --sample 1 -o pack'],
  [1, 'verify pack', 'git config --file pack/more.ini a.b c'],
  [2, 'verify'],
  [0, 'commit CHG-2026-0004'],
  [0, `commit ${held}`],
  [2, 'commit CHG-2026-0099'],
  [0, 'merge-driver --install'],
  [0, 'merge-driver --uninstall'],
  [0, 'merge-driver --uninstall', 'merge-driver --install'],
  [2, 'merge-driver'],
  [2, 'merge-driver --install --uninstall'],
  [0, 'import issues.csv'],
  [0, 'import issues.csv', 'import issues.csv'],
  [2, 'import CHANGELOG.md'],
  [2, 'import nowhere.csv'],
  [2, 'import'],
  [0, 'adopt runbook.md'],
  [0, 'adopt runbook.md', 'adopt runbook.md'],
  [2, 'adopt changes/CHG-2026-0007.md'],
  [2, 'adopt nowhere.md'],
  [2, 'adopt'],
  [0, 'update CHG-2026-0008'],
  [0, 'update CHG-2026-0008', 'update CHG-2026-0008'],
  [0, 'update CHG-2026-0008 --dry-run'],
  [0, 'update PROC-LONG'],
  [1, `update ${closed}`],
  [2, `update ${id}`],
  [2, 'update CHG-2026-0099'],
  [2, 'update'],
  [0, 'schema change'],
  [2, 'schema'],
  [2, 'schema change -o nowhere/schema.json'],
  [0, 'cache path'],
  [2, 'cache'],
  [2, 'cache path --size 1'],
  [0, 'completion bash'],
  [2, 'completion tcsh'],
  [2, 'completion'],
  // What it ends with when an editor ends it: test/cli/lsp.test.ts.
  [2, 'lsp here'],
  [0, `set ${id} owner=Us`],
  [0, `set ${id} owner=Us`, `set ${id} owner=Us`],
  [0, `set ${id} owner=Us --dry-run`],
  [1, `set ${id} status=done`],
  [1, `set ${id} id=next`],
  [2, `set ${id} id=next owner=Us`],
  [2, `set ${id} colour=red`],
  [2, `set ${id}`],
  [0, `audit ${id}`],
  [2, 'audit CHG-2026-0099'],
  [0, 'audit --from 2026-01-01 --to 2026-12-31 --sample 1 -o pack'],
  [1, 'audit --from 2020-01-01 --to 2020-12-31 -o empty'],
  [2, 'audit --from 2026-12-31 --to 2026-01-01 -o pack'],
  [2, 'audit --from 2026-01-01 -o pack'],
  [0, 'diff HEAD'],
  [2, 'diff nowhere'],
  [2, 'diff'],
  [0, 'draft CHG-2026-0006 agreement_request'],
  [1, 'draft CHG-2026-0001 start'],
  [2, 'draft CHG-2026-0001 gossip'],
  [2, 'draft CHG-2026-0001 banner --format eml'],
  [0, `notes ${id}`],
  [1, `notes ${slotless}`],
  [2, 'notes TKT-2026-0001'],
  [0, 'log'],
  [0, 'log acme --format csv'],
  [2, 'log nobody'],
  [0, 'reconcile --from 2026-10-01 --to 2026-10-01 deployments.csv'],
  [1, 'reconcile --from 2026-10-02 --to 2026-10-02 deployments.csv'],
  [2, 'reconcile --from 2025-01-01 --to 2025-01-02 deployments.csv'],
  [2, 'reconcile --from 2026-11-01 nowhere.csv'],
  [2, 'reconcile'],
  [2, 'push'],
  [2, 'mcp nowhere'],
  [2, 'mcp one two'],
];

let template: string | undefined;

/** A repository with a record for each outcome; made once, since that takes longer than most commands. */
function workspace(): string {
  template ??= madeTemplate();
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
  const procedure = files['PROC-LONG.md']?.replace('1.0.0', '1.1.0') ?? '';
  write(folder, 'PROC-LONG.md', `${procedure}- [ ] Look\n`);
  git(folder, 'commit', '--quiet', '--message', 'A step more', '--', 'PROC-LONG.md');
  return folder;
}

function begin(name: string, type: string): string {
  return `---\nid: ${name}\ntype: ${type}\n`;
}

describe('What commands end with', () => {
  useOwnConfiguration();

  for (const name of commandNames) {
    it(`is the same thing everywhere: ${name}`, async () => {
      const command = await commandLine().loadCommand(name);
      assert.equal(command?.name, name);
      const own = rows.filter(([, call]) => call.split(' ')[0] === name);
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
