import { changelogHeadings } from './changelogHeadings';
import { plainName } from './plainName';

/** The kinds of change in Keep a Changelog, in its order. */
export const changelogKinds = ['added', 'changed', 'deprecated', 'removed', 'fixed', 'security'] as const;
export type ChangelogKind = (typeof changelogKinds)[number];
export type ByChangelogKind<T> = { readonly [K in ChangelogKind]: T };

/** Something of each kind, by its name. */
export function byChangelogKind<T>(make: (kind: ChangelogKind) => T): ByChangelogKind<T> {
  return Object.fromEntries(changelogKinds.map((kind) => [kind, make(kind)])) as ByChangelogKind<T>;
}

/** Headings of a changelog in lower case, with the kind that each stands for. */
const kindsByHeading: { readonly [heading: string]: ChangelogKind } = {
  added: 'added',
  añadido: 'added',
  nuevo: 'added',
  novedades: 'added',
  features: 'added',
  new: 'added',
  changed: 'changed',
  cambiado: 'changed',
  cambios: 'changed',
  modificado: 'changed',
  deprecated: 'deprecated',
  obsoleto: 'deprecated',
  removed: 'removed',
  eliminado: 'removed',
  breaking: 'removed',
  'breaking changes': 'removed',
  fixed: 'fixed',
  corregido: 'fixed',
  arreglado: 'fixed',
  correcciones: 'fixed',
  'bug fixes': 'fixed',
  fixes: 'fixed',
  bugfixes: 'fixed',
  security: 'security',
  seguridad: 'security',
};

/** The kind of change that a heading of a changelog names in either language; punctuation around it is ignored. */
export function changelogKindOf(heading: string): ChangelogKind | undefined {
  const words = heading.slice(0, 100).replace(/:[a-z_]+:/g, '');
  const key = plainName(words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
  return Object.hasOwn(kindsByHeading, key) ? kindsByHeading[key] : undefined;
}

/** The kind of a release in Semantic Versioning. */
type ReleaseKind = 'MAJOR' | 'MINOR' | 'PATCH';

/** The release that each kind of change needs. `changed` is missing, since such a change may be compatible or not. */
const neededRelease: { readonly [K in ChangelogKind]?: ReleaseKind } = {
  removed: 'MAJOR',
  added: 'MINOR',
  deprecated: 'MINOR',
  fixed: 'PATCH',
  security: 'PATCH',
};
const order: readonly ReleaseKind[] = ['PATCH', 'MINOR', 'MAJOR'];

/**
 * The kind of release that a version is, by its last number that is not zero. Undefined where it does not consist of
 * three numbers, or begins with a year or a zero: anything may change in such a release.
 */
export function releaseKindOf(version: string): ReleaseKind | undefined {
  const match = /^v?([1-9]\d{0,2})\.(\d+)\.(\d+)$/.exec(version);
  if (!match) return undefined;
  if (Number(match[3]) > 0) return 'PATCH';
  return Number(match[2]) > 0 ? 'MINOR' : 'MAJOR';
}

/** The kind of release that an entry's headings need, with those headings; undefined where that is open. */
export function kindAskedFor(
  entry: string,
): { readonly kind: ReleaseKind; readonly headings: readonly string[] } | undefined {
  const titles = changelogHeadings(entry.split('\n')).map(({ title }) => title);
  const found = titles.flatMap((title) => {
    const kind = neededRelease[changelogKindOf(title) ?? 'changed'];
    return kind ? [{ title, kind }] : [];
  });
  if (/\bBREAKING\b/.test(entry)) found.push({ title: 'BREAKING', kind: 'MAJOR' });
  // A plain change may be compatible or not, so the kind is open unless something else is breaking.
  const isOpen = titles.some((title) => changelogKindOf(title) === 'changed');
  if (isOpen && !found.some(({ kind }) => kind === 'MAJOR')) return undefined;
  const kind = order.findLast((candidate) => found.some((part) => part.kind === candidate));
  return kind && { kind, headings: found.filter((part) => part.kind === kind).map(({ title }) => title) };
}
