import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GateReport } from '../../src/core/report/gateReport';
import { changebook, checkJson, type Ended, folderOf } from './program';

const id = 'CHG-2026-0001';
const record = 'CHG-2026-0001.md';
const inside = ['--now', '2026-11-24T22:30+01:00'];
const quiet = [
  'format/field',
  'format/sections',
  'rollback/missing',
  'validation/missing',
  'agreement/missing',
];
const off = [...quiet, 'notify/parties', 'notify/start', 'tests/scenarios', 'feature-flags/none']
  .map((rule) => `  ${rule}: "off"\n`)
  .join('');
const config = `timezone: Europe/Madrid
approvals: [{ roles: [peer], holders: { peer: [laia@example.org] } }]
rules:
${off}`;
const change = `---
id: ${id}
type: change
status: to_be_released
change_type: normal
requested_by: Mal Ferrer
assignee: Eva Mas
schedule: { start: 2026-11-24 22:00, duration: 1h }
environments: [PRO]
---
# A change

## Deployment

- [ ] Deploy
`;

/** Whoever works, on the day of the approvals, on any machine. */
function as(who: string, committer = who): { readonly [name: string]: string } {
  const address = (name: string): string => `${name.split(' ')[0]?.toLowerCase()}@example.org`;
  const date = '2026-11-20T09:00:00Z';
  return {
    ...{ GIT_AUTHOR_NAME: who, GIT_AUTHOR_EMAIL: address(who), GIT_AUTHOR_DATE: date },
    ...{ GIT_COMMITTER_NAME: committer, GIT_COMMITTER_EMAIL: address(committer), GIT_COMMITTER_DATE: date },
  };
}

function git(cwd: string, env: { readonly [name: string]: string }, ...args: readonly string[]): string {
  const calm = ['-c', 'commit.gpgsign=false', '-c', 'init.defaultBranch=main', ...args];
  return execFileSync('git', calm, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function commit(cwd: string, env: { readonly [name: string]: string }, message = 'Work'): void {
  git(cwd, env, 'add', '--all');
  git(cwd, env, 'commit', '--quiet', '--allow-empty', '-m', message);
}

function repository(): string {
  const root = folderOf({ '.changebook/config.yaml': config, [record]: change });
  git(root, as('Ana Roig'), 'init', '--quiet');
  commit(root, as('Ana Roig'));
  return root;
}

function approve(root: string, now = '2026-11-20T09:00Z'): Ended {
  const call = ['approve', id, '--role', 'peer', '--by', 'Laia Font', '--now', now];
  return changebook(call, root, { env: as('Laia Font') });
}

/** A repository whose change Laia, who holds the role, has approved with the program. */
function approved(): string {
  const root = repository();
  const { code, err } = approve(root);
  assert.equal(code, 0, err);
  commit(root, as('Ana Roig'));
  return root;
}

/** The reasons for which the gate stays shut, by their rules; and what it let pass. */
function reasons(root: string, more: readonly string[] = [], env: { [name: string]: string } = {}): string[] {
  const { out, err, code } = changebook(['gate', id, ...inside, '--format', 'json', ...more], root, { env });
  assert.ok(out.startsWith('{'), err);
  const { changes, allowed } = JSON.parse(out) as GateReport;
  assert.equal(code, allowed ? 0 : 1);
  return changes.flatMap(({ reasons: shut, unverified }) => [
    ...shut.map(({ rule, code: reason }) => rule ?? reason),
    ...unverified.map(({ rule }) => `let pass: ${rule}`),
  ]);
}

function severities(root: string, rule: string, ...args: readonly string[]): string[] {
  const report = checkJson(['--now', '2026-11-20T12:00+01:00', ...args], root);
  return report.findings.filter((finding) => finding.rule === rule).map(({ severity }) => severity);
}

function clone(root: string, ...args: readonly string[]): string {
  const made = path.join(folderOf({}), 'clone');
  git(root, as('Ana Roig'), 'clone', '--quiet', ...args, `file://${root}`, made);
  return made;
}

describe('What cannot be verified', () => {
  it('shuts the gate and is an error, and the gate opens where it can be', () => {
    const root = approved();
    assert.deepEqual(reasons(root), []);
    assert.deepEqual(severities(root, 'approval/unverifiable'), []);
    const shallow = clone(root, '--depth=1');
    assert.deepEqual(reasons(shallow), ['approval/unverifiable']);
    assert.deepEqual(severities(shallow, 'approval/unverifiable'), ['error']);
    git(shallow, as('Ana Roig'), 'fetch', '--quiet', '--unshallow');
    assert.deepEqual(severities(shallow, 'approval/unverifiable'), [], 'nothing of before is kept');
    assert.deepEqual(reasons(shallow), []);
  });

  it('is let pass by whoever says so, who is told; what is contradicted is not', () => {
    const root = approved();
    rmSync(path.join(root, '.git'), { recursive: true });
    assert.deepEqual(reasons(root), ['approval/unverifiable']);
    assert.deepEqual(severities(root, 'approval/unverifiable'), ['error']);
    assert.deepEqual(reasons(root, ['--allow-unverified']), ['let pass: approval/unverifiable']);
    const { out, code } = changebook(['gate', id, ...inside, '--allow-unverified'], root);
    assert.equal(code, 0);
    assert.match(out, /not verified, and let pass by --allow-unverified: .*no git repository/);
    const forged = repository();
    approve(forged);
    git(
      forged,
      as('Mal Ferrer'),
      'commit',
      '--quiet',
      '--amend',
      '--reset-author',
      '--no-edit',
      '--no-gpg-sign',
    );
    assert.deepEqual(reasons(forged, ['--allow-unverified']), ['approval/unverified']);
  });

  it('is everything where there is no git, or git refuses the repository', function () {
    const root = approved();
    assert.deepEqual(reasons(root, [], { PATH: '/nonexistent' }), ['approval/unverifiable']);
    if (process.getuid?.() !== 0) return this.skip();
    execFileSync('chown', ['-R', 'nobody', root]);
    assert.deepEqual(reasons(root), ['approval/unverifiable']);
    assert.deepEqual(severities(root, 'approval/unverifiable'), ['error']);
  });

  it('is no fault of an approval before its commit, which the gate waits for', () => {
    const root = repository();
    const text = readFileSync(path.join(root, record), 'utf8');
    approve(root);
    const written = readFileSync(path.join(root, record), 'utf8');
    git(root, as('Ana Roig'), 'reset', '--quiet', '--hard', 'HEAD~1');
    assert.equal(readFileSync(path.join(root, record), 'utf8'), text);
    writeFileSync(path.join(root, record), written);
    assert.deepEqual(severities(root, 'approval/unverifiable'), ['info']);
    assert.deepEqual(reasons(root), ['approval/unverifiable']);
  });

  it('shuts the gate however mild the rule is made', () => {
    const root = approved();
    appendFileSync(path.join(root, '.changebook/config.yaml'), '  approval/unverifiable: "off"\n');
    commit(root, as('Ana Roig'));
    assert.deepEqual(reasons(clone(root, '--depth=1')), ['approval/unverifiable']);
  });
});

describe('Who approved', () => {
  it('is no longer who committed it where somebody else did so for the author, but for hosts', () => {
    const root = approved();
    // The same commit, as a host that merges would make it, or anybody who takes another one's name.
    git(root, as('Ana Roig'), 'reset', '--quiet', '--soft', 'HEAD~2');
    commit(root, as('Laia Font', 'Host Merge'));
    assert.deepEqual(reasons(root), ['approval/unverified']);
    appendFileSync(path.join(root, '.changebook/config.yaml'), 'committers: [host@example.org]\n');
    assert.deepEqual(reasons(root), []);
  });

  it('is given anew by whom it names where somebody else committed it, and once only', () => {
    const root = approved();
    git(root, as('Ana Roig'), 'reset', '--quiet', '--soft', 'HEAD~2');
    commit(root, as('Mal Ferrer'));
    assert.deepEqual(reasons(root), ['approval/unverified']);
    assert.match(approve(root).out, /Committed as/);
    assert.deepEqual(reasons(root), []);
    assert.match(approve(root).out, /there already/);
  });

  it('counts no longer where somebody denied later, and the denial was taken out or dated back', () => {
    const root = approved();
    const file = path.join(root, record);
    const allowed = readFileSync(file, 'utf8');
    const decide = (minute: number, ...more: readonly string[]): void => {
      const call = ['approve', id, '--role', 'operations', '--now', `2026-11-20T09:0${minute}Z`, ...more];
      const { code, err } = changebook(call, root, { env: as('Ops Vidal') });
      assert.equal(code, 0, err);
    };
    decide(2, '--deny');
    const denied = readFileSync(file, 'utf8');
    assert.deepEqual(reasons(root), ['approval/denied']);
    writeFileSync(file, allowed);
    assert.deepEqual(reasons(root), ['approval/unverified'], 'not committed');
    commit(root, as('Mal Ferrer'), 'Taken out');
    assert.deepEqual(reasons(root), ['approval/unverified'], 'taken out');
    const back = denied
      .replace('role: operations', 'role: peer')
      .replace('at: 2026-11-20T10:02', 'at: 2026-11-19T10:02');
    assert.notEqual(back, denied);
    writeFileSync(file, back);
    commit(root, as('Mal Ferrer'), 'Dated back');
    assert.deepEqual(reasons(root), ['approval/unverified'], 'dated back');
    writeFileSync(file, denied);
    commit(root, as('Mal Ferrer'), 'Put back');
    decide(4);
    assert.deepEqual(reasons(root), [], 'decided anew');
  });

  it('is who the configuration says that an address belongs to, never who the mail map says', () => {
    const root = repository();
    const home = { ...as('Laia Font'), GIT_AUTHOR_EMAIL: 'laia@home.example' };
    approve(root);
    git(root, home, 'commit', '--quiet', '--amend', '--reset-author', '--no-edit', '--no-gpg-sign');
    assert.deepEqual(reasons(root), ['approval/unverified']);
    writeFileSync(path.join(root, '.mailmap'), 'Laia Font <laia@example.org> <laia@home.example>\n');
    assert.deepEqual(reasons(root), ['approval/unverified']);
    const people = 'personas: [{ nombre: Laia Font, direcciones: [laia@example.org, laia@home.example] }]\n';
    appendFileSync(path.join(root, '.changebook/config.yaml'), people);
    assert.deepEqual(reasons(root), []);
  });

  it('is not who the message of a squashed merge tells of', () => {
    const root = repository();
    git(root, as('Laia Font'), 'checkout', '--quiet', '-b', 'side');
    approve(root);
    git(root, as('Mal Ferrer'), 'checkout', '--quiet', 'main');
    git(root, as('Mal Ferrer'), 'merge', '--quiet', '--squash', 'side');
    git(root, as('Mal Ferrer'), 'commit', '--quiet', '--no-edit', '--no-gpg-sign');
    const { out } = changebook(['gate', id, ...inside], root);
    assert.match(out, /says that Laia Font <laia@example.org> gave this approval as peer, which is a claim/);
    const { out: audit } = changebook(['audit', id], root);
    assert.match(audit, /Laia Font/);
  });

  it('did so no later than the commit was made', () => {
    const root = repository();
    assert.equal(approve(root, '2026-11-20T09:07Z').code, 0);
    assert.deepEqual(severities(root, 'approval/unverified'), ['error']);
    assert.deepEqual(reasons(root), ['approval/unverified']);
  });

  it('counts from another clone, into which it was pushed and merged', () => {
    const root = repository();
    const other = clone(root);
    approve(other);
    git(root, as('Ana Roig'), 'pull', '--quiet', '--no-rebase', '--no-ff', '--no-edit', other, 'main');
    assert.deepEqual(reasons(root), []);
  });
});
