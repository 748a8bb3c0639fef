import type { RecordOf } from '../model/parse/record';
import {
  type ByChangelogKind,
  byChangelogKind,
  type ChangelogKind,
  changelogKindOf,
} from '../model/text/changelogKinds';
import type { SectionName } from '../model/vocabulary/sections';
import { type ItemGroup, isCostlyMarkdown, itemGroups, type ListItem } from './noticeMarkup';

/** The parts of a change's body that notices use, as plain text. */
export interface NoticeSections extends ByChangelogKind<readonly string[]> {
  /** Items under no such heading. */
  readonly other: readonly string[];
  readonly progression: readonly string[];
  readonly regression: readonly string[];
  readonly checklist: readonly string[];
  /** The first paragraphs of some sections. */
  readonly summary: string | undefined;
  readonly rollback: string | undefined;
  readonly review: string | undefined;
}

/** Longer sections are not read, in characters. */
const longestSection = 50_000;

/** Reads the sections of a change that notices use. */
export function noticeSectionsOf(record: RecordOf<'change'>): NoticeSections {
  const groups = groupsOf(record, 'changelog');
  const of = (kind: ChangelogKind | undefined): string[] =>
    wordsOf(groups.filter(({ heading }) => changelogKindOf(heading) === kind));
  const items = (name: SectionName): string[] => wordsOf(groupsOf(record, name));
  const opening = (name: SectionName): string | undefined => groupsOf(record, name)[0]?.opening;
  return {
    ...byChangelogKind(of),
    other: of(undefined),
    progression: items('progression'),
    regression: items('regression'),
    checklist: items('checklist'),
    summary: opening('summary'),
    rollback: opening('rollback'),
    review: opening('review'),
  };
}

/** The items of a change's changelog under all headings. */
export function changelogItems(record: RecordOf<'change'>): ListItem[] {
  return groupsOf(record, 'changelog').flatMap(({ items }) => items);
}

function wordsOf(groups: readonly ItemGroup[]): string[] {
  return groups.flatMap(({ items }) => items.map(({ plain }) => plain));
}

function groupsOf({ body, lines }: RecordOf<'change'>, name: SectionName): ItemGroup[] {
  const heading = body.headings.find(({ section, level }) => level <= 3 && section === name);
  if (!heading || heading.empty) return [];
  const text = lines.text.slice(lines.startOf(heading.line + 1), lines.startOf(heading.endLine));
  // The definitions of the section's links and footnotes may stand anywhere in the body.
  const notes = text.includes(']') ? (lines.text.match(definitionLine) ?? []) : [];
  const whole = [text, ...notes].join('\n\n');
  return rememberedGroups(isReadable(whole) ? whole : text);
}

const definitionLine = /^ {0,3}\[[^\]\r\n]+\]:.*$/gm;

function isReadable(text: string): boolean {
  return text.length <= longestSection && !isCostlyMarkdown(text);
}

/** Parsed sections are kept, because most keystrokes change one of them at most. */
const remembered = new Map<string, ItemGroup[]>();

function rememberedGroups(text: string): ItemGroup[] {
  if (!isReadable(text)) return [];
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size > 100) remembered.clear();
  const groups = itemGroups(text);
  remembered.set(text, groups);
  return groups;
}
