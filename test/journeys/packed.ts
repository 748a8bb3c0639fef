import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const project = path.resolve(__dirname, '../..');

/** The program as a stranger has it: packed, and installed from the packed file alone. */
export interface Packed {
  /** The folder in which the command `changebook` is. */
  readonly bin: string;
  /** A folder for all that the journeys write. */
  readonly folder: string;
}

/** Packs what was built last and installs it in a folder of its own. */
export function packProgram(): Packed {
  const folder = mkdtempSync(path.join(tmpdir(), 'changebook-journeys-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  // Without scripts: other tests run what is built already.
  npm('pack', '--ignore-scripts', '--pack-destination', folder);
  const [archive = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const prefix = path.join(folder, 'installed');
  npm(
    'install',
    '--global',
    '--offline',
    '--no-audit',
    '--no-fund',
    '--prefix',
    prefix,
    path.join(folder, archive),
  );
  return { bin: path.join(prefix, process.platform === 'win32' ? '' : 'bin'), folder };
}

function npm(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('npm', args, { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
}
