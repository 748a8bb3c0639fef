import { changelogEntry } from '../model/text/changelog';
import { type ChangelogKind, changelogKindOf, changelogKinds } from '../model/text/changelogKinds';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { plainName } from '../model/text/plainName';
import { isCostlyMarkdown, itemGroups } from '../notices/noticeMarkup';
import type { ReleaseEntry } from './releaseEntry';
import { kindHeadings } from './releaseMarkdown';

/** Something that the changelog of the workspace and a record say differently. */
export interface ChangelogDifference {
  readonly what: keyof typeof sentences;
  /** The item that it is about; undefined where the whole entry is missing. */
  readonly item?: string;
  readonly message: string;
}

const sentences = {
  noEntry: {
    en: 'CHANGELOG.md has no entry for version {version}.',
    es: 'CHANGELOG.md no tiene ninguna entrada para la versión {version}.',
  },
  notInChangelog: {
    en: 'CHANGELOG.md does not list “{item}” ({kind}) under {version}.',
    es: 'CHANGELOG.md no recoge «{item}» ({kind}) en {version}.',
  },
  notInRecord: {
    en: 'The record does not list “{item}”, which CHANGELOG.md has under {version} ({kind}).',
    es: 'El registro no recoge «{item}», que CHANGELOG.md tiene en {version} ({kind}).',
  },
  otherKind: {
    en: '“{item}” is {own} in the record and {kind} in CHANGELOG.md.',
    es: '«{item}» es {own} en el registro y {kind} en CHANGELOG.md.',
  },
} as const satisfies { [name: string]: Localized };

/** No entry of a changelog is longer; what lies beyond is not read. */
const longestEntry = 50_000;

/**
 * What the changelog's entry of a version and the record say differently: items by their words, whatever their case,
 * marks and full stops. Days are not compared: a release is dated when it is made, and deployed later.
 *
 * @param changelog text of the file
 */
export function changelogDifferences(
  entry: ReleaseEntry,
  changelog: string,
  language: Language,
): ChangelogDifference[] {
  const { version } = entry;
  if (version === undefined) return [];
  const text = changelogEntry(changelog, version, entry.tag);
  if (text === undefined) return [difference('noEntry', { version }, language)];
  const there = itemsOf(text.slice(0, longestEntry));
  const unsorted = new Set(entry.unsorted.map(keyOf));
  const found: ChangelogDifference[] = [];
  const own = new Set<string>();
  for (const kind of changelogKinds) {
    for (const item of entry.changes[kind]) {
      const key = keyOf(item);
      own.add(key);
      const listed = there.get(key);
      const name = kindHeadings[kind][language];
      if (!listed) found.push(difference('notInChangelog', { item, kind: name, version }, language));
      else if (listed.kind && !listed.kinds.has(kind) && !unsorted.has(key))
        found.push(difference('otherKind', { item, own: name, kind: listed.heading }, language));
    }
  }
  for (const [key, { item, heading, counts }] of there)
    if (counts && !own.has(key))
      found.push(difference('notInRecord', { item, kind: heading, version }, language));
  return found;
}

/** An item of the changelog with the headings below which it stands. */
interface ListedItem {
  readonly item: string;
  readonly heading: string;
  readonly kind: ChangelogKind | undefined;
  readonly kinds: Set<ChangelogKind>;
  /** Whether it is surely one of what changed. */
  readonly counts: boolean;
}

function itemsOf(text: string): Map<string, ListedItem> {
  const items = new Map<string, ListedItem>();
  if (isCostlyMarkdown(text)) return items;
  for (const group of itemGroups(text)) {
    const kind = changelogKindOf(group.heading);
    // Tickets, components and whatever else a team lists there need not be in the record.
    const counts = group.heading === '' || kind !== undefined;
    for (const { plain } of group.items) {
      const item = oneLineValue(plain, 500);
      const listed = items.get(keyOf(item));
      if (listed && kind) listed.kinds.add(kind);
      const kinds = new Set(kind ? [kind] : []);
      const heading = oneLineValue(group.heading, 40) || '—';
      if (!listed || (counts && !listed.counts))
        items.set(keyOf(item), { item, heading, kind, kinds, counts });
    }
  }
  return items;
}

function difference(
  what: ChangelogDifference['what'],
  args: { readonly [name: string]: string },
  language: Language,
): ChangelogDifference {
  const { item } = args;
  const message = fillIn(sentences[what][language], args);
  return item === undefined ? { what, message } : { what, item, message };
}

/** The last of the commits, issues and people that tools write behind an item. */
const reference =
  /[\s,;]*(?:(?:closes|fixes|refs|see|by) )?(?:[\w./-]*#\d+|@[\w-]+|[([](?:[\w./-]*#\d+|[\da-f]{7,40}|@[\w-]+|[a-z][a-z\d]*-\d+)\s?[)\]])$/;

/** What two ways of writing one item have in common. */
function keyOf(item: string): string {
  let key = plainName(item.replace(/<https?:[^>]*>|[*_`~]/gi, ''))
    .replace(/\s+/g, ' ')
    .trim();
  for (let at = 0; at < 10; at++) key = key.replace(reference, '');
  return key.replace(/\.$/, '');
}
