import { changelogFile } from '../model/text/changelog';
import type { Language, Localized } from '../model/text/localized';
import { escapeMarkdown } from '../notices/escapeMarkdown';
import type { ChangelogDifference } from './changelogDifferences';
import type { ReleaseCommands } from './releaseCommands';
import type { ReleaseEntry } from './releaseEntry';
import { releaseMarkdown } from './releaseMarkdown';

/** A page about a release: its notes, the differences to the changelog, the commands for its branch and tag. */
export interface ReleasePage {
  readonly entry: ReleaseEntry;
  /** Undefined where there is no changelog, or no version to compare. */
  readonly differences: readonly ChangelogDifference[] | undefined;
  readonly commands: ReleaseCommands;
}

const words = {
  title: { en: 'Release notes', es: 'Notas de publicación' },
  changelog: { en: `${changelogFile} and the record differ`, es: `${changelogFile} y el registro difieren` },
  same: { en: `${changelogFile} says the same.`, es: `${changelogFile} dice lo mismo.` },
  commands: { en: 'Commands to copy; nothing runs them', es: 'Órdenes para copiar; nada las ejecuta' },
} as const satisfies { [name: string]: Localized };

/** The page as a markdown document. */
export function releasePage({ entry, differences, commands }: ReleasePage, language: Language): string {
  const name = [entry.id, entry.title].filter(Boolean).join(' · ');
  const list = (items: readonly string[]): string =>
    items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
  const found = (differences ?? []).map(({ message }) => message);
  const blocks = [
    `# ${words.title[language]}: ${escapeMarkdown(name)}`,
    releaseMarkdown(entry, language).trimEnd(),
    ...(found.length > 0 ? [`## ${words.changelog[language]}`, list(found)] : []),
    ...(differences?.length === 0 ? ['---', words.same[language]] : []),
    ...(commands.commands.length + commands.refused.length > 0 ? [`## ${words.commands[language]}`] : []),
    ...(commands.refused.length > 0 ? [list(commands.refused)] : []),
    ...(commands.commands.length > 0 ? [['```sh', ...commands.commands, '```'].join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}
