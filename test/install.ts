import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../package.json';
import { obtainHost } from './host/obtain';

// Every way to install that docs/install.md describes, done with npm 10 and npm 11: each in an empty folder, with an empty
// cache of npm and nothing of this machine's settings but the registry. What is installed is the last commit.

const project = path.resolve(__dirname, '..');
const space = realpathSync(mkdtempSync(path.join(tmpdir(), 'changebook-install-')));
const registry = said('npm', ['config', 'get', 'registry'], project).trim();
const archive = `changebook-${version}.tgz`;

/** What a program says; throws with all of it where it fails. */
function said(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  const shell = process.platform === 'win32';
  const options = { cwd, env: { ...bare(), ...env }, encoding: 'utf8', timeout: 600_000, shell } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')}\n${error?.message ?? ''}${stdout}${stderr}`);
  return stdout;
}

/** The environment without what a running npm tells its scripts. */
function bare(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}

function emptyFolder(): string {
  return mkdtempSync(path.join(space, 'empty-'));
}

function clone(): string {
  const folder = emptyFolder();
  said('git', ['clone', '--quiet', pathToFileURL(project).href, folder], space);
  return folder;
}

/** One version of npm on a machine that has nothing else: each call begins with an empty cache. */
class Npm {
  private readonly cli: string;

  constructor(readonly major: string) {
    const folder = emptyFolder();
    said('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, `npm@${major}`], folder);
    this.cli = path.join(folder, 'node_modules/npm/bin/npm-cli.js');
  }

  run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
    const home = emptyFolder();
    const own = {
      HOME: home,
      USERPROFILE: home,
      npm_config_cache: emptyFolder(),
      npm_config_registry: registry,
    };
    return said(process.execPath, [this.cli, ...args], cwd, { ...own, ...env });
  }

  /** Installs for the whole machine, whose folder is empty, and tries the program there. */
  installGlobally(what: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): void {
    const prefix = emptyFolder();
    this.run(['install', '--global', ...args, what], emptyFolder(), { npm_config_prefix: prefix, ...env });
    tryProgram(prefix, process.platform === 'win32' ? prefix : path.join(prefix, 'bin'));
  }

  /** Installs into a project that is new, and tries the program there. */
  installInProject(what: string, args: readonly string[] = []): void {
    const folder = emptyFolder();
    this.run(['init', '--yes'], folder);
    this.run(['install', '--save-dev', ...args, what], folder);
    assert.match(this.run(['exec', '--no', '--', 'changebook', '--version'], folder), /^\d/);
    tryProgram(folder, path.join(folder, 'node_modules/.bin'));
  }
}

/** The program runs where it was put, with nothing of where it came from, and does its work in an empty folder. */
function tryProgram(installed: string, bin: string): void {
  const program = path.join(bin, 'changebook');
  assert.ok(realpathSync(program).startsWith(installed), 'the program lies where it was installed');
  const folder = emptyFolder();
  const run = (...args: string[]) =>
    said(program, args, folder, { CHANGEBOOK_CACHE_DIR: emptyFolder(), LANG: 'C' });
  assert.equal(run('--version'), `${version}\n`);
  run('new', 'ticket', '--title', 'Search misses accents');
  assert.match(run('check'), /in 1 record \(1 file\)\.$/m);
}

/** The ways, with what each of them shows. */
function ways(npm: Npm): { readonly [says: string]: () => void } {
  const address = `git+${pathToFileURL(project).href}`;
  const packed = (prepared: boolean) => {
    const folder = clone();
    if (prepared) npm.run(['ci'], folder);
    // pre-commit reads the name from what is printed.
    assert.equal(npm.run(['pack'], folder), `${archive}\n`);
    return path.join(folder, archive);
  };
  let file = '';
  return {
    'npm pack in a fresh clone, after npm ci': () => {
      file = packed(true);
    },
    'npm pack in a fresh clone, at once': () => {
      packed(false);
    },
    'a packed file for the whole machine, without a network': () => npm.installGlobally(file, ['--offline']),
    'a packed file in a project, without a network': () => npm.installInProject(file, ['--offline']),
    'an address of git for the whole machine': () => npm.installGlobally(address),
    'an address of git for the whole machine, where production is the setting': () =>
      npm.installGlobally(address, [], { NODE_ENV: 'production', npm_config_omit: 'dev' }),
    'an address of git in a project': () => npm.installInProject(address),
    'npm pack with an address of git': () => {
      const folder = emptyFolder();
      assert.equal(npm.run(['pack', address], folder).trim().split('\n').at(-1), archive);
      npm.installGlobally(path.join(folder, archive), ['--offline']);
    },
  };
}

/** The VSIX, made in a fresh clone and installed by command into an editor that has nothing yet. */
async function extension(): Promise<void> {
  const folder = clone();
  said('npm', ['ci', '--no-audit', '--no-fund'], folder);
  said('npm', ['run', 'package'], folder);
  const { node, serverMain } = await obtainHost({ kind: 'server', release: 'newest' });
  const into = emptyFolder();
  const vsix = path.join(folder, `changebook-${version}.vsix`);
  said(node, [serverMain, '--extensions-dir', into, '--install-extension', vsix], into);
  const installed = path.join(into, readdirSync(into).find((name) => name.startsWith('changebook.')) ?? '');
  assert.ok(existsSync(path.join(installed, 'dist/extension.js')));
}

let failed = 0;
async function done(says: string, way: () => void | Promise<void>): Promise<void> {
  const before = Date.now();
  const seconds = () => `${((Date.now() - before) / 1000).toFixed(1)} s`;
  try {
    await way();
    console.log(`✓ ${says} (${seconds()})`);
  } catch (error) {
    failed++;
    console.log(`✗ ${says} (${seconds()})\n${error instanceof Error ? error.message : String(error)}`);
  }
}

async function everyWay(): Promise<void> {
  for (const major of ['10', '11']) {
    const npm = new Npm(major);
    console.log(`\nnpm ${npm.run(['--version'], space).trim()}`);
    for (const [says, way] of Object.entries(ways(npm))) await done(says, way);
  }
  console.log('');
  await done('the VSIX by command', extension);
}

everyWay()
  .catch((error: unknown) => {
    failed++;
    console.error(error);
  })
  .finally(() => {
    rmSync(space, { recursive: true, force: true, maxRetries: 3 });
    console.log(failed === 0 ? '\nEvery way works.' : `\n${failed} failed.`);
    process.exitCode = failed === 0 ? 0 : 1;
  });
