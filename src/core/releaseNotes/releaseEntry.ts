import { zoneFor } from '../config/recordZone';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import { titleOf } from '../index/summarise';
import type { RecordOf } from '../model/parse/record';
import type { ChangelogKind } from '../model/text/changelogKinds';
import type { Language } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { momentOf } from '../model/time/dateTime';
import { dateOf, wallTime } from '../model/time/zoneClock';
import { changelogItems, noticeSectionsOf } from '../notices/noticeSections';
import { ticketItems } from '../notices/ticketItems';

/** What a change releases, as a changelog and those who read of it are told. Texts are plain and on one line. */
export interface ReleaseEntry {
  readonly id: string | undefined;
  readonly title: string;
  /** Without a `v`; undefined where the change names none. */
  readonly version: string | undefined;
  readonly tag: string | undefined;
  /** The day of the release in the customer's time: when it took place, else when it is to. */
  readonly date: string | undefined;
  /** Whether it was taken back. */
  readonly yanked: boolean;
  readonly changes: { readonly [K in ChangelogKind]: readonly string[] };
  /** Of items that have any, the words with code, emphasis and links to the web, as markdown. */
  readonly marked: ReadonlyMap<string, string>;
  /** Items of the changelog that stand below no heading; they are among the changed ones too. */
  readonly unsorted: readonly string[];
  readonly tickets: readonly { readonly label: string; readonly url: string | undefined }[];
  readonly components: readonly { readonly name: string; readonly from?: string; readonly to?: string }[];
}

const longestItem = 500;

/** What an entry is made from. */
export interface ReleaseSource {
  readonly record: RecordOf<'change'>;
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  readonly language: Language;
}

/** Takes from a change what its release brings. */
export function releaseEntry(source: ReleaseSource): ReleaseEntry {
  const { record, config } = source;
  const { data } = record;
  const notes = noticeSectionsOf(record);
  const unsorted = plain(notes.other);
  const zone = zoneFor(record, config);
  const moment = [data.actual?.end, data.actual?.start, data.schedule?.start]
    .map((text) => momentOf(text, zone))
    .find((found) => found !== undefined);
  const changes = {
    added: plain(notes.added),
    changed: [...plain(notes.changed), ...unsorted],
    deprecated: plain(notes.deprecated),
    removed: plain(notes.removed),
    fixed: plain(notes.fixed),
    security: plain(notes.security),
  };
  return {
    id: data.id,
    title: oneLineValue(titleOf(record), 200),
    version: data.release?.version?.trim().replace(/^v(?=\d)/, '') || undefined,
    tag: data.release?.tag,
    date: moment === undefined ? undefined : dateOf(wallTime(moment, zone).day),
    yanked: data.outcome === 'rolled_back',
    changes,
    marked: markedItems(record),
    unsorted,
    tickets: ticketItems(source).map(({ label, url }) => ({
      label: oneLineValue(String(label ?? ''), 300),
      url: typeof url === 'string' ? url : undefined,
    })),
    components: (data.components ?? []).flatMap(({ name, from, to }) =>
      name ? [{ name, ...(from ? { from } : {}), ...(to ? { to } : {}) }] : [],
    ),
  };
}

function markedItems(record: RecordOf<'change'>): Map<string, string> {
  const fitting = changelogItems(record).filter(({ plain }) => plain.length <= longestItem);
  return new Map(fitting.map(({ plain, markdown }) => [oneLineValue(plain, longestItem), markdown]));
}

function plain(items: readonly string[]): string[] {
  return items.map((item) => oneLineValue(item, longestItem)).filter((item) => item !== '');
}
