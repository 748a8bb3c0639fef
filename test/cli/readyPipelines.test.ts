import { strict as assert } from 'node:assert';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { load } from 'js-yaml';
import { stageExtension } from '../../src/generate/packExtension';
import { folderOf, project, ticket } from './program';
import { commit, git } from './pullRequest';

interface Job {
  readonly extends?: string;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly artifacts?: { readonly reports: Readonly<Record<string, string>> };
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly types?: readonly string[];
  readonly files?: string;
  readonly pass_filenames?: boolean;
}

const read = (file: string): unknown => load(readFileSync(path.join(project, file), 'utf8'));
/** What npm tells of a script of a package. */
const ranScript = /^npm info run changebook@/m;

const jobs = read('ci/changebook.gitlab-ci.yml') as Readonly<Record<string, Job>>;
const hooks = read('.pre-commit-hooks.yaml') as readonly Hook[];

describe('Pipelines', function () {
  this.timeout(120_000);
  let archive = '';
  let prefix = '';

  /** A machine on which only Node and git are there; npm installs what it is told to into a folder of the test. */
  const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    ...process.env,
    npm_config_prefix: prefix,
    PATH: `${path.join(prefix, 'bin')}${path.delimiter}${process.env.PATH}`,
    CHANGEBOOK_CACHE_DIR: path.join(prefix, 'cache'),
    ...more,
  });

  before(() => {
    prefix = folderOf({});
    const into = folderOf({});
    // Without scripts: what is built already is packed, while other tests run it.
    const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', into], project);
    assert.equal(packed.status, 0, packed.stderr);
    archive = path.join(into, readdirSync(into)[0] ?? '');
  });

  function run(
    program: string,
    args: readonly string[],
    cwd: string,
    env = environment(),
  ): SpawnSyncReturns<string> {
    return spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  }

  /** A job as GitLab's runner does it: everything in one shell that stops at the first failure. */
  function runJob(name: string, cwd: string, variables: NodeJS.ProcessEnv): SpawnSyncReturns<string> {
    const job = jobs[name] ?? assert.fail(name);
    const parent = job.extends === undefined ? undefined : jobs[job.extends];
    const lines = [...(job.before_script ?? parent?.before_script ?? []), ...(job.script ?? [])];
    return run('sh', ['-ec', lines.join('\n')], cwd, environment(variables));
  }

  function repository(files: { readonly [name: string]: string }): string {
    const folder = folderOf({ 'TKT-1.md': ticket('TKT-1', 'owner: [x]\n'), 'README.md': '# Not a record\n' });
    git(folder, 'Ana Font', 'init', '--quiet', '--initial-branch=main');
    commit(folder, 'Ana Font');
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    commit(folder, 'Ana Font');
    return folder;
  }

  it('of GitLab say what is missing, install what they are told, and keep both reports', () => {
    const folder = repository({ 'TKT-2.md': ticket('TKT-2', 'owner: [y]\n') });
    const without = runJob('changebook', folder, {});
    assert.notEqual(without.status, 0);
    assert.match(without.stderr, /CHANGEBOOK_PACKAGE/);
    const base = git(folder, 'Ana Font', 'rev-parse', 'HEAD~1');
    const ended = runJob('changebook', folder, {
      CHANGEBOOK_PACKAGE: archive,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    });
    assert.equal(ended.status, 1, ended.stderr);
    assert.match(ended.stdout, /^TKT-2\.md:4:1 {2}error/m);
    const reports = jobs.changebook?.artifacts?.reports ?? {};
    const quality = JSON.parse(readFileSync(path.join(folder, reports.codequality ?? ''), 'utf8')) as {
      severity: string;
      location: { path: string };
    }[];
    assert.deepEqual(
      quality.map(({ severity, location }) => `${location.path} ${severity}`),
      ['TKT-1.md info', 'TKT-2.md major'],
    );
    assert.match(
      readFileSync(path.join(folder, reports.junit ?? ''), 'utf8'),
      /<testcase name="TKT-2\.md"[^>]*>\s*<failure/,
    );
    // The next job of the same machine finds it installed; nothing new came with it.
    assert.equal(runJob('changebook', folder, { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD' }).status, 0);
  });

  it('of GitLab hold a deployment back whose change may not go out now', () => {
    const folder = repository({});
    for (const [code, variables] of [
      [2, { CHANGEBOOK_CHANGE: 'TKT-404', CHANGEBOOK_PACKAGE: archive }],
      [
        1,
        {
          ...{ CI_COMMIT_TAG: 'v1.0.0', CHANGEBOOK_ENVIRONMENT: 'PRO', CHANGEBOOK_PACKAGE: archive },
          CHANGEBOOK_RECEIPT: 'receipt.json',
        },
      ],
    ] as const) {
      const { status, stdout, stderr } = runJob('.changebook-gate', folder, variables);
      assert.equal(status, code, stderr);
      assert.match(stdout, /TKT-404|v1\.0\.0, PRO/);
    }
    assert.match(readFileSync(path.join(folder, 'receipt.json'), 'utf8'), /"verdict": "refused"/);
    // Asked about nothing, it must not say yes.
    assert.equal(runJob('.changebook-gate', folder, { CHANGEBOOK_PACKAGE: archive }).status, 2);
  });

  it('of pre-commit check the files that it names, or the whole workspace', () => {
    const folder = repository({ 'TKT-2.md': ticket('TKT-2') });
    const installed = run('npm', ['install', '--global', '--loglevel', 'info', '--', archive], folder);
    assert.equal(installed.status, 0, installed.stderr);
    assert.doesNotMatch(installed.stderr, ranScript);
    const [files, whole] = hooks;
    assert.ok(files && whole);
    const named = new RegExp(files.files ?? '');
    for (const name of ['TKT-2.md', 'a/CHG-2026-0001-portal.md']) assert.match(name, named);
    for (const name of ['README.md', 'TKT-2/notes.md', 'TKT-2.txt']) assert.doesNotMatch(name, named);
    const call = (hook: Hook, names: readonly string[]) => {
      const [program = '', ...args] = hook.entry.split(' ');
      return run(program, [...args, ...(hook.pass_filenames === false ? [] : names)], folder);
    };
    assert.equal(call(files, ['TKT-2.md']).status, 0);
    const failed = call(files, ['TKT-1.md', 'TKT-2.md']);
    assert.equal(failed.status, 1);
    assert.doesNotMatch(failed.stdout, /TKT-2/);
    assert.equal(call(whole, ['TKT-2.md']).status, 1);
    const matches = new RegExp(whole.files ?? '');
    for (const name of ['.changebook/config.yaml', 'a/.changebook/x', 'a/b.md']) assert.match(name, matches);
    assert.doesNotMatch('src/changebook.ts', matches);
  });

  it('get the program from npm, and the extension has none of their files', async () => {
    const listed = run('tar', ['tzf', archive], project).stdout.split('\n');
    assert.ok(!listed.includes('package/dist/metafile.json'));
    for (const name of [
      'dist/cli.js',
      'dist/worker.js',
      'LICENSE',
      'THIRD-PARTY-NOTICES.txt',
      'package.json',
    ])
      assert.ok(listed.includes(`package/${name}`), name);
    // Templates of notices are there to be copied; nothing else of the sources is.
    const sources = listed.filter((name) => /^package\/(src|test|examples|\.)/.test(name));
    assert.ok(sources.length > 0);
    for (const name of sources)
      assert.match(name, /^package\/src\/core\/notices\/templates\/\w+\.(en|es)\.md$/);
    const stage = folderOf({});
    stageExtension(stage);
    const files = await listFiles({ cwd: stage, packageManager: PackageManager.None });
    for (const name of ['dist/cli.js', 'LICENSE', 'THIRD-PARTY-NOTICES.txt'])
      assert.ok(files.includes(name), name);
    assert.ok(!files.includes('dist/metafile.json'));
    const manifest = JSON.parse(readFileSync(path.join(stage, 'package.json'), 'utf8'));
    assert.deepEqual([manifest.scripts, manifest.dependencies], [undefined, undefined]);
    for (const name of [
      'action.yml',
      'ci/changebook.gitlab-ci.yml',
      '.pre-commit-hooks.yaml',
      '.npmrc',
      '.npmignore',
    ]) {
      assert.ok(existsSync(path.join(project, name)), name);
      assert.ok(!files.includes(name), name);
    }
  });
});
