// Bundles the extension, the command line and the worker. `--watch` builds again on every change.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Large libraries that most runs never ask for: each is a file of its own, read by the first that asks. */
const apart = { 'date-holidays': 'holidays', 'temporal-polyfill': 'temporal' };

const librariesApart = {
  name: 'libraries-apart',
  setup(build) {
    build.onResolve({ filter: /^(date-holidays|temporal-polyfill)$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: `./${apart[path]}.js`, external: true },
    );
  },
};

/** In Node the hash of Node does what the core's own, in JavaScript, does elsewhere. */
const nativeHash = {
  name: 'native-hash',
  setup(build) {
    const path = join(process.cwd(), 'src/node/nativeSha2.ts');
    build.onResolve({ filter: /\/model\/text\/sha256$/ }, () => ({ path }));
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
  plugins: [nativeHash, withoutOldYaml, librariesApart],
};

/**
 * The three programs in parts: what they share is there once, and what one imports by `import()` is read and compiled
 * only when it is asked for. esbuild splits ES modules alone, so each part becomes CommonJS afterwards, which Node
 * starts faster and VS Code asks for.
 */
const inParts = {
  name: 'in-parts',
  setup(build) {
    build.onEnd(async ({ errors, outputFiles = [] }) => {
      if (errors.length > 0) return;
      mkdirSync('dist', { recursive: true });
      const stale = new RegExp(`^(?:part-|${Object.keys(programs).join('|')})`);
      for (const name of readdirSync('dist')) if (stale.test(name)) rmSync(join('dist', name));
      await Promise.all(outputFiles.map(writePart));
      chmodSync('dist/cli.js', 0o755);
    });
  },
};

async function writePart({ path, text }) {
  const commonJs = { format: 'cjs', target: 'node20', platform: 'node', minify: true };
  // What stays `import()` would be loaded as an ES module, slowly and in another world.
  const options = { ...commonJs, supported: { 'dynamic-import': false } };
  const code = path.endsWith('.js') ? (await esbuild.transform(text, options)).code : text;
  writeFileSync(path, path.endsWith('cli.js') ? `#!/usr/bin/env node\n${code}` : code);
}

const programs = {
  cli: 'src/cli/main.ts',
  worker: 'src/node/worker.ts',
  extension: 'src/vscode/extension.ts',
};

const builds = [
  {
    ...shared,
    entryPoints: programs,
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    write: false,
    chunkNames: 'part-[name]-[hash]',
    external: ['vscode'],
    plugins: [...shared.plugins, inParts],
  },
  {
    ...shared,
    entryPoints: Object.fromEntries(Object.entries(apart).map(([library, name]) => [name, library])),
    outdir: 'dist',
  },
  {
    ...shared,
    entryPoints: { timelineView: 'src/webview/timelineView.ts', noticeView: 'src/webview/noticeView.ts' },
    outdir: 'dist',
    platform: 'browser',
    target: 'chrome120',
    format: 'iife',
    plugins: [],
  },
];

/** In the browser the library of holidays is fetched, and everything else is in one file. */
const fetchedHolidays = {
  name: 'fetched-holidays',
  setup(build) {
    const path = join(process.cwd(), 'src/vscode/web/holidayLibrary.ts');
    build.onResolve({ filter: /^date-holidays$/ }, () => ({ path }));
  },
};

builds.push({
  ...shared,
  entryPoints: { web: 'src/vscode/web/web.ts' },
  outdir: 'dist',
  platform: 'browser',
  target: 'chrome120',
  external: ['vscode'],
  // gray-matter keeps its input as a Buffer, too, for which nobody asks.
  define: { ...shared.define, 'Buffer.from': 'String' },
  plugins: [withoutOldYaml, fetchedHolidays],
});

if (watch) {
  for (const options of builds) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
}
