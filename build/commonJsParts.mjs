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

/** Writes what was built in parts as CommonJS. */
export const commonJsParts = {
  name: 'common-js-parts',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      mkdirSync(build.initialOptions.outdir, { recursive: true });
      await Promise.all(
        outputFiles.map(async ({ path, text }) =>
          writeFileSync(path, (await esbuild.transform(withPlainExports(text), commonJs)).code),
        ),
      );
    });
  },
};
