import { mkdirSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';

/**
 * esbuild splits ES modules alone, so each part becomes CommonJS afterwards, which Node starts faster and VS Code asks
 * for. What stays `import()` would be loaded as an ES module, slowly and in another world.
 */
const commonJs = {
  format: 'cjs',
  target: 'node20',
  platform: 'node',
  minify: true,
  charset: 'utf8',
  supported: { 'dynamic-import': false },
};

/** What a part gives to others: esbuild writes it once, as the last statement. */
const given = /\bexport\s*\{([^{}]*)\};?\s*$/;

/**
 * The same as plain properties: esbuild makes two functions of each, and each use in another part would call both, which
 * takes 4 % of a check. Nothing that is given changes afterwards, since no module has an `export let`.
 */
function withPlainExports(text) {
  return text.replace(given, (_statement, names) =>
    names
      .split(',')
      .map((name) => name.trim().split(' as '))
      .map(([own, outside = own]) => `exports.${outside} = ${own};`)
      .join('\n')
      // By it whoever imports a default finds it.
      .concat('\nexports.__esModule = true;'),
  );
}

/** What parts have in common is a part without a name of its own: esbuild gives it a long one that nobody reads. */
const shared = /part-chunk-\w{8}(?=\.js)/g;

/** Short names for these: each stands in every part that needs it, which makes 3 % of the package. */
function shortNames(outputFiles) {
  const long = outputFiles.flatMap(({ path }) => path.match(shared) ?? []).sort();
  const short = new Map(long.map((name, at) => [name, `part-${at.toString(36)}`]));
  return (text) => text.replace(shared, (name) => short.get(name) ?? name);
}

/** Writes what was built in parts as CommonJS. */
export const commonJsParts = {
  name: 'common-js-parts',
  setup(build) {
    build.onEnd(async ({ outputFiles = [], metafile }) => {
      mkdirSync(build.initialOptions.outdir, { recursive: true });
      const short = shortNames(outputFiles);
      metafile.outputs = JSON.parse(short(JSON.stringify(metafile.outputs)));
      await Promise.all(
        outputFiles.map(async ({ path, text }) =>
          writeFileSync(short(path), (await esbuild.transform(withPlainExports(short(text)), commonJs)).code),
        ),
      );
    });
  },
};
