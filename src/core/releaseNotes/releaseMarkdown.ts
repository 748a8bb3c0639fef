import { type ChangelogKind, changelogKinds } from '../model/text/changelogKinds';
import type { Language, Localized } from '../model/text/localized';
import { escapeMarkdown, linkTarget } from '../notices/escapeMarkdown';
import type { ReleaseEntry } from './releaseEntry';

/** The headings of Keep a Changelog. */
export const kindHeadings: { readonly [K in ChangelogKind]: Localized } = {
  added: { en: 'Added', es: 'Añadido' },
  changed: { en: 'Changed', es: 'Cambiado' },
  deprecated: { en: 'Deprecated', es: 'Obsoleto' },
  removed: { en: 'Removed', es: 'Eliminado' },
  fixed: { en: 'Fixed', es: 'Corregido' },
  security: { en: 'Security', es: 'Seguridad' },
};
const tickets: Localized = { en: 'Tickets', es: 'Tickets' };
const components: Localized = { en: 'Components', es: 'Componentes' };

/**
 * A release as a changelog entry in the format of Keep a Changelog: version and date, then what was added, changed and
 * so on. Tickets and components follow, which that format does not have.
 */
export function releaseMarkdown(entry: ReleaseEntry, language: Language): string {
  const { changes, version, date, yanked } = entry;
  const head = `## [${escapeMarkdown(version ?? 'Unreleased')}]`;
  const blocks = [
    [head, ...(version && date ? [`- ${date}`] : []), ...(yanked ? ['[YANKED]'] : [])].join(' '),
    ...changelogKinds.map((kind) =>
      listBlock(
        kindHeadings[kind][language],
        changes[kind].map((item) => entry.marked.get(item) ?? escapeMarkdown(item)),
      ),
    ),
    listBlock(
      tickets[language],
      entry.tickets.map(({ label, url }) =>
        url ? `[${escapeMarkdown(label)}](<${linkTarget(url)}>)` : escapeMarkdown(label),
      ),
    ),
    listBlock(components[language], entry.components.map(componentText)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A heading of the third level with a list of items below it; nothing where there is none. */
export function listBlock(heading: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `### ${heading}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function componentText({ name, from, to }: ReleaseEntry['components'][number]): string {
  const step = [from, to].filter((part) => part !== undefined).join(' → ');
  return escapeMarkdown(`${name} ${step}`.trim());
}
