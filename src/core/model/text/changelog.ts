/** The file in which a workspace keeps it. */
export const changelogFile = 'CHANGELOG.md';

/** What a release is by Semantic Versioning. */
export type ReleaseKind = 'MAJOR' | 'MINOR' | 'PATCH';

/** Headings of Keep a Changelog in both languages, by what they ask for. `Changed` may be anything. */
const kinds: { readonly [heading: string]: ReleaseKind } = {
  removed: 'MAJOR',
  eliminado: 'MAJOR',
  breaking: 'MAJOR',
  'breaking changes': 'MAJOR',
  added: 'MINOR',
  añadido: 'MINOR',
  deprecated: 'MINOR',
  obsoleto: 'MINOR',
  fixed: 'PATCH',
  corregido: 'PATCH',
  security: 'PATCH',
  seguridad: 'PATCH',
};
const order: readonly ReleaseKind[] = ['PATCH', 'MINOR', 'MAJOR'];

/** The lines of a version's entry in a changelog; nothing where it has none. */
export function changelogEntry(changelog: string, version: string): string | undefined {
  const plain = version.replace(/^v/, '');
  const lines = changelog.split(/\r\n?|\n/);
  const start = lines.findIndex((line) => {
    const title = /^#{1,3}[ \t]+\[?v?([^\]\s()]+)/.exec(line)?.[1];
    return title === plain;
  });
  if (start < 0) return undefined;
  const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 2;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => (/^(#+)[ \t]/.exec(line)?.[1]?.length ?? 9) <= level);
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

/** What a version's last non-zero number makes of it; nothing where it is not of three numbers. */
export function releaseKindOf(version: string): ReleaseKind | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(version);
  if (!match) return undefined;
  if (Number(match[3]) > 0) return 'PATCH';
  return Number(match[2]) > 0 ? 'MINOR' : 'MAJOR';
}

/** The kind of release that an entry's headings ask for, with the headings that do; nothing where none does. */
export function kindAskedFor(
  entry: string,
): { readonly kind: ReleaseKind; readonly headings: readonly string[] } | undefined {
  const titles = [...entry.matchAll(/^#{2,4}[ \t]+(.+?)[ \t]*$/gm)].map((match) => match[1] ?? '');
  const found = titles.flatMap((title) => {
    const kind = kinds[title.toLowerCase()];
    return kind ? [{ title, kind }] : [];
  });
  if (/\bBREAKING\b/.test(entry)) found.push({ title: 'BREAKING', kind: 'MAJOR' });
  // Something changed may be compatible or not: then the entry does not tell.
  if (
    titles.some((title) => /^(changed|cambiado)$/i.test(title)) &&
    !found.some(({ kind }) => kind === 'MAJOR')
  )
    return undefined;
  const kind = order.findLast((candidate) => found.some((part) => part.kind === candidate));
  return kind && { kind, headings: found.filter((part) => part.kind === kind).map(({ title }) => title) };
}
