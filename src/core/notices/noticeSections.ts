import type { RecordOf } from '../model/parse/record';
import { type ChangelogKind, changelogKindOf } from '../model/text/changelogKinds';
import type { SectionName } from '../model/vocabulary/sections';
import { type ItemGroup, isCostlyMarkdown, itemGroups, type ListItem } from './noticeMarkup';

/** What a change's body lists for those who read of it, as plain text. */
export interface NoticeSections {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly deprecated: readonly string[];
  readonly removed: readonly string[];
  readonly fixed: readonly string[];
  readonly security: readonly string[];
  /** What stands below no such heading. */
  readonly other: readonly string[];
  readonly progression: readonly string[];
  readonly regression: readonly string[];
  readonly checklist: readonly string[];
  /** The first paragraphs of some sections. */
  readonly summary: string | undefined;
  readonly rollback: string | undefined;
  readonly review: string | undefined;
}

/** No section that a notice tells of is longer; what lies beyond is not read. */
const longestSection = 50_000;

/** Reads the sections of a change that notices tell of. */
export function noticeSectionsOf(record: RecordOf<'change'>): NoticeSections {
  const groups = groupsOf(record, 'changelog');
  const of = (kind: ChangelogKind | undefined): string[] =>
    wordsOf(groups.filter(({ heading }) => changelogKindOf(heading) === kind));
  const items = (name: SectionName): string[] => wordsOf(groupsOf(record, name));
  const opening = (name: SectionName): string | undefined => groupsOf(record, name)[0]?.opening;
  return {
    ...{ added: of('added'), changed: of('changed'), deprecated: of('deprecated') },
    ...{ removed: of('removed'), fixed: of('fixed'), security: of('security'), other: of(undefined) },
    ...{ progression: items('progression'), regression: items('regression'), checklist: items('checklist') },
    ...{ summary: opening('summary'), rollback: opening('rollback'), review: opening('review') },
  };
}

/** The items of a change's changelog, below whatever heading. */
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
  // What a link or a footnote of the section refers to may stand anywhere in the body.
  const notes = text.includes(']') ? (lines.text.match(definitionLine) ?? []) : [];
  const whole = [text, ...notes].join('\n\n');
  return rememberedGroups(isReadable(whole) ? whole : text);
}

const definitionLine = /^ {0,3}\[[^\]\r\n]+\]:.*$/gm;

function isReadable(text: string): boolean {
  return text.length <= longestSection && !isCostlyMarkdown(text);
}

/** Most keystrokes change no section, or one. */
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
