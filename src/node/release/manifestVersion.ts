import { Parser } from 'saxen';
import { parse as parseToml } from 'smol-toml';

/** What a manifest says of the component that it belongs to; parts that it takes from another one are named. */
export interface Manifest {
  readonly name?: string;
  /** As written; one such as `${revision}` is a property. */
  readonly version?: string;
  /** The version that the members of its workspace may share, or that its modules have. */
  readonly shared?: string;
}

/** The files that say which version a component has, and how each is read. Their libraries are loaded with this file. */
const readers: { readonly [name: string]: (text: string) => Manifest } = {
  'package.json': packageJson,
  'pyproject.toml': pyproject,
  'Cargo.toml': cargo,
  'pom.xml': pom,
};

export const manifestNames = Object.keys(readers);

/** Reads a manifest by its file's name; one that cannot be read says nothing. */
export function readManifest(file: string, text: string): Manifest {
  try {
    return readers[file]?.(text) ?? {};
  } catch {
    return {};
  }
}

function packageJson(text: string): Manifest {
  const data: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  return { ...textAt('name', data, 'name'), ...textAt('version', data, 'version') };
}

function pyproject(text: string): Manifest {
  const data: unknown = parseToml(text);
  const poetry = {
    ...textAt('name', data, 'tool', 'poetry', 'name'),
    ...textAt('version', data, 'tool', 'poetry', 'version'),
  };
  return {
    ...poetry,
    ...textAt('name', data, 'project', 'name'),
    ...textAt('version', data, 'project', 'version'),
  };
}

function cargo(text: string): Manifest {
  const data: unknown = parseToml(text);
  return {
    ...textAt('name', data, 'package', 'name'),
    ...textAt('version', data, 'package', 'version'),
    ...textAt('shared', data, 'workspace', 'package', 'version'),
  };
}

/** A text somewhere in data, under a name of ours. */
function textAt(as: keyof Manifest, data: unknown, ...path: readonly string[]): Manifest {
  let here = data;
  for (const name of path)
    here =
      typeof here === 'object' && here !== null
        ? Object.entries(here).find(([key]) => key === name)?.[1]
        : undefined;
  return typeof here === 'string' ? { [as]: here } : {};
}

/** Reads the few elements of a Maven project that matter; nothing that it refers to is read. */
function pom(text: string): Manifest {
  const found = new Map<string, string>();
  const path: string[] = [];
  const parser = new Parser();
  parser.on('openTag', (name: string) => {
    path.push(name);
  });
  parser.on('closeTag', () => {
    path.pop();
  });
  parser.on('text', (content: string, decode: (text: string) => string) => {
    const at = path.join('/');
    if (path.length < 4 && !found.has(at)) found.set(at, decode(content).trim());
  });
  parser.on('error', (error: Error) => {
    throw error;
  });
  parser.parse(text);
  const version = found.get('project/version') ?? found.get('project/parent/version');
  const property = /^\$\{([\w.-]+)\}$/.exec(version ?? '')?.[1];
  const own = property === undefined ? version : found.get(`project/properties/${property}`);
  const name = found.get('project/artifactId');
  return { ...(name ? { name } : {}), ...(own ? { version: own, shared: own } : {}) };
}
