// Leaves out of libraries what nobody asks for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** gray-matter is given our YAML engine and never uses the old one that it brings; leaving it out halves its load. */
export const withoutOldYaml = {
  name: 'without-old-yaml',
  setup(build) {
    build.onResolve({ filter: /^js-yaml$/ }, ({ importer }) =>
      importer.includes(join('node_modules', 'gray-matter'))
        ? { path: 'old-yaml', namespace: 'without-old-yaml' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'without-old-yaml' }, () => ({
      contents:
        'const refuse = () => { throw new Error("not loaded"); }; export { refuse as safeLoad, refuse as safeDump };',
    }));
  },
};

/** markdown-it compiles what finds addresses in a text when it is made, though nobody has it look for any. */
export const withoutLinkFinder = {
  name: 'without-link-finder',
  setup(build) {
    build.onResolve({ filter: /^linkify-it$/ }, () => ({ path: 'none', namespace: 'without-link-finder' }));
    build.onLoad({ filter: /.*/, namespace: 'without-link-finder' }, () => ({
      contents: 'export default class {}',
    }));
  },
};

/**
 * The server for assistants would compile JSON Schemas for forms that it asks people to fill in; ours asks for none, and
 * the compiler is larger than all the rest of it.
 */
export const withoutSchemaCompiler = {
  name: 'without-schema-compiler',
  setup(build) {
    const namespace = 'without-schema-compiler';
    build.onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({
      path: 'shims',
      namespace,
    }));
    build.onLoad({ filter: /.*/, namespace }, () => ({
      contents: `export { default as process } from 'node:process';
        export class DefaultJsonSchemaValidator { getValidator() { throw new Error('not loaded'); } }`,
    }));
  },
};

/** Only holidays that follow the sun ask what time it is elsewhere: the zones of the whole world are read for those alone. */
export const momentWhenAsked = {
  name: 'moment-when-asked',
  setup(build) {
    const namespace = 'moment-when-asked';
    build.onResolve({ filter: /^moment-timezone$/ }, ({ path, namespace: asking, resolveDir }) =>
      asking === namespace ? undefined : { path, namespace, pluginData: resolveDir },
    );
    build.onLoad({ filter: /.*/, namespace }, ({ pluginData: resolveDir }) => ({
      contents: `const moment = () => require('moment-timezone');
        export default Object.assign((...args) => moment()(...args), { tz: (...args) => moment().tz(...args) });`,
      resolveDir,
    }));
  },
};

/**
 * Of public holidays the names that are ever shown, and of the zones the years that are. What a country celebrates, and
 * where the earth is when, is only parsed where somebody asks for it.
 */
export const shownHolidays = {
  name: 'shown-holidays',
  setup(build) {
    build.onLoad({ filter: /date-holidays[\\/](src|lib)[\\/]data\.c?js$/ }, async ({ path }) => {
      const { data } = await import(pathToFileURL(path));
      const { holidays, ...others } = JSON.parse(
        JSON.stringify(data, (key, value) => shownNames(key, value)),
      );
      const code = `Object.assign(${parsedLater(others)}, { holidays: ${parsedLater(holidays)} })`;
      return { contents: path.endsWith('.cjs') ? `exports.data = ${code}` : `export const data = ${code}` };
    });
    build.onLoad({ filter: /astronomia[\\/]data[\\/]vsop87Bearth\.js$/ }, async ({ path }) => {
      const { default: earth } = await import(pathToFileURL(path));
      return { contents: `export default ${parsedLater(earth)}` };
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

/** The code of an object like another one, each of whose properties is a text until it is asked for. */
function parsedLater(data) {
  const texts = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, JSON.stringify(value)]));
  return `(${parsedWhenAsked})(${JSON.stringify(texts)})`;
}

function parsedWhenAsked(texts) {
  const made = {};
  for (const key of Object.keys(texts)) {
    const parsed = { configurable: true, enumerable: true };
    const get = () => {
      const value = JSON.parse(texts[key]);
      Object.defineProperty(made, key, { ...parsed, value });
      return value;
    };
    Object.defineProperty(made, key, { ...parsed, get });
  }
  return made;
}
