// Bundles the extension, the command line and the worker. `--watch` builds again on every change.
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');

/** Changes with every line of the source: caches that another build wrote are not read. */
function buildId() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  for (const entry of readdirSync('src', { recursive: true }).sort()) {
    if (entry.endsWith('.ts')) hash.update(entry).update(readFileSync(join('src', entry)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** gray-matter is given our YAML engine and never uses the old one that it brings; leaving it out halves its load. */
const withoutOldYaml = {
  name: 'without-old-yaml',
  setup(build) {
    build.onResolve({ filter: /^js-yaml$/ }, (args) =>
      args.importer.includes(join('node_modules', 'gray-matter'))
        ? { path: 'old-yaml', namespace: 'without-old-yaml' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'without-old-yaml' }, () => ({
      contents:
        'const refuse = () => { throw new Error("not loaded"); }; module.exports = { safeLoad: refuse, safeDump: refuse };',
    }));
  },
};

/** The holidays of the world are larger than everything else together, so they are a file that is read when asked. */
const holidaysApart = {
  name: 'holidays-apart',
  setup(build) {
    build.onResolve({ filter: /^date-holidays$/ }, (args) =>
      args.kind === 'entry-point' ? undefined : { path: './holidays.js', external: true },
    );
  },
};

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  logLevel: 'warning',
  define: { CHANGEBOOK_BUILD: JSON.stringify(buildId()) },
  plugins: [withoutOldYaml, holidaysApart],
};

const builds = [
  {
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...shared, entryPoints: { worker: 'src/node/worker.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { holidays: 'date-holidays' }, outdir: 'dist' },
  { ...shared, entryPoints: { extension: 'src/vscode/extension.ts' }, outdir: 'dist', external: ['vscode'] },
];

if (watch) {
  for (const options of builds) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
  chmodSync('dist/cli.js', 0o755);
}
