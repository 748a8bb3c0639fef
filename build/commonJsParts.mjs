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

/** Writes what was built in parts as CommonJS. */
export const commonJsParts = {
  name: 'common-js-parts',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      mkdirSync(build.initialOptions.outdir, { recursive: true });
      await Promise.all(
        outputFiles.map(async ({ path, text }) =>
          writeFileSync(path, (await esbuild.transform(text, commonJs)).code),
        ),
      );
    });
  },
};
