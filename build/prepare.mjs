// What npm runs to make the programs: before it packs, after an install in a clone, and on the machine of whoever
// installs from an address of git.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, realpathSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

const { env, execPath, platform } = process;

/** What the settings of a global install, or of a machine, would lead elsewhere or leave away. */
const intoThisFolder = [
  '--no-global',
  '--location=project',
  '--include=dev',
  '--no-dry-run',
  '--no-package-lock-only',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
];

/** Fetches what building needs, where it is not there: npm 10 and 11 leave it away where the install is global. */
function fetchNeeded() {
  if (existsSync('node_modules/esbuild')) return;
  const own = env.npm_execpath?.endsWith('npm-cli.js') ? [execPath, env.npm_execpath] : ['npm'];
  const [program, ...first] = own;
  const { status } = spawnSync(program, [...first, 'ci', ...intoThisFolder], {
    // What a packing npm prints is the name of the file alone.
    stdio: ['ignore', process.stderr, process.stderr],
    shell: own.length === 1 && platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * To prepare what it cloned, npm calls itself, and where the install is global that call links the clone, which is gone
 * soon, where the program shall be. A folder is put there instead: the install itself unpacks the program into it.
 */
function unlinkClone() {
  if (env.npm_config_global !== 'true' || env._PACOTE_NO_PREPARE_ === undefined) return;
  const modules = platform === 'win32' ? 'node_modules' : 'lib/node_modules';
  const link = join(env.npm_config_global_prefix ?? '', modules, env.npm_package_name ?? '');
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  if (realpathSync(link) !== realpathSync('.')) return;
  unlinkSync(link);
  mkdirSync(link);
}

/** Packing asks twice, before and while it packs. */
function justBuilt() {
  const { npm_command: command = '', npm_lifecycle_event: event } = env;
  return event === 'prepare' && ['pack', 'publish'].includes(command) && existsSync('dist/cli.js');
}

if (!justBuilt()) {
  fetchNeeded();
  await import('../esbuild.mjs');
}
unlinkClone();
