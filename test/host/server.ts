import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { installOnce } from './installOnce';
import { npmInstall } from './npmInstall';
import type { HostRelease, ServerHost } from './obtain';
import { cacheRoot } from './paths';
import { progress } from './progress';
import { releases } from './releases';

/** Without ripgrep quick open, text search and `workspace.findFiles` find nothing. */
const ripgrepVersion = '1.18.0';

/** The VS Code server of a release, from the npm registry; no native module is compiled, no install script runs. */
export async function obtainServer(release: HostRelease): Promise<ServerHost> {
  const { vscode, codeServer, node, seconds } = releases[release];
  const nodePath = await obtainNode(node);
  const folder = path.join(cacheRoot, `code-server-${codeServer}`);
  await installOnce(folder, `code-server ${codeServer}, ripgrep ${ripgrepVersion}`, async () => {
    progress(`Fetching VS Code server ${vscode} (about ${seconds} s) …`);
    const ripgrep = `@vscode/ripgrep-${process.platform}-${process.arch}`;
    await npmInstall(folder, [`code-server@${codeServer}`, `${ripgrep}@${ripgrepVersion}`]);
    // code-server's own install script does this; its other steps only compile native modules.
    await npmInstall(vscodeFolder(folder), []);
    await placeRipgrep(folder, ripgrep);
  });
  return { kind: 'server', version: vscode, node: nodePath, serverMain: serverMainOf(folder) };
}

/** The floor's own ripgrep package fetches the binary in an install script, so it is put in its place here. */
async function placeRipgrep(folder: string, ripgrep: string): Promise<void> {
  const owner = path.join(vscodeFolder(folder), 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(owner)) return;
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  await mkdir(path.join(owner, 'bin'), { recursive: true });
  await copyFile(path.join(folder, 'node_modules', ripgrep, 'bin', name), path.join(owner, 'bin', name));
}

function vscodeFolder(folder: string): string {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

function serverMainOf(folder: string): string {
  const file = path.join(vscodeFolder(folder), 'out', 'server-main.js');
  if (existsSync(file)) return file;
  throw new Error(`The VS Code server in ${folder} is incomplete: delete that folder and try again.`);
}

/** This process's Node.js where it is new enough, else one from the npm registry. */
async function obtainNode(major: number): Promise<string> {
  const own = Number(process.versions.node.split('.')[0]);
  if (own >= major) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  // The package `node` fetches one of these in an install script; naming it needs no script.
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const folder = path.join(cacheRoot, `node-${major}`);
  await installOnce(folder, name, async () => {
    progress(`Fetching Node.js ${major} for the newest VS Code (about 10 s) …`);
    await npmInstall(folder, [`${name}@${major}`]);
  });
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = path.join(folder, 'node_modules', name, 'bin', executable);
  if (existsSync(binary)) return binary;
  throw new Error(`Node.js ${major} is missing in ${folder}: delete that folder and try again.`);
}
