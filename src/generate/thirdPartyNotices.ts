import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is to be said of a package beside its own files; for one that has no licence file, its licence. */
const alsoSaid: { readonly [name: string]: string } = {
  'date-holidays': [
    'The public holidays in dist/holidays.js, and the codes of regions in the programs, are the data of date-holidays. They',
    'stay available under CC BY-SA 3.0 <https://creativecommons.org/licenses/by-sa/3.0/>. They are changed: put into another',
    'form, and without the names in other languages than English and Spanish where a holiday has both of these.',
  ].join('\n'),
};

/** A package that is in a bundle: its folder, and which of its files are in it. */
interface Bundled {
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * The packages that bundles are made from.
 *
 * @param inputs paths of the files in them, as esbuild's metafile has them: with `/`, from the project's folder
 */
function packagesIn(inputs: readonly string[]): Bundled[] {
  const files = new Map<string, string[]>();
  for (const input of inputs) {
    // Of what esbuild leaves out for a browser nothing but the name is there.
    if (input.startsWith('(disabled):')) continue;
    const folder = /^(?:[\w-]+:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder) files.set(folder, [...(files.get(folder) ?? []), input.slice(input.indexOf(folder))]);
  }
  return [...files].map(([folder, own]) => ({ folder, files: own.sort() })).sort(byFolder);
}

function byFolder(one: Bundled, other: Bundled): number {
  return one.folder < other.folder ? -1 : 1;
}

/**
 * The text of THIRD-PARTY-NOTICES.txt: every package in the bundles with its licence, packages of one licence text
 * together.
 *
 * @param inputs paths of the files in the bundles, as esbuild's metafile has them
 * @param project the folder that they are in
 * @throws where a package says no licence or brings no text of it
 */
export function thirdPartyNotices(inputs: readonly string[], project: string): string {
  const texts = new Map<string, string[]>();
  const missing: string[] = [];
  for (const each of packagesIn(inputs)) {
    const { name, version, license } = JSON.parse(
      readFileSync(join(project, each.folder, 'package.json'), 'utf8'),
    ) as { name: string; version: string; license?: unknown };
    const heading = `${name} ${version} (${typeof license === 'string' ? license : 'no licence named'})`;
    const licence = licenceFiles(join(project, each.folder));
    const said = alsoSaid[name];
    if ((licence.length === 0 && !said) || typeof license !== 'string') missing.push(heading);
    const sources = each.files.map((file) => readFileSync(join(project, file), 'utf8'));
    const own = noticesInside(sources, licence.join('\n'));
    const text = [...(said ? [said] : []), ...licence, ...own].join('\n\n----\n\n');
    texts.set(text, [...(texts.get(text) ?? []), heading]);
  }
  if (missing.length > 0)
    throw new Error(
      `These packages are in a bundle, but bring no licence that could go into THIRD-PARTY-NOTICES.txt:\n${missing.join('\n')}\nPut the text of each into alsoSaid in src/generate/thirdPartyNotices.ts, or do without the package.`,
    );
  const line = '='.repeat(100);
  const parts = [...texts].map(([text, headings]) => [line, ...headings, line, '', text, ''].join('\n'));
  return [introduction, ...parts].join('\n');
}

const introduction = `THIRD-PARTY NOTICES

Changebook's programs hold code and data of the packages below. Packages whose licence is the same word for word stand
together above it.
`;

const licenceName =
  /^(?!.*\.(?:[cm]?[jt]s|json|map)$)(?:(?:un)?licen[cs]es?|copying|notices?|copyright|patents|third[-_]?party.*)(?:$|[-_. ])/i;

/** The texts of a package's licence files and notices, which stand beside its manifest or in a folder of such a name. */
function licenceFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => licenceName.test(name))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const paths = statSync(path).isDirectory() ? readdirSync(path).map((each) => join(path, each)) : [path];
      return paths.map((each) => readFileSync(each, 'utf8').replace(/\r\n?/g, '\n').trim());
    })
    .filter(Boolean);
}

const comment = /\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n?)+/gm;
/** What makes a comment one that stays with the code: code of others that a package took over has such. */
const legal = /^\/[/*]!|@licen[sc]e|@preserve|copyright|(?:\(c\)|©) ?\d/i;

/** The comments with which sources say whose they are, as far as the licence files do not say the same. */
function noticesInside(sources: readonly string[], licence: string): string[] {
  const known = bareWords(licence);
  const found = new Map<string, string>();
  for (const [text] of sources.flatMap((source) => [...source.matchAll(comment)])) {
    if (!legal.test(text)) continue;
    const news = text
      .split('\n')
      .some((line) => /copyright|\(c\)|©|licen[sc]e/i.test(line) && !known.includes(bareWords(line)));
    if (news && !found.has(bareWords(text))) found.set(bareWords(text), bare(text));
  }
  return [...found.values()];
}

/** A comment without the marks of comments. */
function bare(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^\s*\/\*+!? ?|\*+\/\s*$/g, '')
    .replace(/^[ \t]*(?:\*|\/\/!?) ?/gm, '')
    .replace(/^\n+|\s+$/g, '');
}

/** Words alone, so that signs and line breaks are no difference. */
function bareWords(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/\(c\)|©/g, ' ')
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${(words ?? []).join(' ')} `;
}
