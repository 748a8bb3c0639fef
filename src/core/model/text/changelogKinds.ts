import { changelogHeadings } from './changelogHeadings';
import { plainName } from './plainName';

/** The kinds of entry of Keep a Changelog, in their order. */
export const changelogKinds = ['added', 'changed', 'deprecated', 'removed', 'fixed', 'security'] as const;
export type ChangelogKind = (typeof changelogKinds)[number];

/** What headings in a changelog mean, ignoring case. */
const kindsByHeading: { readonly [heading: string]: ChangelogKind } = {
  ...{
    added: 'added',
    añadido: 'added',
    nuevo: 'added',
    novedades: 'added',
    features: 'added',
    new: 'added',
  },
  ...{ changed: 'changed', cambiado: 'changed', cambios: 'changed', modificado: 'changed' },
  ...{ deprecated: 'deprecated', obsoleto: 'deprecated' },
  ...{ removed: 'removed', eliminado: 'removed', breaking: 'removed', 'breaking changes': 'removed' },
  ...{ fixed: 'fixed', corregido: 'fixed', arreglado: 'fixed', correcciones: 'fixed', 'bug fixes': 'fixed' },
  ...{ fixes: 'fixed', bugfixes: 'fixed', security: 'security', seguridad: 'security' },
};

/** The kind of entry that a heading of a changelog names, in either language, whatever signs stand around it. */
export function changelogKindOf(heading: string): ChangelogKind | undefined {
  const words = heading.slice(0, 100).replace(/:[a-z_]+:/g, '');
  const key = plainName(words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
  return Object.hasOwn(kindsByHeading, key) ? kindsByHeading[key] : undefined;
}

/** What a release is by Semantic Versioning. */
export type ReleaseKind = 'MAJOR' | 'MINOR' | 'PATCH';

/** What kinds of entry ask for. Something changed may be anything. */
const asked: { readonly [K in ChangelogKind]?: ReleaseKind } = {
  ...{ removed: 'MAJOR', added: 'MINOR', deprecated: 'MINOR', fixed: 'PATCH', security: 'PATCH' },
};
const order: readonly ReleaseKind[] = ['PATCH', 'MINOR', 'MAJOR'];

/**
 * What a version's last non-zero number makes of it; nothing where it is not of three numbers, or counts years, or begins
 * with a zero: then anything may change.
 */
export function releaseKindOf(version: string): ReleaseKind | undefined {
  const match = /^v?([1-9]\d{0,2})\.(\d+)\.(\d+)$/.exec(version);
  if (!match) return undefined;
  if (Number(match[3]) > 0) return 'PATCH';
  return Number(match[2]) > 0 ? 'MINOR' : 'MAJOR';
}

/** The kind of release that an entry's headings ask for, with the headings that do; nothing where none does. */
export function kindAskedFor(
  entry: string,
): { readonly kind: ReleaseKind; readonly headings: readonly string[] } | undefined {
  const titles = changelogHeadings(entry.split('\n')).map(({ title }) => title);
  const found = titles.flatMap((title) => {
    const kind = asked[changelogKindOf(title) ?? 'changed'];
    return kind ? [{ title, kind }] : [];
  });
  if (/\bBREAKING\b/.test(entry)) found.push({ title: 'BREAKING', kind: 'MAJOR' });
  // Something changed may be compatible or not: then the entry does not tell.
  const isOpen = titles.some((title) => changelogKindOf(title) === 'changed');
  if (isOpen && !found.some(({ kind }) => kind === 'MAJOR')) return undefined;
  const kind = order.findLast((candidate) => found.some((part) => part.kind === candidate));
  return kind && { kind, headings: found.filter((part) => part.kind === kind).map(({ title }) => title) };
}
