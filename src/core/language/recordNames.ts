import { customerNameOf, type WorkspaceConfig, zoneOrUtc } from '../config/workspaceConfig';
import type { IndexEntry } from '../index/indexEntry';
import type { RecordIndex } from '../index/recordIndex';
import type { RecordSummary } from '../index/recordSummary';
import type { Language, Localized } from '../model/text/localized';
import { windowBetween } from '../model/time/localText';
import { changeStatusChoice, ticketStatusChoice } from '../model/vocabulary/choices';
import { choiceIn, type RecordType, withSpaces } from '../model/vocabulary/vocabulary';
import type { ValueName } from './completion';
import { asMarkdown } from './plainText';

/** The records that a field may name, of one type or of all; not the record itself. */
export function recordNames(
  index: RecordIndex,
  language: Language,
  type: RecordType | undefined,
  own: string | undefined,
): ValueName[] {
  const names: ValueName[] = [];
  const seen = new Set<string>();
  for (const { summary } of index.all()) {
    const { id, title, version } = summary;
    if (!id || id === own || seen.has(id) || (type && summary.type !== type)) continue;
    // What is retired is not followed anew; it may still be named as related.
    if (type === 'procedure' && summary.retired) continue;
    seen.add(id);
    const value = type === 'procedure' && version ? `${id}@${version}` : id;
    const detail = [title, statusName(summary, language)].filter((part) => part !== '').join(' · ');
    names.push({ value, kind: 'record', detail });
  }
  // The newest ids are the likeliest.
  return names.sort((a, b) => (a.value < b.value ? 1 : -1));
}

/** A record's state in words; a procedure has none. */
export function statusName({ type, status }: RecordSummary, language: Language): string {
  if (type === 'procedure') return '';
  const { choices } = type === 'ticket' ? ticketStatusChoice : changeStatusChoice;
  return withSpaces(choiceIn(language, choices, status));
}

/** The version of a procedure, and that it is retired; undefined where it says none of both. */
export function versionName({ version, retired }: RecordSummary, language: Language): string | undefined {
  const parts = [version, retired && retiredWord[language]].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

const retiredWord: Localized = { en: 'retired', es: 'retirado' };

/** A record in three lines: what it is, where it stands, and its file. */
export function recordCard(entry: IndexEntry, config: WorkspaceConfig, language: Language): string {
  const { summary, file } = entry;
  const { id = '', title, customer } = summary;
  const window = windowText(summary, config);
  // The text around it may be that of another zone.
  const when = window ? `${window} (${zoneOrUtc(config, customer)})` : versionName(summary, language);
  const facts = [statusName(summary, language), customerNameOf(config, customer), when].filter(
    (fact) => fact,
  );
  const lines = [
    `**${asMarkdown(id)}** ${asMarkdown(title)}`,
    facts.map((fact) => asMarkdown(fact ?? '')).join(' · '),
    asMarkdown(file, 200),
  ];
  return lines.filter((line) => line !== '').join('  \n');
}

/** The window of a change in its customer's zone: `2026-11-25 22:00–23:00`. */
export function windowText({ change, customer }: RecordSummary, config: WorkspaceConfig): string | undefined {
  if (change?.start === undefined) return undefined;
  return windowBetween(change.start, change.end ?? change.start, zoneOrUtc(config, customer));
}
