import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { actionReportSchema } from '../../src/core/report/actionReport';
import { type PushReport, pushReportSchema } from '../../src/core/report/pushReport';
import { changebook, folderOf, project, showJson } from './program';

const record = `---
id: CHG-2026-0001
type: change
---
# Title

## Checklist

- [ ] First
- [ ] Second
- [ ] Third
`;
const files = { '.changebook/config.yaml': 'timezone: Europe/Madrid\n', 'CHG-2026-0001.md': record };

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function named(folder: string, name: string): string {
  git(folder, 'config', 'user.name', name);
  git(folder, 'config', 'user.email', `${name.toLowerCase()}@example.org`);
  git(folder, 'config', 'commit.gpgsign', 'false');
  return folder;
}

/** A bare repository and two clones of it. */
function shared(): { bare: string; anna: string; berta: string } {
  const first = folderOf(files);
  git(first, 'init', '--quiet', '--initial-branch=main');
  named(first, 'Begin');
  git(first, 'add', '.');
  git(first, 'commit', '--quiet', '--message', 'Begin');
  const around = folderOf({});
  const bare = path.join(around, 'bare.git');
  git(around, 'clone', '--quiet', '--bare', first, bare);
  const clone = (name: string): string => {
    const folder = path.join(around, name);
    git(around, 'clone', '--quiet', bare, folder);
    return named(folder, name);
  };
  return { bare, anna: clone('Anna'), berta: clone('Berta') };
}

const schema = JSON.parse(readFileSync(path.join(project, 'schemas/push.schema.json'), 'utf8')) as object;
const validate = new Ajv({ strict: false }).compile(schema);

function pushJson(folder: string, ...args: string[]): PushReport & { exit: number | null } {
  const { code, out, err } = changebook(['push', ...args, '--format', 'json'], folder);
  assert.ok(out.startsWith('{'), err);
  assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors));
  return { ...pushReportSchema.parse(JSON.parse(out)), exit: code };
}

describe('changebook push', function () {
  // Each starts the program several times, and that many processes of git.
  this.timeout(120_000);
  it('pushes with the tick, and does it again on what others were quicker with', () => {
    const { bare, anna, berta } = shared();
    const { code, out, err } = changebook(['tick', 'CHG-2026-0001', '--push'], anna);
    assert.equal(code, 0, err);
    assert.match(
      out,
      /Steps: 1 of 3 done\. Committed as .*\nPushed to origin\/main: CHG-2026-0001: tick "First" \(1\/3\)\n$/,
    );
    const second = changebook(['tick', 'CHG-2026-0001', '2', '--push', '--format', 'json'], berta);
    const { push, commit, subject, progress } = actionReportSchema.parse(JSON.parse(second.out));
    assert.deepEqual([push?.outcome, push?.local, push?.already], ['pushed', 'moved', []]);
    // It was made again, so the first one is no more, and what others did counts.
    assert.deepEqual(progress, { done: 2, all: 3 });
    for (const told of [subject, push?.subjects[0]]) assert.equal(told, 'CHG-2026-0001: tick "Second" (2/3)');
    assert.equal(commit, git(bare, 'rev-parse', 'main').trim());
    const twice = changebook(['tick', 'CHG-2026-0001', '2', '--push'], anna);
    assert.doesNotMatch(twice.out, /Committed as/);
    assert.match(
      twice.out,
      /origin\/main has everything already\. Done already by Berta on 20\d\d-\d\d-\d\d \d\d:\d\d, so not committed again: CHG-2026-0001: tick "Second" \(2\/3\)\n$/,
    );
    assert.deepEqual(git(bare, 'log', '--format=%an %s', 'main').trim().split('\n'), [
      'Berta CHG-2026-0001: tick "Second" (2/3)',
      'Anna CHG-2026-0001: tick "First" (1/3)',
      'Begin Begin',
    ]);
    assert.equal(git(anna, 'status', '--porcelain', '--branch'), '## main...origin/main\n');
  });

  it('takes being offline for a state: the tick is made, and pushed later', () => {
    const { bare, anna } = shared();
    renameSync(bare, `${bare}.away`);
    const { code, out, err } = changebook(['tick', 'CHG-2026-0001', '--push'], anna);
    assert.equal(code, 0);
    assert.match(out, /Committed as/);
    assert.match(
      err,
      /^changebook: Not pushed: origin cannot be reached\. Your commits are kept; push them later\.\n$/,
    );
    assert.match(
      changebook(['push', '--language', 'es'], anna).err,
      /no se llega a origin\. Tus commits se conservan/,
    );
    renameSync(`${bare}.away`, bare);
    const planned = pushJson(anna, '--dry-run');
    assert.deepEqual([planned.exit, planned.outcome, planned.subjects.length], [0, 'planned', 1]);
    assert.equal(git(bare, 'log', '-1', '--format=%s', 'main').trim(), 'Begin');
    const pushed = pushJson(anna);
    assert.deepEqual([pushed.exit, pushed.outcome, pushed.target], [0, 'pushed', 'origin/main']);
    assert.equal(pushJson(anna).outcome, 'nothing');
    assert.equal(changebook(['push', 'CHG-2026-0001'], anna).code, 2);
  });

  it('publishes nobody’s own work, and offers a branch where one is protected', () => {
    const { bare, anna } = shared();
    writeFileSync(path.join(anna, 'draft.md'), 'half ready\n');
    git(anna, 'add', '.');
    git(anna, 'commit', '--quiet', '--message', 'Half ready');
    const others = changebook(['tick', 'CHG-2026-0001', '--push'], anna);
    assert.equal(others.code, 2);
    assert.match(others.err, /1 of the commits that origin\/main lacks is not Changebook’s \(“Half ready”\)/);
    assert.equal(git(bare, 'log', '-1', '--format=%s', 'main').trim(), 'Begin');
    git(anna, 'push', '--quiet');
    writeFileSync(
      path.join(bare, 'hooks/update'),
      '#!/bin/sh\n[ "$1" = refs/heads/main ] || exit 0\necho "GH006: Protected branch update failed" >&2\nexit 1\n',
    );
    chmodSync(path.join(bare, 'hooks/update'), 0o755);
    const unpushed = changebook(['tick', 'CHG-2026-0001', '2'], anna);
    assert.match(
      unpushed.out,
      /Committed as \w+ on main\. Not pushed to origin\/main yet: 1 of its commits\.\n$/,
    );
    const refused = pushJson(anna);
    assert.deepEqual([refused.exit, refused.code], [2, 'protectedBranch']);
    assert.match(refused.message, /--branch NAME/);
    const aside = pushJson(anna, '--branch', 'chg-1');
    assert.deepEqual([aside.outcome, aside.target, aside.subjects.length], ['pushed', 'origin/chg-1', 1]);
    assert.equal(git(bare, 'log', '-1', '--format=%s', 'chg-1').trim(), 'CHG-2026-0001: tick "Second" (2/3)');
    assert.equal(pushJson(anna, '--branch', 'x..y').code, 'badBranch');
  });

  it('is announced by show, where git knows what the remote has', () => {
    const { anna } = shared();
    assert.deepEqual(showJson('CHG-2026-0001', anna).notPushed, { target: 'origin/main', commits: 0 });
    assert.doesNotMatch(changebook(['show', 'CHG-2026-0001'], anna).out, /[Nn]ot pushed/);
    for (const step of ['First', 'Second']) changebook(['tick', 'CHG-2026-0001', step], anna);
    writeFileSync(path.join(anna, 'other.txt'), 'other\n');
    git(anna, 'add', '.');
    git(anna, 'commit', '--quiet', '--message', 'Other');
    assert.deepEqual(showJson('CHG-2026-0001.md', anna).notPushed, { target: 'origin/main', commits: 2 });
    const { out } = changebook(['show', 'CHG-2026-0001'], anna);
    assert.match(out, /^Not pushed to origin\/main yet: 2 of its commits\.$/m);
    const without = changebook(['show', 'CHG-2026-0001'], anna, { env: { PATH: '' } });
    assert.equal(without.code, 0, without.err);
    assert.doesNotMatch(without.out, /Not pushed/);
    const alone = folderOf(files);
    assert.ok(!('notPushed' in showJson('CHG-2026-0001', alone)));
  });
});
