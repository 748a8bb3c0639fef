import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { projectRoot } from './paths';

/**
 * Bundles the extension that has the files, and the suite, for where there is no Node.
 *
 * @param user who uses it: suites and scenes run side by side, each with a folder of its own
 */
export async function bundleWebFiles(user: 'suite' | 'scenes'): Promise<string> {
  const filesExtension = path.join(projectRoot, 'out', 'test', 'web', user);
  const sources = path.join(projectRoot, 'test', 'web');
  await rm(filesExtension, { recursive: true, force: true });
  await mkdir(filesExtension, { recursive: true });
  await copyFile(path.join(sources, 'memoryFiles.json'), path.join(filesExtension, 'package.json'));
  await build({
    entryPoints: { extension: path.join(sources, 'memoryFiles.ts'), run: path.join(sources, 'run.ts') },
    outdir: filesExtension,
    bundle: true,
    platform: 'browser',
    target: 'chrome120',
    format: 'cjs',
    external: ['vscode'],
    alias: { 'node:assert': path.join(sources, 'plainAssert.ts') },
    plugins: [globalMocha],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return filesExtension;
}

/** Mocha's file for the browser would take the bundle's own exports for its own. */
const globalMocha: Plugin = {
  name: 'global-mocha',
  setup(bundle) {
    bundle.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
      contents: `(function (exports, module, define) {${await readFile(file, 'utf8')}}).call(globalThis);`,
    }));
  },
};

/** Every text of a folder by its path; git's own folder is on no such file system. */
export async function textsIn(folder: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const inside = path.relative(folder, file).split(path.sep).join('/');
    if (entry.isFile() && !inside.startsWith('.git/')) texts[inside] = await readFile(file, 'utf8');
  }
  return texts;
}
