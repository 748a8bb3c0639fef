import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { type ActionReport, actionReportSchema } from '../../src/core/report/actionReport';
import { changebook, type Ended, folderOf, project } from './program';

const steps = `### 1. Before

- [x] Branch made <!-- step: branch -->
- [ ] Database backup <!-- step: backup evidence -->
- [ ] Told everybody

### 2. Go

- [ ] Told everybody
- [ ] Switched over
`;
const record = `---
id: CHG-2026-0001
type: change
procedure: PROC-GO
---
# Title

## Deployment

${steps}`;
const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  'CHG-2026-0001.md': record,
  'PROC-GO.md': `---\nid: PROC-GO\ntype: procedure\nversion: "1.0.0"\ngates: [{ section: "2.", requires: ["1."] }]\n---\n# Go\n\n${steps.replace('[x]', '[ ]')}`,
};

function git(folder: string, ...args: string[]): string {
  const as = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...as, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function repository(more: { readonly [file: string]: string } = {}): string {
  const folder = folderOf({ ...files, ...more });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Test');
  git(folder, 'config', 'user.email', 'test@example.org');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'Begin');
  return folder;
}

const schema = JSON.parse(readFileSync(path.join(project, 'schemas/action.schema.json'), 'utf8')) as object;
const validate = new Ajv({ strict: false }).compile(schema);

function json(
  folder: string,
  ...args: string[]
): ActionReport & Pick<Ended, 'code'> & { exit: number | null } {
  const { code, out, err } = changebook([...args, '--format', 'json'], folder);
  assert.ok(out.startsWith('{'), err);
  assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors));
  const report = actionReportSchema.parse(JSON.parse(out));
  return { ...report, exit: code } as ActionReport & Pick<Ended, 'code'> & { exit: number | null };
}

function subject(folder: string): string {
  return git(folder, 'log', '-1', '--format=%s').trim();
}

describe('changebook tick', () => {
  it('ticks the next step, with its evidence in the commit, and leaves a clean folder', () => {
    const folder = repository();
    const lacking = changebook(['tick', 'CHG-2026-0001'], folder);
    assert.equal(lacking.code, 1);
    assert.match(lacking.err, /Database backup.*--evidence/);
    const { code, out, err } = changebook(
      ['tick', 'CHG-2026-0001', '--evidence', 'https://ci.example.org/7'],
      folder,
    );
    assert.equal(code, 0, err);
    assert.match(
      out,
      /\[x\] Database backup {2}CHG-2026-0001\.md:13\nSteps: 2 of 5 done\. Committed as [0-9a-f]{9} on main\./,
    );
    assert.equal(subject(folder), 'CHG-2026-0001: tick "Database backup" (2/5)');
    assert.match(
      git(folder, 'log', '-1', '--format=%(trailers)'),
      /Changebook-Action: tick\nChangebook-Step: Title > Deployment > 1\. Before > Database backup\nChangebook-Evidence: https:\/\/ci\.example\.org\/7/,
    );
    assert.equal(git(folder, 'status', '--porcelain'), '');
    assert.match(
      git(folder, 'diff', '--word-diff=porcelain', '--word-diff-regex=.', 'HEAD~'),
      /^- $\n^\+x$/m,
    );
  });

  it('finds steps by number, line, name and beginning, and refuses to guess', () => {
    const folder = repository();
    assert.equal(json(folder, 'tick', 'CHG-2026-0001.md', 'Told').code, 'ambiguousStep');
    const ambiguous = json(folder, 'tick', 'CHG-2026-0001', 'told everybody');
    assert.deepEqual([ambiguous.exit, ambiguous.candidates?.map(({ line }) => line)], [2, [14, 18]]);
    assert.match(ambiguous.message ?? '', /3 \(L14, 1\. Before\), 4 \(L18, 2\. Go\)/);
    for (const [named, line] of [
      ['3', 14],
      ['L14', 14],
      ['BACKUP', 13],
      ['switched', 19],
    ] as const)
      assert.equal(
        json(folder, 'tick', 'CHG-2026-0001', named, '--dry-run', '--evidence', 'x').step?.line,
        line,
      );
    assert.deepEqual(
      [json(folder, 'tick', 'CHG-2026-0001', 'none').code, subject(folder)],
      ['noSuchStep', 'Begin'],
    );
  });

  it('is kept back by gates alone, in Spanish as well', () => {
    const folder = repository({ '.changebook/config.yaml': 'language: es\n' });
    const { code, err } = changebook(['tick', 'CHG-2026-0001', 'switched'], folder);
    assert.equal(code, 1);
    assert.match(err, /debe esperar: quedan 2 pasos abiertos en «1\.»/);
    const skip = ['skip', 'CHG-2026-0001', 'backup', '--reason', 'sin base'] as const;
    // Not applying stands in for no evidence.
    assert.equal(json(folder, ...skip).code, 'evidenceMissing');
    assert.equal(json(folder, ...skip, '--evidence', 'inventario 7').outcome, 'committed');
    assert.equal(subject(folder), 'CHG-2026-0001: no aplica "Database backup" (1/4)');
    assert.equal(
      json(folder, 'tick', 'CHG-2026-0001').subject,
      'CHG-2026-0001: marcar "Told everybody" (2/4)',
    );
    assert.equal(json(folder, 'tick', 'CHG-2026-0001', 'switched').outcome, 'committed');
  });

  it('unticks, marks as not applicable and takes that back, each as a commit', () => {
    const folder = repository();
    const did = [
      json(folder, 'untick', 'CHG-2026-0001', 'branch', '--reason', 'Wrong one'),
      json(folder, 'skip', 'CHG-2026-0001', 'branch', '--reason', 'No branch'),
      json(folder, 'untick', 'CHG-2026-0001', 'branch'),
      json(folder, 'tick', 'CHG-2026-0001', 'branch'),
    ];
    assert.deepEqual(
      did.map(({ action, exit }) => `${action} ${exit}`),
      ['untick 0', 'skip 0', 'unskip 0', 'tick 0'],
    );
    assert.equal(readFileSync(path.join(folder, 'CHG-2026-0001.md'), 'utf8'), record);
    const again = json(folder, 'tick', 'CHG-2026-0001', 'branch');
    assert.deepEqual([again.exit, again.outcome, again.code], [0, 'unchanged', 'alreadyTicked']);
    assert.equal(json(folder, 'skip', 'CHG-2026-0001', '3').code, 'reasonMissing');
    assert.equal(git(folder, 'rev-list', '--count', 'HEAD').trim(), '5');
  });

  it('says what to do about procedures, untracked records and folders without git', () => {
    const folder = repository();
    const procedure = json(folder, 'tick', 'PROC-GO', '1');
    assert.deepEqual([procedure.exit, procedure.code], [2, 'procedureStep']);
    writeFileSync(path.join(folder, 'CHG-2026-0002.md'), record.replace('0001', '0002'));
    const untracked = json(folder, 'tick', 'CHG-2026-0002', '3');
    assert.deepEqual([untracked.exit, untracked.code], [2, 'notCommitted']);
    const outside = json(folderOf(files), 'tick', 'CHG-2026-0001', '3');
    assert.deepEqual([outside.exit, outside.code], [2, 'noRepository']);
    for (const args of [['tick'], ['untick', 'CHG-2026-0001'], ['skip', 'CHG-2026-0009', '1']]) {
      const { code, err } = changebook(args, folder);
      assert.equal(code, 2);
      assert.match(err, /^changebook: .+\n$/);
    }
  });
});

describe('Several steps in one call', () => {
  const evidence = ['--evidence', 'run 7'];

  it('are one commit each, by range, number and heading, done in turn as gates want it', () => {
    const folder = repository();
    const dry = changebook(['tick', 'CHG-2026-0001', 'all', ...evidence, '--dry-run'], folder);
    assert.deepEqual([dry.code, dry.out.match(/\[x\]/g)?.length], [0, 4], dry.err);
    assert.equal(subject(folder), 'Begin');
    const report = json(folder, 'tick', 'CHG-2026-0001', '1-2', '2. Go', '3', ...evidence);
    assert.deepEqual([report.exit, report.code, report.step?.ordinal], [1, 'gate', 4]);
    assert.deepEqual(
      report.steps?.map(({ step, outcome }) => [step.ordinal, outcome]),
      [
        [2, 'committed'],
        [4, 'refused'],
      ],
    );
    const { code, out } = changebook(['tick', 'CHG-2026-0001', '3', '4-'], folder);
    assert.equal(code, 0);
    assert.match(out, /Steps: 5 of 5 done\. 3 commits made\.\n$/);
    assert.equal(git(folder, 'rev-list', '--count', 'HEAD').trim(), '5');
    const back = json(folder, 'untick', 'CHG-2026-0001', 'go');
    assert.deepEqual([back.exit, back.code], [2, 'noSuchStep']);
    assert.equal(json(folder, 'untick', 'CHG-2026-0001', '2.').steps?.length, 2);
    assert.equal(json(folder, 'untick', 'CHG-2026-0001', '4-9').exit, 2);
  });

  it('are one commit of its own where many do not apply, which can be pushed', () => {
    const folder = repository();
    const bare = path.join(folderOf({}), 'bare.git');
    git(folder, 'clone', '--quiet', '--bare', '.', bare);
    const other = path.join(folderOf({}), 'other');
    git(folder, 'clone', '--quiet', bare, other);
    git(other, 'config', 'user.name', 'Other');
    git(other, 'config', 'user.email', 'other@example.org');
    assert.equal(json(other, 'tick', 'CHG-2026-0001', '2', ...evidence, '--push').push?.outcome, 'pushed');
    git(folder, 'remote', 'add', 'origin', bare);
    git(folder, 'fetch', '--quiet', 'origin');
    git(folder, 'branch', '--quiet', '--set-upstream-to=origin/main');
    const skip = ['skip', 'CHG-2026-0001', '3-5', '--one-commit', '--reason', 'No users', '--push'];
    const report = json(folder, ...skip);
    assert.deepEqual(
      [report.exit, report.push?.outcome, report.steps?.length],
      [0, 'pushed', 3],
      report.message,
    );
    const trailers = git(folder, 'log', '-1', '--format=%(trailers)');
    assert.equal(trailers.match(/Changebook-Step: /g)?.length, 3);
    assert.match(readFileSync(path.join(folder, 'CHG-2026-0001.md'), 'utf8'), /\[x\] Database backup/);
    assert.equal(git(folder, 'status', '--porcelain'), '');
    const forged = git(folder, 'log', '-1', '--format=%B').replaceAll('Switched over', 'Told everybody');
    git(folder, 'commit', '--quiet', '--amend', '--message', forged);
    assert.equal(JSON.parse(changebook(['push', '--format', 'json'], folder).out).code, 'otherCommits');
  });
});

describe('changebook advance in a repository', () => {
  const moving = record.replace('procedure: PROC-GO', 'status: to_do');

  it('is one commit, with the reason in it', () => {
    const folder = repository({ 'CHG-2026-0001.md': moving });
    const hold = ['advance', 'CHG-2026-0001', '--to', 'on_hold', '--reason', 'The customer moves'];
    const { code, out } = changebook([...hold, '--now', '2026-11-16T12:00+01:00'], folder);
    assert.equal(code, 0, out);
    assert.match(out, /Committed as [0-9a-f]{9}\./);
    assert.equal(subject(folder), 'CHG-2026-0001: put on hold');
    assert.match(git(folder, 'log', '-1', '--format=%(trailers)'), /Changebook-Reason: The customer moves/);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('asks for the record to be committed first, or edits the file only', () => {
    const folder = repository({ 'CHG-2026-0001.md': moving });
    writeFileSync(path.join(folder, 'CHG-2026-0002.md'), moving.replace('0001', '0002'));
    const blunt = ['advance', 'CHG-2026-0002', '--to', 'cancelled'];
    const without = changebook(blunt, folder);
    assert.deepEqual([without.code, /It needs a reason/.test(without.out)], [2, true]);
    const cancel = [...blunt, '--reason', 'Nobody needs it'];
    const refused = changebook(cancel, folder);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /not committed yet.*--no-commit/);
    // What stands in the file alone is no state that the record is in.
    writeFileSync(path.join(folder, 'CHG-2026-0001.md'), moving.replace('status: to_do', 'status: done'));
    for (const more of [[], ['--dry-run']]) {
      const there = changebook(['advance', 'CHG-2026-0001', '--to', 'done', ...more], folder);
      assert.equal(there.code, 1, there.out);
      assert.match(there.err, /last committed the record is “to_do”, from which it does not move to “done”/);
    }
    writeFileSync(path.join(folder, 'CHG-2026-0001.md'), moving);
    const planned = changebook([...cancel, '--dry-run'], folder);
    assert.deepEqual([planned.code, planned.err], [refused.code, refused.err]);
    assert.equal(changebook([...cancel, '--no-commit'], folder).code, 0);
    assert.match(readFileSync(path.join(folder, 'CHG-2026-0002.md'), 'utf8'), /status: cancelled/);
    assert.equal(subject(folder), 'Begin');
  });
});
