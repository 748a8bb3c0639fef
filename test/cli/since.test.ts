import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at, commit, edit, git, now, repository } from './leavingRepository';
import { changebook, checkJson, folderOf, lines, ticket } from './program';

const change = (id: string, front = ''): string =>
  `---\nid: ${id}\ntype: change\nstatus: to_do\nschedule: { start: 2026-11-24 22:00, duration: 1h }\n${front}---\n# ${id}\n\n## Summary\n\nText.\n`;

const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  'a/TKT-1.md': `${ticket('TKT-1', 'owner: [x]\nrelated: [TKT-9]\n')}[plan](../plan.txt) TBD\n`,
  'a/TKT-2.md': `${ticket('TKT-2')}[guide](guide.md#start)\n`,
  'TKT-3.md': ticket('TKT-3', 'misspelt: 1\n'),
  'CHG-2026-0001.md': change('CHG-2026-0001', 'assignee: Bruno\nenvironments: [PRO]\ncustomer: acme\n'),
  'CHG-2026-0002.md': change('CHG-2026-0002'),
  'a/guide.md': '# Start\n',
  'plan.txt': 'later\n',
};

interface Case {
  readonly what: string;
  readonly change: (folder: string) => void;
  /** The errors and warnings that come with it. */
  readonly brings: readonly string[];
}

const cases: readonly Case[] = [
  { what: 'nothing', change: () => {}, brings: [] },
  {
    what: 'moved lines',
    change: (folder) => {
      edit(folder, 'a/TKT-1.md', 'type:', '# a comment\ntitle: Longer\ntype:');
      edit(folder, 'a/TKT-1.md', '[plan]', 'More.\n\n[plan]');
    },
    brings: [],
  },
  {
    what: 'a renamed file',
    change: (folder) => renameSync(at(folder, 'TKT-3.md'), at(folder, 'a/TKT-3-moved.md')),
    brings: [],
  },
  {
    what: 'a renamed file with one more mistake',
    change: (folder) => {
      renameSync(at(folder, 'a/TKT-1.md'), at(folder, 'a/TKT-1-b.md'));
      edit(folder, 'a/TKT-1-b.md', 'related:', 'severity: majr\nrelated:');
    },
    brings: ['a/TKT-1-b.md:5:11 error format/field'],
  },
  {
    what: 'one more of the same',
    change: (folder) => edit(folder, 'a/TKT-1.md', ' TBD', ' TBD\n\nTBD'),
    brings: ['a/TKT-1.md:10:1 warning format/placeholder'],
  },
  {
    what: 'a new record',
    change: (folder) => writeFileSync(at(folder, 'TKT-4.md'), ticket('TKT-4', 'owner: [x]\n')),
    brings: ['TKT-4.md:4:1 error format/field'],
  },
  {
    what: 'a file that is gone, which a record links to',
    change: (folder) => rmSync(at(folder, 'plan.txt')),
    brings: ['a/TKT-1.md:8:8 warning links/file'],
  },
  {
    what: 'a heading that is gone, which a record links to',
    change: (folder) => edit(folder, 'a/guide.md', 'Start', 'Begin'),
    brings: ['a/TKT-2.md:6:17 warning links/file'],
  },
  {
    what: 'a window that meets that of an untouched record',
    change: (folder) =>
      edit(
        folder,
        'CHG-2026-0002.md',
        'status:',
        'assignee: Bruno\nenvironments: [PRO]\ncustomer: acme\nstatus:',
      ),
    brings: [
      'CHG-2026-0001.md:5:20 warning schedule/conflict',
      'CHG-2026-0002.md:8:1 warning rollback/missing',
      'CHG-2026-0002.md:8:1 warning validation/missing',
      'CHG-2026-0002.md:8:20 error schedule/conflict',
    ],
  },
  {
    what: 'a warning that becomes an error',
    change: (folder) => edit(folder, '.changebook/config.yaml', /$/, 'rules: { links/record: error }\n'),
    brings: ['a/TKT-1.md:5:11 error links/record'],
  },
  {
    what: 'a mistake in the configuration',
    change: (folder) => edit(folder, '.changebook/config.yaml', /$/, 'langage: en\n'),
    brings: ['.changebook/config.yaml:2:1 error config/invalid'],
  },
  {
    what: 'a record that no longer is one',
    change: (folder) => rmSync(at(folder, 'TKT-3.md')),
    brings: [],
  },
];

describe('changebook check --since', () => {
  for (const { what, change: apply, brings } of cases) {
    it(`reports what comes with ${what}`, () => {
      const folder = repository(files);
      const whole = checkJson(now, folder);
      apply(folder);
      for (const committed of [false, true]) {
        // Git recognises a rename once it is told of the new name.
        if (!committed && /renamed/.test(what)) git(folder, 'add', '--all');
        if (committed) commit(folder);
        const report = checkJson([...now, '--since', 'main'], folder);
        const own = { ...report, findings: report.findings.filter(({ older }) => !older) };
        assert.deepEqual(
          lines(own).filter((line) => !/ info /.test(line)),
          brings,
        );
        assert.equal(report.code, brings.some((line) => / error /.test(line)) ? 1 : 0);
        const current = checkJson(now, folder);
        assert.equal(report.findings.length, current.findings.length);
        assert.ok(report.findings.every(({ older, severity }) => !older || severity === 'info'));
      }
      assert.equal(whole.code, 1);
    });
  }

  it('follows a rename that was staged, and edits behind it that were not', () => {
    const folder = repository(files);
    git(folder, 'mv', 'TKT-3.md', 'TKT-3-moved.md');
    edit(folder, 'TKT-3-moved.md', 'type:', 'owner: [x]\ntype:');
    const { findings } = checkJson([...now, '--since', 'main'], folder);
    const own = findings.filter(({ file, older }) => file === 'TKT-3-moved.md' && !older);
    assert.deepEqual(
      own.map(({ message }) => message),
      ['“owner” must be text.'],
    );
    assert.ok(findings.some(({ file, older }) => file === 'TKT-3-moved.md' && older));
  });

  it('compares with where the branch left, not with what came there later', () => {
    const folder = repository(files);
    git(folder, 'checkout', '--quiet', 'main');
    edit(folder, 'TKT-3.md', 'misspelt: 1\n', '');
    commit(folder);
    git(folder, 'checkout', '--quiet', 'work');
    assert.equal(checkJson([...now, '--since', 'main'], folder).code, 0);
  });

  it('works on a detached checkout, in a folder of the repository, from what was kept', () => {
    const folder = folderOf({});
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(at(folder, `inner/${file}`)), { recursive: true });
      writeFileSync(at(folder, `inner/${file}`), text);
    }
    git(folder, 'init', '--quiet', '--initial-branch=main');
    commit(folder);
    git(folder, 'checkout', '--quiet', '--detach');
    const inner = at(folder, 'inner');
    appendFileSync(at(inner, 'TKT-3.md'), '\nTBD\n');
    commit(folder);
    const cache = folderOf({});
    const call = ['check', ...now, '--since', 'HEAD~1'];
    const first = changebook(call, inner, { cache });
    assert.match(first.out, /TKT-3\.md:8:1 {2}warning .* format\/placeholder\n/);
    assert.match(first.out, /TKT-3\.md:4:1 {2}info .* format\/field {2}\(was there before\)\n/);
    assert.deepEqual(changebook(call, inner, { cache }), first);
  });

  it('says which depth a shallow clone needs, and works with it', () => {
    const origin = repository(files);
    appendFileSync(at(origin, 'TKT-3.md'), '\nTBD\n');
    commit(origin);
    commit(origin);
    const folder = path.join(folderOf({}), 'clone');
    git(path.dirname(folder), 'clone', '--quiet', '--depth=1', '--branch=work', `file://${origin}`, folder);
    const since = (revision: string) => changebook(['check', ...now, '--since', revision], folder);
    assert.match(
      since('HEAD~2').err,
      /\(git fetch --unshallow\), without which no approval can be verified; .* a depth of 3 is enough \(git fetch --depth=3\)\.\n$/,
    );
    assert.equal(since('HEAD~2').code, 2);
    assert.match(since('HEAD^').err, /a depth of 2 is enough/);
    const { err, code } = since('origin/main');
    assert.equal(code, 2);
    const command =
      /\((git fetch --depth=1 origin main:refs\/remotes\/origin\/main)\)/.exec(err)?.[1] ?? assert.fail(err);
    execFileSync(command.split(' ')[0] ?? '', command.split(' ').slice(1), { cwd: folder, stdio: 'ignore' });
    const ended = since('origin/main');
    assert.match(ended.err, /does not know where the branch left “origin\/main”/);
    assert.match(ended.out, /0 errors, 1 warning,/);
    assert.equal(ended.code, 0);
    git(folder, 'fetch', '--quiet', '--depth=3');
    const deep = since('HEAD~2');
    assert.equal(deep.err, '');
    assert.match(deep.out, /0 errors, 1 warning,/);
  });

  it('says in one sentence why it cannot compare', () => {
    const folder = repository(files);
    const failing = (args: readonly string[], where: string, said: RegExp): void => {
      const { code, err, out } = changebook(['check', ...args], where);
      assert.equal(code, 2);
      assert.match(err, said);
      assert.equal(out, '');
    };
    failing(['--since', 'nowhere'], folder, /^changebook: --since: there is no revision “nowhere” here\.\n$/);
    failing(['--since', '--output=x'], folder, /^changebook: /);
    failing(
      ['--since=--output=x'],
      folder,
      /^changebook: --since: there is no revision “--output=x” here\.\n$/,
    );
    failing(['-', '--since', 'main'], folder, /standard input/);
    failing(
      ['--since', 'main'],
      folderOf({ 'TKT-1.md': ticket('TKT-1') }),
      /git cannot say what changed here \(there is no git repository\)/,
    );
  });

  it('tells code scanning which results are new', () => {
    const folder = repository(files);
    appendFileSync(at(folder, 'TKT-3.md'), '\nTBD\n');
    const { out } = changebook(['check', ...now, '--since', 'main', '--format', 'sarif'], folder);
    const states = [...out.matchAll(/"baselineState": "(\w+)"/g)].map(([, state]) => state);
    assert.deepEqual([...new Set(states)].sort(), ['new', 'unchanged']);
    assert.equal(states.filter((state) => state === 'new').length, 1);
  });
});
