import { zoneFor } from '../config/recordZone';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import { titleOf } from '../index/summarise';
import { goesBack } from '../model/parse/goesBack';
import type { RecordOf } from '../model/parse/record';
import { type ByChangelogKind, byChangelogKind } from '../model/text/changelogKinds';
import type { Language } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { momentOf } from '../model/time/dateTime';
import { dateOf, wallTime } from '../model/time/zoneClock';
import { changelogItems, noticeSectionsOf } from '../notices/noticeSections';
import { ticketItems } from '../notices/ticketItems';

/** What a change releases, for a changelog. Texts are plain and on one line. */
export interface ReleaseEntry {
  readonly id: string | undefined;
  readonly title: string;
  /** Without a `v`; undefined where the change has no version. */
  readonly version: string | undefined;
  readonly tag: string | undefined;
  /** The date of the release in the customer's zone: the actual one, else the planned one. */
  readonly date: string | undefined;
  /** Whether it was rolled back. */
  readonly yanked: boolean;
  readonly changes: ByChangelogKind<readonly string[]>;
  /** Items as markdown with code, emphasis and web links, by their plain words. */
  readonly marked: ReadonlyMap<string, string>;
  /** Items of the changelog without a heading. They are also among the changed ones. */
  readonly unsorted: readonly string[];
  readonly tickets: readonly { readonly label: string; readonly url: string | undefined }[];
  readonly components: readonly { readonly name: string; readonly from?: string; readonly to?: string }[];
}

const longestItem = 500;

/** The input of an entry. */
interface ReleaseSource {
  readonly record: RecordOf<'change'>;
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  readonly language: Language;
}

/** Reads from a change what it releases. */
export function releaseEntry(source: ReleaseSource): ReleaseEntry {
  const { record, config } = source;
  const { data } = record;
  const notes = noticeSectionsOf(record);
  const unsorted = plain(notes.other);
  const zone = zoneFor(record, config);
  const moment = [data.actual?.end, data.actual?.start, data.schedule?.start]
    .map((text) => momentOf(text, zone))
    .find((found) => found !== undefined);
  const listed = byChangelogKind((kind) => plain(notes[kind]));
  return {
    id: data.id,
    title: oneLineValue(titleOf(record), 200),
    version: data.release?.version?.trim().replace(/^v(?=\d)/, '') || undefined,
    tag: data.release?.tag,
    date: moment === undefined ? undefined : dateOf(wallTime(moment, zone).day),
    yanked: goesBack(data),
    changes: { ...listed, changed: [...listed.changed, ...unsorted] },
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
