import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { copyExample } from './host/exampleCopy';
import { progress } from './host/progress';
import { startServed } from './host/start';
import { packTourOpener } from './host/tourOpener';

// `npm start`: builds, checks the example workspace and opens it in VS Code with the extension in it.

const project = path.resolve(__dirname, '..');
const workspace = path.join(project, 'out/example');
const vsix = path.join(project, 'out/changebook.vsix');
const opener = path.join(project, 'out/tour-opener.vsix');

async function main(): Promise<void> {
  const open = !process.argv.includes('--no-open');
  if (!isInstalled('git')) throw new Error('git is missing: install it, then run npm start again.');
  progress('Building Changebook (about 10 s) …');
  node('esbuild.mjs');
  node('--import', 'tsx', 'src/generate/packExtension.ts', '--quick', vsix);
  await copyExample(path.join(project, 'examples'), workspace, Date.now());
  progress(
    `The example workspace is in ${path.relative(process.cwd(), workspace) || '.'}; its check says:\n`,
  );
  spawnSync(process.execPath, [path.join(project, 'dist/cli.js'), 'check'], {
    cwd: workspace,
    stdio: 'inherit',
  });
  process.stdout.write('\n');
  await packTourOpener(opener);
  await startServed({ workspace, extensions: [vsix, opener], open });
}

/** Runs one of the project's programs; what it prints matters only when it fails. */
function node(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

if (!existsSync(path.join(project, 'node_modules'))) {
  console.error('Run npm ci first.');
  process.exitCode = 2;
} else {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  });
}
