import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DiffReport, diffReportSchema } from '../../src/core/report/diffReport';
import { gateReportSchema } from '../../src/core/report/gateReport';
import { changebook, checkJson, folderOf, lines, ticket } from './program';

const now = ['--now', '2026-11-20T12:00+01:00'];

function git(folder: string, who: string, ...args: string[]): string {
  const as = ['-c', `user.name=${who}`, '-c', `user.email=${who.split(' ')[0]?.toLowerCase()}@example.org`];
  return execFileSync('git', [...as, '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

function commit(folder: string, who: string, message = 'Work'): void {
  git(folder, who, 'add', '--all');
  git(folder, who, 'commit', '--quiet', '--allow-empty', '-m', message);
}

function edit(
  folder: string,
  file: string,
  ...pairs: readonly (readonly [from: string, to: string])[]
): void {
  const where = path.join(folder, file);
  let text = readFileSync(where, 'utf8');
  for (const [from, to] of pairs) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  writeFileSync(where, text);
}

const quiet = [
  'format/field',
  'format/sections',
  'checklist/diverged',
  'rollback/missing',
  'validation/missing',
];
const config = `timezone: Europe/Madrid
business_hours: "09:00-18:00"
approvals: [{ roles: [peer, operations], holders: { operations: ops@example.org } }]
freezes:
  - { from: 2026-12-18, to: 2027-01-07, reason: Christmas, hard: true }
rules:
  schedule/business-hours: error
${[...quiet, 'agreement/missing', 'notify/parties', 'schedule/lead-time'].map((rule) => `  ${rule}: "off"\n`).join('')}`;

const record = 'changes/CHG-2026-0042.md';
const change = `---
id: CHG-2026-0042
type: change
status: in_progress
change_type: normal
deployment_type: 4
requested_by: Carla
requested_at: 2026-11-10 09:00
schedule: { start: 2026-11-24 22:00, duration: 1h }
environments: [PRO]
components:
  - { name: portal, from: "4.1.3", to: "4.2.0" }
approvals:
  - { role: peer, by: Nil Roca, at: 2026-11-13 10:05, decision: approved }
---
# Portal 4.2.0

## Deployment

- [ ] Back up the database
- [ ] Start the new version
`;

/** The repository of the example: a branch of Mal's moves a window, ticks, forges an approval and loosens a rule. */
function pullRequest(): string {
  const folder = folderOf({
    '.changebook/config.yaml': config,
    [record]: change.replace(/approvals:\n.*\n/, ''),
    'TKT-1.md': ticket('TKT-1'),
  });
  git(folder, 'Ana Font', 'init', '--quiet', '--initial-branch=main');
  commit(folder, 'Ana Font');
  writeFileSync(path.join(folder, record), change);
  commit(folder, 'Nil Roca', 'Approve');
  git(folder, 'Mal Ferrer', 'checkout', '--quiet', '-b', 'work');
  edit(folder, record, ['2026-11-24 22:00', '2026-12-22 15:00']);
  commit(folder, 'Mal Ferrer', 'Later');
  edit(folder, record, ['[ ] Back', '[x] Back'], ['in_progress', 'to_be_released']);
  commit(folder, 'Eva Mas', 'Tick');
  edit(
    folder,
    record,
    ['4.2.0" }', '4.2.1" }'],
    [
      'decision: approved }\n---',
      'decision: approved }\n  - { role: operations, by: ops@example.org, at: 2026-11-14 10:00, decision: approved }\n---',
    ],
  );
  edit(folder, '.changebook/config.yaml', ['business-hours: error', 'business-hours: "off"']);
  commit(folder, 'Mal Ferrer', 'Small things');
  return folder;
}

function diffJson(folder: string, ...args: readonly string[]): DiffReport {
  const { out, err, code } = changebook(['diff', ...args, ...now, '--format', 'json'], folder);
  assert.equal(code, 0, err);
  return diffReportSchema.parse(JSON.parse(out));
}

/** Every change in one line: kind, what it is about, and who made it. */
const told = ({ records }: DiffReport): string[] =>
  records.flatMap(({ changes }) =>
    changes.map(({ kind, about, by }) => `${kind} ${about ?? ''} · ${by ? by.name || 'nobody yet' : '?'}`),
  );

describe('A pull request that forges and loosens', () => {
  it('is told in the words of the domain, what it loosens first', () => {
    const folder = pullRequest();
    const report = diffJson(folder, 'main');
    assert.deepEqual(
      report.loosened.map(({ kind, about }) => `${kind} ${about}`),
      ['rule-off schedule/business-hours'],
    );
    assert.deepEqual(told(report), [
      'status  · Eva Mas',
      'window  · Mal Ferrer',
      'approved operations · Mal Ferrer',
      'ticked Back up the database · Eva Mas',
      'component-changed portal · Mal Ferrer',
    ]);
    assert.deepEqual(
      report.records[0]?.meets.map(({ rule, severity }) => [rule, severity]),
      [['schedule/freeze', 'error']],
    );
    const { out } = changebook(['diff', 'main', ...now], folder);
    assert.match(out, /^Loosened\n {2}Rule schedule\/business-hours switched off \(it was error\)\n\n/);
    assert.match(
      out,
      /^ {2}Window moved from 2026-11-24 22:00 \(1h\) to 2026-12-22 15:00 \(1h\) {2}Mal Ferrer [0-9a-f]{9}$/m,
    );
    assert.match(
      out,
      /^ {2}The window now meets: The window lies in the freeze from 2026-12-18 to 2027-01-07/m,
    );
    const spanish = changebook(
      ['diff', 'main', ...now, '--language', 'es', '--format', 'markdown'],
      folder,
    ).out;
    assert.ok(spanish.indexOf('Relajado') < spanish.indexOf('Ventana'), spanish);
    assert.match(
      spanish.replaceAll('\\', ''),
      /^- Aprobado como operaciones por ops@example\.org — Mal Ferrer /m,
    );
    assert.equal(
      changebook(['diff', 'main', ...now, '--language', 'es', '--format', 'markdown'], folder).out,
      spanish,
    );
  });

  it('fails the check on what it brings, its loosening by the rules from before', () => {
    const folder = pullRequest();
    edit(folder, '.changebook/config.yaml', ['rules:\n', 'rules:\n  config/loosened: "off"\n']);
    const report = checkJson(['--since', 'main', ...now], folder);
    assert.equal(report.code, 1);
    const brought = lines(report).filter((line) => / (error|warning) /.test(line));
    assert.deepEqual(brought, [
      '.changebook/config.yaml:8:3 error config/loosened',
      `${record}:9:20 error schedule/freeze`,
      `${record}:15:13 warning approval/unbound`,
      `${record}:15:29 error approval/unverified`,
      `${record}:21:3 warning checklist/unattributed`,
    ]);
    const loosened = report.findings.find(({ rule }) => rule === 'config/loosened');
    assert.match(
      loosened?.message ?? '',
      /switched off .*, in the same change as CHG-2026-0042, .* schedule\/business-hours/,
    );
    const forged = report.findings.find(({ rule }) => rule === 'approval/unverified');
    assert.match(
      forged?.message ?? '',
      /^Mal Ferrer committed this approval as operations, not ops@example\.org \([0-9a-f]{9}\)/,
    );
    // Alone, the same configuration is nobody's profit.
    git(folder, 'Ana', 'checkout', '--quiet', 'main', '--', record);
    assert.ok(
      !lines(checkJson(['--since', 'main', ...now], folder)).some((line) => line.includes('loosened')),
    );
  });

  it('is in each report, and shut out by the gate', () => {
    const folder = pullRequest();
    const since = ['check', '--since', 'main', ...now, '--format'];
    for (const format of ['github', 'sarif', 'gitlab', 'junit', 'markdown', 'json']) {
      const { out, code } = changebook([...since, format], folder);
      assert.equal(code, 1, format);
      for (const rule of ['config/loosened', 'approval/unverified', 'schedule/freeze'])
        assert.ok(out.includes(rule), `${format}: ${rule}`);
    }
    const gate = changebook(
      ['gate', 'CHG-2026-0042', '--now', '2026-12-22T15:30+01:00', '--format', 'json'],
      folder,
    );
    assert.equal(gate.code, 1, gate.err);
    const reasons = gateReportSchema.parse(JSON.parse(gate.out)).changes.flatMap((one) => one.reasons);
    const rules = reasons.map(({ rule }) => rule);
    assert.ok(rules.includes('schedule/freeze') && rules.includes('approval/unverified'), gate.out);
  });
});

describe('changebook diff', () => {
  it('compares two revisions whatever is checked out, and tells what nobody committed yet', () => {
    const folder = pullRequest();
    const between = diffJson(folder, 'main', 'work');
    git(folder, 'Ana', 'checkout', '--quiet', '--detach', 'main');
    assert.deepEqual(diffJson(folder, 'main', 'work'), between);
    assert.equal(between.records[0]?.meets[0]?.rule, 'schedule/freeze');
    assert.deepEqual(diffJson(folder, 'main').records, []);
    assert.equal(changebook(['diff', 'main'], folder).out, 'No record says anything else than before.\n');
    edit(folder, record, ['[ ] Start', '[x] Start']);
    assert.deepEqual(told(diffJson(folder, 'HEAD')), ['ticked Start the new version · nobody yet']);
  });

  it('knows records that came, went, were renamed and are others', () => {
    const folder = pullRequest();
    git(folder, 'Ana Font', 'checkout', '--quiet', '-b', 'moves', 'main');
    mkdirSync(path.join(folder, 'archive'));
    renameSync(path.join(folder, record), path.join(folder, 'archive/CHG-2026-0042.md'));
    edit(folder, 'archive/CHG-2026-0042.md', ['status: in_progress', 'status: to_be_reviewed']);
    rmSync(path.join(folder, 'TKT-1.md'));
    writeFileSync(path.join(folder, 'TKT-2.md'), ticket('TKT-2'));
    const report = (how: string): void => {
      const { records } = diffJson(folder, 'main');
      const found = records.map(({ file, fileBefore, what, by }) => [file, fileBefore, what, by?.name]);
      const who = how === 'committed' ? 'Ana Font' : '';
      assert.deepEqual(
        found,
        [
          ['TKT-1.md', null, 'removed', who],
          ['TKT-2.md', null, 'added', who],
          ['archive/CHG-2026-0042.md', record, 'renamed', who],
        ],
        how,
      );
      assert.deepEqual(
        records[2]?.changes.map(({ kind }) => kind),
        ['status'],
      );
    };
    report('on the disk');
    commit(folder, 'Ana Font');
    report('committed');
  });

  it('names who acted in a squashed merge', () => {
    const folder = pullRequest();
    git(folder, 'Ana Font', 'checkout', '--quiet', 'main');
    const as = { env: { GIT_AUTHOR_NAME: 'Eva Mas', GIT_AUTHOR_EMAIL: 'eva@example.org' } };
    git(folder, 'Ana Font', 'checkout', '--quiet', '-b', 'ticks');
    for (const name of ['user.name', 'user.email']) git(folder, 'Eva', 'config', name, 'eva@example.org');
    const tick = changebook(['tick', 'CHG-2026-0042', '--now', '2026-11-20T12:00+01:00'], folder, as);
    assert.equal(tick.code, 0, tick.err);
    git(folder, 'Ana Font', 'checkout', '--quiet', 'main');
    git(folder, 'Ana Font', 'merge', '--quiet', '--squash', 'ticks');
    git(folder, 'Ana Font', 'commit', '--quiet', '--no-edit');
    assert.deepEqual(told(diffJson(folder, 'HEAD~1', 'HEAD')), ['ticked Back up the database · Eva Mas']);
  });

  it('says which depth a shallow clone needs, and what it does not know', () => {
    const origin = pullRequest();
    const folder = path.join(folderOf({}), 'clone');
    git(
      path.dirname(folder),
      'Ana',
      'clone',
      '--quiet',
      '--depth=1',
      '--branch=work',
      `file://${origin}`,
      folder,
    );
    const deep = changebook(['diff', 'HEAD~2'], folder);
    assert.equal(deep.code, 2);
    assert.match(deep.err, /^changebook: this shallow clone does not have “HEAD~2”\. It needs a depth of 3 /);
    git(folder, 'Ana', 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const { err } = changebook(['diff', 'origin/main', ...now], folder);
    assert.match(err, /does not know where the branch left “origin\/main”/);
    assert.ok(told(diffJson(folder, 'origin/main')).every((line) => line.endsWith('· ?')));
  });

  it('takes names for what they are, and says what is wrong in a sentence', () => {
    const folder = pullRequest();
    for (const [args, said] of [
      [['diff'], /Say which revision to compare with/],
      [['diff', 'nope'], /there is no revision “nope” here/],
      [['diff', 'main', 'nope'], /there is no revision “nope” here/],
      [['diff', '--', '--output=x'], /there is no revision “--output=x” here/],
    ] as const) {
      const { code, err, out } = changebook(args, folder);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, said);
    }
    assert.match(
      changebook(['diff', 'HEAD'], folderOf({ 'TKT-1.md': ticket('TKT-1') })).err,
      /git cannot say/,
    );
  });
});
