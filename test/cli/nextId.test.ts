import { strict as assert } from 'node:assert';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ActionReport, actionReportSchema } from '../../src/core/report/actionReport';
import { changebook, folderOf, program } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const next = 'CHG-2026-0002';
const alpha = `changes/${id}-alpha.md`;
const beta = `changes/${id}-beta.md`;
const moved = `changes/${next}-beta.md`;
const config = 'timezone: UTC\nrules:\n  format/sections: "off"\n';

function record(title: string, more = ''): string {
  return `---\nid: ${id} # its id\ntype: change\ntitle: ${title}\n${more}---\n# ${id}: ${title}\n\n## Summary\n\nA longer text about ${title}, as records have one, and ${id} is named in it.\n\n## Checklist\n\n- [ ] One step of ${title}\n- [ ] Another step\n`;
}

function write(folder: string, files: { readonly [file: string]: string }, message = 'More'): void {
  mkdirSync(path.join(folder, 'changes'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  git(folder, 'add', ...Object.keys(files));
  git(folder, 'commit', '--quiet', '--message', message);
}

/** Two records with one id, the second one committed later. */
function repository(later = record('Beta')): string {
  const folder = repositoryOf(
    { '.changebook/config.yaml': config, [alpha]: record('Alpha'), 'other.txt': 'x\n' },
    'Rita Mas',
  );
  write(folder, { [beta]: later });
  return folder;
}

function act(folder: string, ...args: string[]): ActionReport & { exit: number | null } {
  const { code, out, err } = changebook([...args, '--format', 'json'], folder);
  assert.ok(out.startsWith('{'), err);
  return { ...actionReportSchema.parse(JSON.parse(out)), exit: code };
}

function text(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

describe('set id=next', () => {
  it('moves the later of two records with one id, with its file, as one commit beside all else', () => {
    const folder = repository();
    writeFileSync(path.join(folder, 'other.txt'), 'staged\n');
    git(folder, 'add', 'other.txt');
    const planned = act(folder, 'set', id, 'id=next', '--dry-run');
    assert.deepEqual([planned.outcome, planned.id, planned.file], ['planned', next, moved]);
    assert.ok(existsSync(path.join(folder, beta)));
    const report = act(folder, 'set', id, 'id=next');
    assert.deepEqual([report.exit, report.outcome, report.id], [0, 'committed', next], report.message);
    assert.equal(text(folder, moved), record('Beta').replaceAll(id, next));
    assert.equal(text(folder, alpha), record('Alpha'));
    assert.equal(git(folder, 'status', '--porcelain'), 'M  other.txt\n');
    assert.equal(git(folder, 'show', '--format=', '--name-status', '-M', 'HEAD').split('\t').length, 3);
    assert.match(git(folder, 'log', '-1', '--format=%B'), /^Changebook-Was: CHG-2026-0001$/m);
    assert.equal(act(folder, 'set', id, 'id=next').code, 'fieldStays');
    assert.equal(changebook(['check'], folder).code, 0);
    assert.deepEqual(readdirSync(path.join(folder, '.git/changebook')), []);
  });

  it('goes by the file where one is named, and by what no commit has yet', () => {
    const named = repository();
    assert.equal(act(named, 'set', alpha, 'id=next').file, `changes/${next}-alpha.md`);
    const fresh = repositoryOf({ '.changebook/config.yaml': config, [beta]: record('Beta') }, 'Rita Mas');
    writeFileSync(path.join(fresh, alpha), record('Alpha'));
    const report = act(fresh, 'set', id, 'id=next');
    assert.deepEqual([report.exit, report.file], [0, `changes/${next}-alpha.md`], report.message);
    assert.equal(git(fresh, 'status', '--porcelain'), '');
    const together = repositoryOf({ [alpha]: record('Alpha'), [beta]: record('Beta') }, 'Rita Mas');
    assert.equal(act(together, 'set', id, 'id=next').code, 'whichIsLater');
  });

  it('changes what certainly means the record, and lists what may mean either', () => {
    const folder = repositoryOf({ '.changebook/config.yaml': config, [alpha]: record('Alpha') }, 'Rita Mas');
    const other = (number: number, fields: string, body = ''): { [file: string]: string } => ({
      [`changes/CHG-2026-000${number}.md`]: `---\nid: CHG-2026-000${number}\ntype: change\ntitle: Other\n${fields}---\n# Other\n${body}`,
    });
    write(folder, other(3, `related: [${id}]\n`));
    // Beta comes on a branch that does not know Alpha, with a record that names it.
    const base = git(folder, 'rev-list', '--max-parents=0', 'HEAD').trim();
    git(folder, 'checkout', '--quiet', '--orphan', 'theirs', base);
    git(folder, 'rm', '--quiet', '--cached', alpha);
    git(folder, 'clean', '--quiet', '--force', 'changes');
    write(folder, { ...other(4, `supersedes: ${id}\n`, '\n- [x] Look at it\n'), [beta]: record('Beta') });
    write(folder, other(5, `related: [${id}] # Beta\n`));
    git(folder, 'checkout', '--quiet', 'main');
    git(folder, 'merge', '--quiet', '--allow-unrelated-histories', '--no-edit', 'theirs');
    write(
      folder,
      other(
        6,
        `related:\n  - ${id}\n`,
        `\nSee [${id}](${id}-beta.md#checklist) and [it](./${id}-alpha.md).\n`,
      ),
    );
    const report = act(folder, 'set', beta, 'id=next');
    assert.deepEqual([report.exit, report.id], [0, 'CHG-2026-0007'], report.message);
    const now = [3, 4, 5, 6].map((number) => text(folder, `changes/CHG-2026-000${number}.md`));
    assert.match(now[0] ?? '', new RegExp(`related: \\[${id}\\]`));
    assert.match(now[1] ?? '', /supersedes: CHG-2026-0007\n/);
    assert.match(now[2] ?? '', /related: \[CHG-2026-0007\] # Beta/);
    assert.match(
      now[3] ?? '',
      new RegExp(
        `- ${id}\n[\\s\\S]*\\[CHG-2026-0007\\]\\(CHG-2026-0007-beta\\.md#checklist\\) and \\[it\\]\\(\\./${id}-alpha`,
      ),
    );
    assert.deepEqual(report.mayMean, [{ file: 'changes/CHG-2026-0006.md', line: 6, text: `  - ${id}` }]);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('lists the approvals that become void by it, in records that name it too, and asks', () => {
    const folder = repository();
    const naming = 'changes/CHG-2026-0005.md';
    write(folder, {
      [naming]: `---\nid: CHG-2026-0005\ntype: change\n---\n# Other\n\nSee [it](${id}-beta.md).\n`,
    });
    act(folder, 'tick', beta, '1');
    for (const file of [beta, naming])
      assert.equal(act(folder, 'approve', file, '--role', 'peer').decision, 'approved');
    const refused = act(folder, 'set', id, 'id=next');
    assert.deepEqual([refused.exit, refused.code], [1, 'makesVoid']);
    assert.match(refused.message ?? '', /CHG-2026-0006: .*Rita Mas.*CHG-2026-0005: .*Rita Mas.*--yes/);
    assert.equal(act(folder, 'set', id, 'id=next', '--yes').outcome, 'committed');
    const { out } = changebook(['check', '--format', 'json'], folder);
    assert.match(out, /approval\/stale/);
    // Who ticked and who approved is known as before.
    assert.doesNotMatch(out, /checklist\/unattributed|approval\/unverified/);
    const trail = changebook(['audit', 'CHG-2026-0006'], folder).out;
    assert.match(trail, /Ticked[\s\S]*One step of Beta[\s\S]*Approved[\s\S]*Was: CHG-2026-0001/i);
  });

  it('is refused where the file has edits, its name is taken, or a hook says no: all stays as it was', () => {
    const folder = repository();
    writeFileSync(path.join(folder, beta), `${record('Beta')}\nMore\n`);
    assert.equal(act(folder, 'set', id, 'id=next').code, 'moveEdited');
    git(folder, 'checkout', '--quiet', '--', beta);
    const taken = path.join(folder, `changes/chg-2026-0002-BETA.md`);
    writeFileSync(taken, 'Mine\n');
    assert.equal(act(folder, 'set', id, 'id=next').code, 'nameTaken');
    assert.equal(readFileSync(taken, 'utf8'), 'Mine\n');
    const clean = repository();
    const hook = path.join(clean, '.git/hooks/pre-commit');
    writeFileSync(hook, '#!/bin/sh\necho never; exit 1\n');
    chmodSync(hook, 0o755);
    const refused = act(clean, 'set', id, 'id=next');
    assert.deepEqual([refused.exit, refused.code], [2, 'hookRefused'], refused.message);
    assert.equal(git(clean, 'status', '--porcelain'), '');
    assert.equal(text(clean, beta), record('Beta'));
  });

  it('is taken back where it was killed before its commit, and done when it is asked for again', () => {
    const folder = repository();
    const file = path.join(folder, '.git/hooks/reference-transaction');
    // The program is what started the git that runs the hook.
    writeFileSync(
      file,
      '#!/bin/sh\nfor p in $PPID $(ps -o ppid= -p $PPID); do case "$(ps -o comm= -p $p)" in *node*) kill -9 $p;; esac; done\nsleep 0.2\nexit 1\n',
    );
    chmodSync(file, 0o755);
    program(['set', id, 'id=next'], folder);
    assert.notEqual(git(folder, 'status', '--porcelain'), '');
    assert.equal(existsSync(path.join(folder, beta)), false);
    chmodSync(file, 0o644);
    const report = act(folder, 'set', id, 'id=next');
    assert.deepEqual([report.exit, report.id], [0, next], report.message);
    assert.equal(git(folder, 'status', '--porcelain'), '');
    assert.equal(text(folder, moved), record('Beta').replaceAll(id, next));
    assert.doesNotMatch(readdirSync(path.join(folder, '.git/changebook')).join(), /moving/);
  });

  it('is pushed, but not done again on what others pushed; a message alone makes no such commit', () => {
    const first = repository();
    const around = folderOf({});
    git(around, 'clone', '--quiet', '--bare', first, path.join(around, 'bare.git'));
    const clone = (name: string): string => {
      const folder = path.join(around, name);
      git(around, 'clone', '--quiet', path.join(around, 'bare.git'), folder);
      git(folder, 'config', 'user.name', name);
      git(folder, 'config', 'user.email', `${name}@example.org`);
      return folder;
    };
    const [anna, berta] = [clone('Anna'), clone('Berta')];
    writeFileSync(
      path.join(berta, beta),
      record('Beta').replace('[ ] One', '[x] One').replace(`id: ${id}`, `id: ${next}`),
    );
    git(
      berta,
      'commit',
      '--quiet',
      '-am',
      `x\n\nChangebook-Record: ${next}\nChangebook-Action: set\nChangebook-Fields: id\nChangebook-Was: ${id}`,
    );
    assert.equal(JSON.parse(changebook(['push', '--format', 'json'], berta).out).code, 'otherCommits');
    git(berta, 'reset', '--quiet', '--hard', 'HEAD~1');
    assert.equal(act(anna, 'set', id, 'id=next', '--push').push?.outcome, 'pushed');
    act(berta, 'tick', alpha, '1');
    const late = act(berta, 'set', id, 'id=next', '--push');
    assert.deepEqual([late.outcome, late.push?.code], ['committed', 'cannotRedo'], late.push?.message);
    assert.match(late.push?.message ?? '', /does not get it again/);
  });
});
