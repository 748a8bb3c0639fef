import { changelogEntry } from '../model/text/changelog';
import { type ChangelogKind, changelogKindOf, changelogKinds } from '../model/text/changelogKinds';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { plainName } from '../model/text/plainName';
import { isCostlyMarkdown, itemGroups } from '../notices/noticeMarkup';
import type { ReleaseEntry } from './releaseEntry';
import { kindHeadings } from './releaseMarkdown';

/** A difference between the workspace's changelog and a record. */
export interface ChangelogDifference {
  readonly what: keyof typeof sentences;
  /** The item that differs; undefined where the whole entry is missing. */
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

/** Longer entries of a changelog are cut off, in characters. */
const longestEntry = 50_000;

/**
 * The differences between a version's entry in the changelog and a record. Items are compared by their words, without
 * case, markup and full stops. Dates are not compared, because a release is deployed after it is made.
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
  /** Whether it is certainly a change. */
  readonly counts: boolean;
}

function itemsOf(text: string): Map<string, ListedItem> {
  const items = new Map<string, ListedItem>();
  if (isCostlyMarkdown(text)) return items;
  for (const group of itemGroups(text)) {
    const kind = changelogKindOf(group.heading);
    // A team may list tickets, components and other things there, which need not be in the record.
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

/** A reference to a commit, an issue or a person at the end of an item, as tools write it. */
const reference =
  /[\s,;]*(?:(?:closes|fixes|refs|see|by) )?(?:[\w./-]*#\d+|@[\w-]+|[([](?:[\w./-]*#\d+|[\da-f]{7,40}|@[\w-]+|[a-z][a-z\d]*-\d+)\s?[)\]])$/;

/** The key by which two ways of writing the same item are equal. */
function keyOf(item: string): string {
  let key = plainName(item.replace(/<https?:[^>]*>|[*_`~]/gi, ''))
    .replace(/\s+/g, ' ')
    .trim();
  for (let at = 0; at < 10; at++) key = key.replace(reference, '');
  return key.replace(/\.$/, '');
}
