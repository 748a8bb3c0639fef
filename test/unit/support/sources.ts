import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const project = path.resolve(__dirname, '../../..');

/** One import of a source file. */
export interface Import {
  /** The file that imports, relative to the project, with `/`. */
  readonly from: string;
  /** The file that is imported, relative to the project, or the name of a library. */
  readonly to: string;
  readonly library: boolean;
  /** Whether nothing but types is imported. */
  readonly typesOnly: boolean;
}

/** A source file with its text. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Its text without comments and without what stands in quotes. */
  readonly code: string;
}

/** Every TypeScript file of a folder of the project, declarations included. */
export function sourcesOf(folder: string): Source[] {
  return readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/(^|[\\/])(\.[^\\/]+|node_modules)[\\/]/.test(file))
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(project, file), 'utf8');
      return { file, text, code: codeOf(text) };
    });
}

const importing =
  /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)|\btypeof import\('([^']+)'\)/gm;

/** What a file imports, types too: a type that comes from above binds as much as a function does. */
export function importsOf({ file, text }: Source): Import[] {
  return [...text.matchAll(importing)].map((match) => {
    const named = match[2] ?? match[3] ?? match[4] ?? '';
    const library = !named.startsWith('.');
    const to = library ? named : `${path.posix.join(path.posix.dirname(file), named)}`;
    const typesOnly = match[1] !== undefined || match[4] !== undefined;
    return { from: file, to: library ? to : withEnding(to), library, typesOnly };
  });
}

function withEnding(file: string): string {
  return /\.(ts|md|yaml|json|css)$/.test(file) ? file : `${file}.ts`;
}

function codeOf(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`/g,
    (part) => (/^['"`]/.test(part) ? "''" : ''),
  );
}
