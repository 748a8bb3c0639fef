import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from './paths';

/**
 * Bundles a suite's entry (by default test/vscode/run.ts), Mocha included, into one CommonJS file that any extension
 * host can load: Mocha 12 is an ES module, and not every host's `require` takes those. Returns the file's path.
 */
export async function bundleSuite(
  entry = path.join(projectRoot, 'test', 'vscode', 'run.ts'),
  outfile = path.join(projectRoot, 'out', 'test', 'vscode', 'run.js'),
): Promise<string> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    // Mocha resolves the files of its parallel mode, which a suite in an extension host never uses.
    logOverride: { 'require-resolve-not-external': 'silent' },
  });
  return outfile;
}
