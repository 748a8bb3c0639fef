import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { type SetupReport, setupReportSchema } from '../../src/core/report/setupReport';
import { changebook, checkJson, folderOf, project } from './program';
import { git, repositoryOf } from './repository';

const usual = ['.changebook/config.yaml', 'changes/YEAR/.gitkeep', 'procedures/PROC-RELEASE.md'];
const year = String(new Date().getFullYear());
const written = usual.map((file) => file.replace('YEAR', year));

const schema = JSON.parse(readFileSync(path.join(project, 'schemas/init.schema.json'), 'utf8')) as object;
const validate = new Ajv({ strict: false }).compile(schema);

function init(folder: string, ...args: string[]): SetupReport {
  const { out, err, code } = changebook(['init', '--yes', '--format', 'json', ...args], folder);
  assert.ok(out.startsWith('{'), err);
  assert.equal(code, 0);
  assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors));
  return setupReportSchema.parse(JSON.parse(out));
}

/** What `init` says where it refuses: one sentence; nothing in the folder may be another afterwards. */
function refused(folder: string, ...args: string[]): string {
  const before = treeOf(folder);
  const { code, out, err } = changebook(['init', '--yes', ...args], folder);
  assert.deepEqual([code, out], [2, ''], err);
  assert.match(err, /^changebook: [^\n]+\n$/);
  assert.deepEqual(treeOf(folder), before);
  return err;
}

function treeOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/^\.git(?:$|[\\/])/.test(name))
    .sort();
}

/** A repository without a commit. */
function unborn(files: Parameters<typeof folderOf>[0] = {}): string {
  const folder = folderOf(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Ana Gil');
  git(folder, 'config', 'user.email', 'ana@example.org');
  git(folder, 'config', 'commit.gpgsign', 'false');
  return folder;
}

const filesIn = (folder: string): string[] =>
  git(folder, 'show', '--format=', '--name-only', 'HEAD').trim().split('\n').sort();

describe('changebook init', () => {
  it('makes one commit of what it wrote, and leaves what others staged', () => {
    const folder = repositoryOf(
      { 'a.txt': 'a\n', 'package.json': '{"name":"portal","scripts":{"test":"x"}}' },
      'Ana Gil',
    );
    writeFileSync(path.join(folder, 'a.txt'), 'staged\n');
    git(folder, 'add', 'a.txt');
    writeFileSync(path.join(folder, 'a.txt'), 'unstaged\n');
    const { outcome, subject, files } = init(folder, '--timezone', 'Europe/Madrid');
    assert.match(readFileSync(path.join(folder, usual[0] ?? ''), 'utf8'), /country: ES/);
    assert.deepEqual([outcome, subject], ['committed', 'Set up Changebook']);
    assert.deepEqual(
      files.map(({ file }) => file),
      written,
    );
    assert.deepEqual(filesIn(folder), written);
    assert.equal(git(folder, 'status', '--porcelain'), 'MM a.txt\n');
    assert.match(readFileSync(path.join(folder, 'procedures/PROC-RELEASE.md'), 'utf8'), /pass: `npm test`/);
    assert.deepEqual(checkJson([], folder).findings, []);
    const change = changebook(['new', 'PROC-RELEASE', '--title', 'One'], folder);
    assert.match(change.out, new RegExp(`changes/${year}/CHG-${year}-0001-one\\.md`));
  });

  it('makes the first commit of a repository, with nothing else in it', () => {
    const folder = unborn({ 'staged.txt': 'x\n' });
    git(folder, 'add', 'staged.txt');
    assert.equal(init(folder).outcome, 'committed');
    assert.deepEqual(filesIn(folder), written);
    assert.equal(git(folder, 'rev-list', '--count', 'HEAD').trim(), '1');
    assert.equal(git(folder, 'status', '--porcelain'), 'A  staged.txt\n');
  });

  it('changes nothing where it is run again, and says what is missing', () => {
    const folder = unborn();
    init(folder);
    const again = init(folder, '--profile', 'small');
    assert.deepEqual([again.outcome, again.commit, again.files], ['unchanged', null, []]);
    assert.match(again.missing.join('\n'), /`holders` of `approvals`/);
    assert.equal(git(folder, 'rev-list', '--count', 'HEAD').trim(), '1');
    mkdirSync(path.join(folder, 'src'));
    assert.match(changebook(['init'], path.join(folder, 'src')).out, /set up already/);
  });

  it('overwrites nothing, and writes nothing in a dry run', () => {
    const own = 'mine\n';
    const folder = unborn({ 'procedures/PROC-RELEASE.md': own, '.github/workflows/changebook.yml': own });
    const planned = init(folder, '--dry-run', '--source', 'o/r@v1');
    assert.equal(planned.outcome, 'planned');
    assert.ok(!existsSync(path.join(folder, '.changebook')));
    const { files } = init(folder, '--records', '.', '--source', 'o/r@v1');
    const there = files.filter(({ state }) => state === 'there').map(({ file }) => file);
    assert.deepEqual(there, ['procedures/PROC-RELEASE.md', '.github/workflows/changebook.yml']);
    for (const file of there) assert.equal(readFileSync(path.join(folder, file), 'utf8'), own);
    assert.deepEqual(filesIn(folder), written.slice(0, 2));
  });

  it('takes along what a run wrote that was ended before its commit', () => {
    const folder = unborn();
    const { files } = init(folder, '--dry-run');
    for (const { file, text } of files.filter((each) => each.file !== written[0])) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text ?? '');
    }
    assert.equal(init(folder).outcome, 'committed');
    assert.deepEqual(filesIn(folder), written);
    git(folder, 'update-ref', '-d', 'HEAD');
    git(folder, 'rm', '--quiet', '--cached', '-r', '.');
    assert.equal(init(folder).outcome, 'committed');
    assert.deepEqual(filesIn(folder), written);
  });

  it('lets no page of a site become a record, however it writes its type', () => {
    const long = Array.from({ length: 300 }, (_, at) => `key${at}: some long value of a page\n`).join('');
    for (const [name, text] of [
      ['a.md', '---\n"type": ticket\n---\n'],
      ['a.md', '---\ntype:\n  change\n---\n'],
      ['a.md', `---\n${long}type: change\n---\n`],
      ['PROC-RELEASE.md', 'No front matter\n'],
    ] as const) {
      const folder = folderOf({ [`content/${name}`]: text });
      assert.match(init(folder).notes.join('\n'), /no record and could be taken for one/, text.slice(-30));
      const { code, out } = changebook(['check'], folder);
      assert.deepEqual([code, /1 record /.test(out)], [0, true], out);
    }
  });

  it('says of a configuration that cannot be read that it is to be mended', () => {
    const { outcome, missing } = init(folderOf({ '.changebook/config.yaml': '{{{' }));
    assert.deepEqual([outcome, missing.length], ['unchanged', 2]);
    assert.match(missing.join('\n'), /it has errors/);
  });

  it('writes what is asked for', () => {
    const folder = unborn({ '.gitlab-ci.yml': 'x: {}\n', 'docs/a.md': '---\ntype: change\n---\n# Page\n' });
    git(folder, 'config', 'core.attributesFile', path.join(folder, 'none'));
    writeFileSync(path.join(folder, '.gitattributes'), '*.md filter=lfs\n');
    const args = [
      '--language',
      'es',
      '--country',
      '-',
      '--records',
      'ops',
      '--approvers',
      'Eva <e@x.org>, f@x.org',
    ];
    const { notes } = init(folder, ...args, '--source', 'git+https://x.org/c.git#v1');
    assert.match(notes.join('\n'), /docs\/a\.md[\s\S]*\.gitlab\/changebook\.yml[\s\S]*filter: lfs/);
    const config = readFileSync(path.join(folder, '.changebook/config.yaml'), 'utf8');
    assert.match(config, /registros: \["ops\/\{changes/);
    assert.match(config, /\{ nombre: Eva, direcciones: \["?e@x\.org"?\] \}/);
    assert.match(config, /titulares: \{ par: \[Eva, f@x\.org\] \}/);
    assert.doesNotMatch(config, /festivos/);
    assert.equal(readFileSync(path.join(folder, 'ops/procedures/.gitattributes'), 'utf8'), '* !filter\n');
    assert.deepEqual(checkJson([], folder).findings, []);
    assert.equal(git(folder, 'log', '-1', '--format=%s').trim(), 'Preparar Changebook');
  });

  it('asks nobody where nobody can answer, and takes no answer that is wrong', () => {
    const folder = unborn();
    const { code, err } = changebook(['init'], folder);
    assert.equal(code, 2);
    assert.match(err, /--yes takes what is guessed \(language en; timezone/);
    assert.match(refused(folder, '--timezone', 'Mars'), /no time zone/);
    assert.match(refused(folder, '--profile', 'big'), /small/);
    assert.match(refused(folder, '--source', 'changebook'), /where the program comes from/);
    assert.match(refused(folder, '--records', '../x'), /no folder inside/);
    assert.match(refused(folder, 'nowhere'), /no such folder/);
  });

  it('says in one sentence where it cannot be, and writes nothing', () => {
    const bare = folderOf({});
    git(bare, 'init', '--quiet', '--bare');
    assert.match(refused(bare), /bare/);
    const nobody = unborn();
    git(nobody, 'config', 'user.useConfigOnly', 'true');
    git(nobody, 'config', '--unset', 'user.email');
    const none = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', EMAIL: '' };
    const { code, err } = changebook(['init', '--yes'], nobody, { env: none });
    assert.deepEqual([code, treeOf(nobody)], [2, []]);
    assert.match(err, /git does not know who you are/);
    const taken = unborn({ changes: 'a file\n' });
    assert.match(refused(taken, '--records', '.'), /^changebook: changes.*something else stands where/);
    const linked = unborn();
    symlinkSync(folderOf({}), path.join(linked, 'procedures'));
    assert.match(refused(linked, '--records', '.'), /procedures.*a link or something else/);
    assert.match(refused(unborn(), '.git'), /git keeps its own files there/);
    assert.match(refused(unborn({ '.gitignore': '/procedures/\n' })), /\.gitignore keeps procedures/);
    const formatted = unborn();
    const format = 'echo x >> procedures/PROC-RELEASE.md\ngit add procedures/PROC-RELEASE.md\n';
    const once = `grep -q '^x' procedures/PROC-RELEASE.md && exit 0\n${format}exit 1\n`;
    writeFileSync(path.join(formatted, '.git/hooks/pre-commit'), `#!/bin/sh\n${once}`, { mode: 0o755 });
    assert.equal(init(formatted).outcome, 'committed');
    assert.match(git(formatted, 'show', 'HEAD:procedures/PROC-RELEASE.md'), /x\n$/);
    const hook = unborn();
    writeFileSync(path.join(hook, '.git/hooks/pre-commit'), '#!/bin/sh\necho no >&2\nexit 1\n', {
      mode: 0o755,
    });
    assert.match(refused(hook), /pre-commit hook refused/);
    assert.equal(git(hook, 'status', '--porcelain'), '');
  });

  it('knows where it is in a repository with several workspaces', () => {
    const folder = repositoryOf({ 'packages/a/x.txt': 'x', 'packages/b/x.txt': 'x' }, 'Ana Gil');
    const a = path.join(folder, 'packages/a');
    assert.match(refused(a), /lies inside of the repository .*: run changebook init there/);
    assert.equal(init(a, '.').outcome, 'committed');
    init(folder);
    assert.match(
      readFileSync(path.join(folder, '.changebook/config.yaml'), 'utf8'),
      /nested: \["packages\/a"\]/,
    );
    const b = path.join(folder, 'packages/b');
    assert.match(refused(b, '.'), /nested: \[packages\/b\]/);
    assert.deepEqual(checkJson([], folder).findings, []);
  });

  it('writes without a commit outside of a repository, and says what to do', () => {
    const folder = folderOf({});
    const { code, out } = changebook(['init', '--yes'], folder);
    assert.equal(code, 0);
    assert.match(out, /no git repository here, so nothing was committed/);
    assert.match(init(folder).missing.join('\n'), /a commit with \.changebook\/config\.yaml/);
  });

  it('makes a commit that push sends, also on what others pushed meanwhile', () => {
    const first = repositoryOf({ 'a.txt': 'a\n' }, 'Ana Gil');
    const around = folderOf({});
    git(around, 'clone', '--quiet', '--bare', first, 'bare.git');
    const clone = (name: string): string => {
      git(around, 'clone', '--quiet', 'bare.git', name);
      const folder = path.join(around, name);
      git(folder, 'config', 'user.name', name);
      git(folder, 'config', 'user.email', `${name}@example.org`);
      git(folder, 'config', 'commit.gpgsign', 'false');
      return folder;
    };
    const [ana, ben] = [clone('ana'), clone('ben')];
    init(ana);
    writeFileSync(path.join(ben, 'b.txt'), 'b\n');
    git(ben, 'add', 'b.txt');
    git(ben, 'commit', '--quiet', '--message', 'b');
    git(ben, 'push', '--quiet');
    assert.equal(changebook(['push'], ana).code, 0);
    git(ben, 'pull', '--quiet', '--rebase');
    assert.deepEqual(git(ben, 'log', '--format=%s').trim().split('\n'), ['Set up Changebook', 'b', 'Begin']);
  });
});
