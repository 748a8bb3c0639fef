import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Random } from '../bench/records/random';
import { checkMerge } from '../unit/support/mergedFacts';
import { editedModel, type ModelRecord, randomModel, writtenModel } from '../unit/support/mergeModel';
import { checkJson, lines, program } from './program';
import { git, repositoryOf } from './repository';

const pairs = Number(process.env.CHANGEBOOK_REAL_MERGES ?? 18);
const seed = Number(process.env.CHANGEBOOK_MERGE_SEED ?? 20261130);
const file = 'changes/CHG-2026-0001.md';

function record(...boxes: readonly string[]): string {
  const steps = boxes.map((box, at) => `- [${box}] Step ${at + 1}\n`).join('');
  return `---\nid: CHG-2026-0001\ntype: change\nstatus: to_do\n---\n# A\n\n## Checklist\n\n${steps}`;
}

function put(folder: string, texts: { readonly [file: string]: string }, message: string): void {
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
  git(folder, 'commit', '--quiet', '--all', '--message', message);
}

function read(folder: string, name = file): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

/** A repository whose branches `ours`, checked out, and `theirs` each made something of its files. */
function forked(
  base: Parameters<typeof put>[1],
  ours: typeof base,
  theirs: typeof base,
  installs = true,
): string {
  const folder = repositoryOf(base, 'Ana Serra');
  if (installs) assert.equal(program(['merge-driver', '--install'], folder).code, 0);
  git(folder, 'checkout', '--quiet', '-b', 'theirs');
  put(folder, theirs, 'Theirs');
  git(folder, 'checkout', '--quiet', '-b', 'ours', 'main');
  put(folder, ours, 'Ours');
  return folder;
}

/** Brings `theirs` and `ours` together; whether git left conflicts. */
const ways: { readonly [name: string]: (folder: string) => boolean } = {
  merge: (folder) => fails(folder, 'merge', '--quiet', '--message', 'Both', 'theirs'),
  rebase: (folder) => {
    git(folder, 'checkout', '--quiet', 'theirs');
    return fails(folder, 'rebase', '--quiet', 'ours');
  },
  'cherry-pick': (folder) => fails(folder, 'cherry-pick', 'theirs'),
};

function fails(folder: string, ...args: string[]): boolean {
  return spawnSync('git', args, { cwd: folder, stdio: 'ignore' }).status !== 0;
}

describe('changebook merge-driver', function () {
  this.timeout(60_000 + pairs * 2000);

  for (const [name, together] of Object.entries(ways)) {
    it(`keeps ticks of neighbouring steps in a ${name}, which git alone does not`, () => {
      const versions = [record(' ', ' ', ' '), record('x', ' ', ' '), record(' ', 'x', ' ')] as const;
      const [base, ours, theirs] = versions.map((text) => ({ [file]: text }));
      const without = forked(base ?? {}, ours ?? {}, theirs ?? {}, false);
      assert.ok(together(without));
      const folder = forked(base ?? {}, ours ?? {}, theirs ?? {});
      assert.ok(!together(folder));
      assert.equal(read(folder), record('x', 'x', ' '));
      assert.equal(git(folder, 'status', '--porcelain'), '');
    });

    it(`loses nothing of ${Math.ceil(pairs / 3)} random pairs in a ${name}`, () => {
      const random = new Random(seed + name.length);
      const models = Array.from({ length: Math.ceil(pairs / 3) }, (_, at) => {
        const base = randomModel(random);
        const [ours, theirs] = [editedModel(base, 'ana', random), editedModel(base, 'ben', random)];
        return { name: `CHG-${at}.md`, base, ours, theirs };
      });
      const texts = (of: (model: (typeof models)[number]) => ModelRecord) =>
        Object.fromEntries(models.map((model) => [model.name, writtenModel(of(model))]));
      const folder = forked(
        texts(({ base }) => base),
        texts(({ ours }) => ours),
        texts(({ theirs }) => theirs),
      );
      const stopped = together(folder);
      const open = git(folder, 'diff', '--name-only', '--diff-filter=U').split('\n').filter(Boolean);
      const asked = models.filter(
        (model) => checkMerge(read(folder, model.name), model.base, model.ours, model.theirs) > 0,
      );
      assert.deepEqual([...open].sort(), asked.map((model) => model.name).sort());
      assert.equal(stopped, asked.length > 0);
      console.log(`      ${asked.length} with a conflict in its place, 0 lost`);
    });
  }

  it('leaves what both changed between markers with git’s names, which check reports', () => {
    const folder = forked(
      { [file]: record(' ', ' ') },
      { [file]: record('x', 'x').replace('to_do', 'in_progress') },
      { [file]: record(' ', ' ').replace('to_do', 'cancelled') },
    );
    assert.ok(fails(folder, 'merge', 'theirs'));
    assert.match(
      read(folder),
      /^<{7} (?:HEAD|ours)\nstatus: in_progress\n={7}\nstatus: cancelled\n>{7} theirs$/m,
    );
    assert.match(read(folder), /- \[x\] Step 1\n- \[x\] Step 2\n$/);
    const report = checkJson([], folder);
    const markers = lines(report).filter((line) => line.endsWith('format/merge-conflict'));
    assert.deepEqual(
      markers,
      [4, 6, 8].map((line) => `${file}:${line}:1 error format/merge-conflict`),
    );
  });

  it('shows the base where git is set to show it', () => {
    const [ours, theirs] = ['in_progress', 'cancelled'].map((to) => record(' ').replace('to_do', to));
    const folder = forked({ [file]: record(' ') }, { [file]: ours ?? '' }, { [file]: theirs ?? '' });
    git(folder, 'config', 'merge.conflictStyle', 'zdiff3');
    assert.ok(fails(folder, 'merge', 'theirs'));
    assert.match(read(folder), /^status: in_progress\n\|{7} .*\nstatus: to_do\n={7}\nstatus: cancelled\n/m);
  });

  it('merges other markdown as git does, and where the program is gone', () => {
    const paragraphs = 'One.\n\nTwo.\n\nThree.\n';
    const versions = (from: string, to: string) => ({ 'README.md': paragraphs.replace(from, to) });
    const folder = forked(versions('', ''), versions('One', '1'), versions('Three', '3'));
    assert.ok(!fails(folder, 'merge', 'theirs'));
    assert.equal(read(folder, 'README.md'), '1.\n\nTwo.\n\n3.\n');
    const gone = forked(versions('', ''), versions('One', '1'), versions('One', 'I'));
    const driver = git(gone, 'config', 'merge.changebook.driver').trim();
    git(gone, 'config', 'merge.changebook.driver', driver.replaceAll('dist/cli.js', 'gone/cli.js'));
    assert.ok(fails(gone, 'merge', 'theirs'));
    assert.equal(
      read(gone, 'README.md'),
      `<<<<<<< ours\n1.\n=======\nI.\n>>>>>>> theirs\n${paragraphs.slice(5)}`,
    );
  });

  it('is installed by one command and one commit, once, and taken back by another', () => {
    const folder = repositoryOf({ [file]: record(' '), '.gitattributes': '*.png binary\n' }, 'Ana Serra');
    const install = program(['merge-driver', '--install'], folder);
    assert.equal(install.code, 0, install.err);
    assert.match(install.out, /^In this clone git now merges records .*\nCommitted as \w+ on main\.\n$/);
    assert.match(read(folder, '.gitattributes'), /^\*\.png binary\n# .*\n\*\.md merge=changebook\n$/);
    assert.match(git(folder, 'check-attr', 'merge', file), /: changebook$/m);
    assert.equal(git(folder, 'show', '--format=', '--name-only').trim(), '.gitattributes');
    assert.match(program(['merge-driver', '--install'], folder).out, /already/);
    const taken = program(['merge-driver', '--uninstall'], folder);
    assert.match(taken.out, /line by line, as all other files\.\nCommitted/);
    assert.equal(read(folder, '.gitattributes'), '*.png binary\n');
    assert.throws(() => git(folder, 'config', 'merge.changebook.driver'));
    assert.match(program(['merge-driver', '--uninstall'], folder).out, /already/);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('is missed by a check in a clone that lacks it, and where a conflict was left', () => {
    const said = (folder: string) => program(['check'], folder, { env: { CI: '' } }).err;
    const folder = forked({ [file]: record(' ') }, { [file]: record('x') }, { [file]: `${record(' ')}\n` });
    assert.equal(said(folder), '');
    const driver = git(folder, 'config', 'merge.changebook.driver').trim();
    git(folder, 'config', 'merge.changebook.driver', driver.replaceAll('dist/cli.js', 'gone/cli.js'));
    assert.match(said(folder), /merge-driver --install/);
    git(folder, 'config', '--remove-section', 'merge.changebook');
    assert.match(said(folder), /in this clone it merges them line by line until you run/);
    assert.equal(program(['check'], folder, { env: { CI: 'true' } }).err, '');
    const other = repositoryOf({ [file]: record(' ').replace('# A', '<<<<<<< ours\n# A\n=======') }, 'Ana');
    assert.match(said(other), /with fewer conflicts: changebook merge-driver --install/);
  });

  it('names the files that the configuration calls records', () => {
    const config = 'records: ["changes/**/*.md", "procedures/*.md"]\n';
    const folder = repositoryOf({ [file]: record(' '), '.changebook/config.yaml': config }, 'Ana Serra');
    program(['merge-driver', '--install'], folder);
    const [, ...patterns] = read(folder, '.gitattributes').trim().split('\n');
    assert.deepEqual(patterns, ['changes/**/*.md merge=changebook', 'procedures/*.md merge=changebook']);
    assert.match(git(folder, 'check-attr', 'merge', file), /: changebook$/m);
    assert.match(git(folder, 'check-attr', 'merge', 'README.md'), /: unspecified$/m);
  });

  it('says in one sentence what is wrong with a call', () => {
    const folder = repositoryOf({ [file]: record(' ') }, 'Ana Serra');
    for (const args of [[], ['one'], ['--install', '--uninstall'], ['--install', 'x']]) {
      const { code, out, err } = program(['merge-driver', ...args], folder);
      assert.deepEqual([code, out, err.trim().split('\n').length], [2, '', 1], err);
    }
  });
});
