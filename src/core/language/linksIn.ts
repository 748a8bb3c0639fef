import type { IndexEntry } from '../index/indexEntry';
import { locate } from '../model/parse/located';
import { parseRecord } from '../model/parse/parseRecord';
import { fileLink } from '../model/parse/readLinks';
import type { ParsedRecord } from '../model/parse/record';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { resolvePath } from '../model/text/paths';
import { type TextRange, textRange } from '../model/text/range';
import type { DocumentLink } from './documentLink';
import type { LanguageInput } from './languageInput';
import type { Mention, TextPlace } from './mentions/mention';
import { mentionsIn } from './mentions/mentionsIn';
import { oneLine } from './plainText';
import { statusName, versionName } from './recordNames';
import { trackerTickets } from './trackerTickets';

/**
 * What leads somewhere in a record, a template or the configuration: ids of records, also with the version of a procedure,
 * tickets of trackers, and paths of files. Web addresses are left to whoever shows the text.
 */
export function linksIn(text: string, { file, kind }: TextPlace, input: LanguageInput): DocumentLink[] {
  const record = kind === 'record' ? parseRecord(text, { expected: true, file }) : undefined;
  const targets = record ? targetsOf(record, file) : [];
  const records = mentionsIn(text, { file, kind }, input, 'record').flatMap((mention) =>
    recordLink(mention, text, file, input),
  );
  const tickets = kind === 'config' || kind === 'customer' ? [] : trackerTickets(text, input.config, record);
  const addresses = tickets.flatMap(({ range, url }): DocumentLink[] =>
    url === undefined ? [] : [{ range, target: { kind: 'address', url }, tooltip: url, ofMarkdown: false }],
  );
  return withoutOverlaps([...targets, ...records, ...addresses]);
}

/** In the order of the text; of links that share a place the one that was named first. */
function withoutOverlaps(links: readonly DocumentLink[]): DocumentLink[] {
  const rank = new Map(links.map((link, index) => [link, index]));
  const sorted = [...links].sort((a, b) => a.range.start - b.range.start);
  const kept: DocumentLink[] = [];
  for (const link of sorted) {
    const before = kept.at(-1);
    if (!before || !overlaps(before.range, link.range)) kept.push(link);
    else if ((rank.get(link) ?? 0) < (rank.get(before) ?? 0)) kept.splice(-1, 1, link);
  }
  return kept;
}

function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}

const version = /^@([^\s"',\]})]+)/;

/** The link of an id; none where the record is the text's own, or where its path is a link already. */
function recordLink(
  { key, range, style, defines }: Mention,
  text: string,
  file: string,
  { index, language }: LanguageInput,
): DocumentLink[] {
  const entry = defines || style === 'path' ? undefined : index.byId(key);
  if (!entry || entry.file === file) return [];
  const [behind = '', written] = version.exec(text.slice(range.end, range.end + 60)) ?? [];
  const isVersion = entry.summary.type === 'procedure' && written !== undefined;
  const other: { readonly version?: string } =
    isVersion && written !== entry.summary.version ? { version: written } : {};
  return [
    {
      range: isVersion ? textRange(range.start, range.end + behind.length) : range,
      target: { kind: 'record', file: entry.file, ...other },
      tooltip: tooltipOf(entry, other.version, language),
      ofMarkdown: false,
    },
  ];
}

const otherVersion: Localized = {
  en: 'version {version}; the workspace has {current}',
  es: 'versión {version}; el espacio de trabajo tiene la {current}',
};

/** The title of a record, and its state or version; of a procedure that is named in another version, both of them. */
function tooltipOf({ summary }: IndexEntry, version: string | undefined, language: Language): string {
  const current = versionName(summary, language) ?? statusName(summary, language);
  const state =
    version === undefined
      ? current
      : fillIn(otherVersion[language], { version, current: current === '' ? '–' : current });
  return [summary.title, state]
    .filter((part) => part)
    .map((part) => oneLine(part))
    .join(' · ');
}

/** The paths of a record: the links of its body, and those that the field `links` lists. */
function targetsOf(record: ParsedRecord, file: string): DocumentLink[] {
  const inBody = record.body.links.flatMap(({ range, path, fragment }) =>
    fileTarget(range, path, fragment, file, true),
  );
  const listed = locate(record.located, ['links'])?.items ?? [];
  const inFields = listed.flatMap((item) => {
    const node = item.fields?.url?.node;
    if (node?.kind !== 'scalar' || node.style === 'block') return [];
    const quote = node.style === 'quoted' ? 1 : 0;
    const link = fileLink(node.value, node.range.start + quote, node.range.end - quote);
    return link ? fileTarget(link.range, link.path, link.fragment, file, false) : [];
  });
  return [...inBody, ...inFields];
}

function fileTarget(
  range: TextRange,
  path: string,
  fragment: string,
  file: string,
  ofMarkdown: boolean,
): DocumentLink[] {
  const target = path === '' ? file : resolvePath(file, path);
  return target === undefined
    ? []
    : [{ range, target: { kind: 'file', file: target, fragment }, tooltip: '', ofMarkdown }];
}
