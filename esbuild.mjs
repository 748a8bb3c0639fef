// Bundles the extension, the command line and the worker. `--watch` builds again on every change.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { tsImport } from 'tsx/esm/api';
import { commonJsParts } from './build/commonJsParts.mjs';
import { filesApart, librariesApart, librariesFetched } from './build/librariesApart.mjs';
import {
  momentWhenAsked,
  shownHolidays,
  withoutLinkFinder,
  withoutOldYaml,
  withoutSchemaCompiler,
} from './build/smallerLibraries.mjs';

const watch = process.argv.includes('--watch');

/** Changes with every line of the source and of the build: caches that another build wrote are not read. */
function buildId() {
  const hash = createHash('sha256');
  for (const file of [
    'package-lock.json',
    'esbuild.mjs',
    ...readdirSync('build').map((name) => `build/${name}`),
  ])
    hash.update(readFileSync(file));
  for (const entry of readdirSync('src', { recursive: true }).sort()) {
    if (/\.(?:ts|md|yaml)$/.test(entry)) hash.update(entry).update(readFileSync(join('src', entry)));
  }
  return hash.digest('hex').slice(0, 16);
}

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
  outdir: 'dist',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  // The notices of others hold them, all together.
  legalComments: 'none',
  metafile: true,
  charset: 'utf8',
  logLevel: 'warning',
  // Templates of notices are files that a team may copy, and so are the profiles of a setup.
  loader: { '.md': 'text', '.yaml': 'text' },
  define: { CHANGEBOOK_BUILD: JSON.stringify(buildId()) },
};

/** What runs where there is neither Node nor a page. */
const inBrowser = { ...shared, platform: 'browser', conditions: ['worker'], target: 'chrome120' };

const builds = [
  // The programs in parts: what they share is there once, and what one imports by `import()` is read and compiled only
  // when it is asked for. `nestedFolders` is asked for at once, and hardly ever: nothing else loads it.
  {
    ...shared,
    entryPoints: {
      program: 'src/cli/main.ts',
      work: 'src/node/worker.ts',
      extension: 'src/vscode/extension.ts',
      nestedFolders: 'src/node/nestedFolders.ts',
    },
    format: 'esm',
    splitting: true,
    write: false,
    chunkNames: 'part-[name]-[hash]',
    external: ['vscode', './nestedFolders'],
    plugins: [nativeHash, withoutOldYaml, withoutSchemaCompiler, librariesApart, commonJsParts],
  },
  { ...shared, entryPoints: { cli: 'src/cli/start.ts', worker: 'src/node/startWorker.ts' } },
  {
    ...inBrowser,
    entryPoints: filesApart,
    format: 'esm',
    write: false,
    plugins: [shownHolidays, momentWhenAsked, withoutLinkFinder, commonJsParts],
  },
  // For the browser: one file, in which nothing is of Node.
  {
    ...inBrowser,
    entryPoints: { web: 'src/vscode/web/web.ts' },
    external: ['vscode'],
    inject: ['src/vscode/web/buffer.ts'],
    plugins: [withoutOldYaml, librariesFetched],
  },
  {
    ...shared,
    entryPoints: { timelineView: 'src/webview/timelineView.ts', noticeView: 'src/webview/noticeView.ts' },
    platform: 'browser',
    target: 'chrome120',
    format: 'iife',
  },
];

if (watch) {
  for (const options of builds) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  // Parts of an earlier build would be packed with those of this one.
  rmSync('dist', { recursive: true, force: true });
  await noticesOf(await Promise.all(builds.map((options) => esbuild.build(options))));
}

/** What is packed names everybody whose code is in it: the list is made with the programs, and never older than they. */
async function noticesOf(results) {
  const all = (part) => Object.assign({}, ...results.map(({ metafile }) => metafile[part]));
  const metafile = { inputs: all('inputs'), outputs: all('outputs') };
  writeFileSync('dist/metafile.json', JSON.stringify(metafile));
  const { thirdPartyNotices } = await tsImport('./src/generate/thirdPartyNotices.ts', import.meta.url);
  writeFileSync('THIRD-PARTY-NOTICES.txt', thirdPartyNotices(Object.keys(metafile.inputs), process.cwd()));
}
