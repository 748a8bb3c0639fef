// Bundles the extension, the command line and the worker. `--watch` builds again on every change.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const watch = process.argv.includes('--watch');

/** Changes with every line of the source: caches that another build wrote are not read. */
function buildId() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  for (const entry of readdirSync('src', { recursive: true }).sort()) {
    if (/\.(?:ts|md)$/.test(entry)) hash.update(entry).update(readFileSync(join('src', entry)));
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

/**
 * Large libraries, each a file of its own: most runs never ask for them, and those for Node and the one for the browser
 * have them together. `noticeMarkup` is the room in which five of them live.
 */
const apart = {
  'date-holidays': 'holidays',
  'temporal-polyfill': 'temporal',
  'markdown-it': 'markdownIt',
  'js-yaml/browser': 'yaml',
  liquidjs: 'liquid',
  yaml: 'tolerantYaml',
};
/** Also the room, wherever it is asked for from. */
const apartFilter =
  /^(?:date-holidays|temporal-polyfill|markdown-it|js-yaml\/browser|liquidjs|yaml|.*\/noticeMarkup)$/;

const librariesApart = {
  name: 'libraries-apart',
  setup(build) {
    build.onResolve({ filter: apartFilter }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: `./${apart[path] ?? basename(path)}.js`, external: true },
    );
  },
};

/** What `standsAlone` asks for at once, and hardly ever: a program's part that nothing else loads. */
const askedAtOnce = {
  name: 'asked-at-once',
  setup(build) {
    build.onResolve({ filter: /\/nestedFolders$/ }, ({ kind }) =>
      kind === 'require-call' ? { path: './nestedFolders.js', external: true } : undefined,
    );
  },
};

/** In the browser they are fetched before anything asks for them. */
const librariesFetched = {
  name: 'libraries-fetched',
  setup(build) {
    const room = JSON.stringify(join(process.cwd(), 'src/vscode/web/fetchedLibraries.ts'));
    build.onResolve({ filter: apartFilter }, ({ path }) => ({ path, namespace: 'fetched' }));
    build.onLoad({ filter: /.*/, namespace: 'fetched' }, ({ path }) => ({
      contents: `module.exports = require(${room}).fetchedLibrary(${JSON.stringify(apart[path] ?? basename(path))});`,
      resolveDir: process.cwd(),
    }));
  },
};

/** Of what the library of holidays holds only what is ever asked for: a third of it. */
const shownHolidays = {
  name: 'shown-holidays',
  setup(build) {
    build.onLoad({ filter: /date-holidays[\\/](src|lib)[\\/]data\.c?js$/ }, async ({ path }) => {
      const { data } = await import(pathToFileURL(path));
      const code = JSON.stringify(data, (key, value) => shownNames(key, value));
      return { contents: path.endsWith('.cjs') ? `exports.data = ${code}` : `export const data = ${code}` };
    });
    build.onLoad({ filter: /moment-timezone[\\/]data[\\/]packed[\\/]latest\.json$/ }, async ({ path }) => {
      const { default: moment } = await import('moment-timezone/moment-timezone-utils.js');
      const data = JSON.parse(readFileSync(path, 'utf8'));
      // No holiday of a deployment is older; the zones know no changes that are later.
      const recent = (zone) => moment.tz.pack(moment.tz.filterYears(moment.tz.unpack(zone), 1990, 2037));
      return { contents: JSON.stringify({ ...data, zones: data.zones.map(recent) }), loader: 'json' };
    });
  },
};

/** Holidays are asked for in English and Spanish; other languages only stand in where one of the two has no name. */
function shownNames(key, value) {
  if (key !== 'name' || typeof value !== 'object' || !value?.en || !value.es) return value;
  return { en: value.en, es: value.es };
}

/** Two libraries know the named characters of HTML; one table of them is enough. */
const oneEntityTable = {
  name: 'one-entity-table',
  setup(build) {
    const named = 'decode-named-character-reference';
    build.onResolve({ filter: /^decode-named-character-reference$/ }, () => ({
      path: named,
      namespace: named,
    }));
    build.onLoad({ filter: /.*/, namespace: named }, () => ({
      contents: `import { decodeHTMLStrict } from 'entities';
        export function decodeNamedCharacterReference(name) {
          const text = '&' + name + ';', decoded = decodeHTMLStrict(text);
          return decoded === text ? false : decoded;
        }`,
      resolveDir: process.cwd(),
    }));
    // The table for writing them, which nobody asks for, comes along with the rest.
    build.onResolve({ filter: /^entities$/ }, ({ resolveDir }) =>
      build.resolve('entities/lib/decode.js', { kind: 'import-statement', resolveDir }),
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
  // The notices of others hold them, all together.
  legalComments: 'none',
  metafile: true,
  charset: 'utf8',
  logLevel: 'warning',
  // Templates of notices are files that a team may copy.
  loader: { '.md': 'text' },
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
    build.onEnd(async ({ errors, outputFiles = [], metafile }) => {
      if (errors.length > 0) return;
      mkdirSync('dist', { recursive: true });
      const stale = new RegExp(`^(?:part-|nestedFolders|${Object.keys(programs).join('|')})`);
      for (const name of readdirSync('dist')) if (stale.test(name)) rmSync(join('dist', name));
      const parts = await Promise.all(outputFiles.map(commonJsPart));
      const rooms = roomsOf(parts, loadedAtStart(metafile));
      for (const { name, code } of parts) {
        if (rooms.has(name)) continue;
        const start = name === 'cli.js' ? '#!/usr/bin/env node\n' : '';
        writeFileSync(join('dist', name), start + fromRooms(code, rooms));
      }
      for (const room of new Set(rooms.values())) {
        const inside = parts.filter(({ name }) => rooms.get(name) === room);
        writeFileSync(join('dist', room), roomText(inside, rooms));
      }
      chmodSync('dist/cli.js', 0o755);
    });
  },
};

async function commonJsPart({ path, text }) {
  const commonJs = { format: 'cjs', target: 'node20', platform: 'node', minify: true, charset: 'utf8' };
  // What stays `import()` would be loaded as an ES module, slowly and in another world.
  const options = { ...commonJs, supported: { 'dynamic-import': false } };
  return { name: basename(path), code: (await esbuild.transform(text, options)).code };
}

/** The parts that programs load as they start, before anything asks for more. */
function loadedAtStart({ outputs }) {
  const loaded = new Set(Object.keys(programs).map((program) => `dist/${program}.js`));
  for (const path of loaded)
    for (const { path: asked, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && outputs[asked]) loaded.add(asked);
  return new Set([...loaded].map((path) => basename(path)));
}

const smallPart = 4000;

/**
 * The room of each small part: a file that it shares with others, since two hundred files take longer to open than to
 * read. What programs start with has a room of its own, so that no start reads what it does not need.
 */
function roomsOf(parts, atStart) {
  const small = parts.filter(({ name, code }) => /^part-/.test(name) && code.length < smallPart);
  return new Map(small.map(({ name }) => [name, atStart.has(name) ? 'part-start.js' : 'part-small.js']));
}

/** What asks for a small part asks its room for it. */
function fromRooms(code, rooms) {
  return code.replace(/require\("\.\/(part-[^"]+\.js)"\)/g, (call, name) =>
    rooms.has(name) ? `require("./${rooms.get(name)}")(${JSON.stringify(name)})` : call,
  );
}

/** A room: each part in it is a module of its own, compiled and run when it is first asked for. */
function roomText(parts, rooms) {
  const modules = parts.map(
    ({ name, code }) => `${JSON.stringify(name)}(module,exports,require){${fromRooms(code, rooms)}\n}`,
  );
  return `const parts={${modules.join(',')}},made={};module.exports=name=>{if(!made[name]){const own=made[name]={exports:{}};parts[name](own,own.exports,require)}return made[name].exports};\n`;
}

/** What runs where there is neither Node nor a page. */
const inBrowser = { platform: 'browser', conditions: ['worker'], target: 'chrome120' };

const programs = {
  cli: 'src/cli/main.ts',
  worker: 'src/node/worker.ts',
  extension: 'src/vscode/extension.ts',
};

const builds = [
  {
    ...shared,
    entryPoints: { ...programs, nestedFolders: 'src/node/nestedFolders.ts' },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    write: false,
    chunkNames: 'part-[name]-[hash]',
    external: ['vscode'],
    plugins: [...shared.plugins, askedAtOnce, inParts],
  },
  {
    ...shared,
    ...inBrowser,
    entryPoints: {
      ...Object.fromEntries(Object.entries(apart).map(([library, name]) => [name, library])),
      noticeMarkup: 'src/core/notices/noticeMarkup.ts',
    },
    outdir: 'dist',
    plugins: [oneEntityTable, shownHolidays],
  },
  // For the browser: one file, in which nothing is of Node.
  {
    ...shared,
    ...inBrowser,
    entryPoints: { web: 'src/vscode/web/web.ts' },
    outdir: 'dist',
    external: ['vscode'],
    inject: ['src/vscode/web/buffer.ts'],
    plugins: [withoutOldYaml, librariesFetched],
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

if (watch) {
  for (const options of builds) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
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
