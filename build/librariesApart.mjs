// Large libraries are files of their own: most runs never ask for them, and Node and the browser have the same files.
import { basename, join } from 'node:path';

const libraries = {
  'date-holidays': 'holidays',
  'temporal-polyfill': 'temporal',
  'js-yaml/browser': 'yaml',
  liquidjs: 'liquid',
  yaml: 'tolerantYaml',
};

/** What each file is made of, by its name: a library, or our file in which several of them are used. */
export const filesApart = {
  ...Object.fromEntries(Object.entries(libraries).map(([library, name]) => [name, library])),
  noticeMarkup: 'src/core/notices/noticeMarkup.ts',
  footnotedMarkdown: 'src/core/model/parse/footnotedMarkdown.ts',
};

const filter = new RegExp(`^(?:${Object.keys(libraries).join('|')}|.*/(?:noticeMarkup|footnotedMarkdown))$`);

function fileOf(path) {
  return libraries[path] ?? basename(path);
}

/** In Node they are read when something asks for them. */
export const librariesApart = {
  name: 'libraries-apart',
  setup(build) {
    build.onResolve({ filter }, ({ path }) => ({ path: `./${fileOf(path)}.js`, external: true }));
  },
};

/** In the browser they are fetched before anything asks for them. */
export const librariesFetched = {
  name: 'libraries-fetched',
  setup(build) {
    const fetched = JSON.stringify(join(process.cwd(), 'src/vscode/web/fetchedLibraries.ts'));
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'fetched' }));
    build.onLoad({ filter: /.*/, namespace: 'fetched' }, ({ path }) => ({
      contents: `module.exports = require(${fetched}).fetchedLibrary(${JSON.stringify(fileOf(path))});`,
      resolveDir: process.cwd(),
    }));
  },
};
