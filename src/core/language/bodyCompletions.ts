import { slugsOf } from '../index/anchors';
import type { RecordIndex } from '../index/recordIndex';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import type { Language } from '../model/text/localized';
import { type TextRange, textRange } from '../model/text/range';
import type { Completion, Completions } from './completion';
import type { LanguageInput } from './languageInput';
import { oneLine } from './plainText';
import { statusName, versionName } from './recordNames';
import { stepNameCompletions } from './stepNames';
import { stepWordCompletions } from './stepWordsAt';
import { ticketUrl } from './trackerTickets';

/** A list longer than this is asked for again with every letter. */
const mostItems = 1000;

/** A word as far as it is typed, and the anchor of a link that is about to be written. */
const word = /(?<![\p{L}\p{N}._/\\@-])[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
const anchor = /\]\(<?#([^\s()<>]*)$/;

/**
 * What may be written at a cursor in the text of a record: names and words in the comment of a step, a heading behind the
 * `#` of a link, and ids of records and tickets once their first part stands there, or where somebody asks for them. Prose
 * stays prose: no other word has a list.
 */
export function bodyCompletions(text: string, offset: number, input: LanguageInput): Completions {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const words = stepWordCompletions(text, offset, input);
  const names = stepNameCompletions(text, line, offset, input);
  if (words.items.length > 0 || names.length > 0) return { ...words, items: [...names, ...words.items] };
  const fragment = anchor.exec(line)?.[1];
  if (fragment !== undefined) return { items: headingItems(text, fragment, offset), cut: false };
  const typed = word.exec(line)?.[0] ?? '';
  if (typed === '' && (!input.asked || !/(?:^|[\s([{"'«*`])$/.test(line))) return { items: [], cut: false };
  if (typed !== '' && !namesFirstPart(typed, input)) return { items: [], cut: false };
  const record = parseRecord(text, { expected: true });
  const range = textRange(offset - typed.length, offset);
  const tickets = ticketItems(typed, range, record, input);
  const ids = idItems(typed, range, record?.data.id, input);
  return { items: [...tickets, ...ids.items], cut: ids.cut };
}

/** Whether what is typed is the first part of an id or a ticket, or goes on behind one. */
function namesFirstPart(typed: string, { index, config }: LanguageInput): boolean {
  const [first = '', ...others] = typed.split('-');
  // In small letters a first part may be any word.
  const wanted = others.length > 0 ? first.toUpperCase() : first;
  if (wanted === '' || !/^\p{Lu}/u.test(wanted)) return false;
  if (trackerPrefixes(config).some(({ prefix }) => prefix === `${wanted}-`)) return true;
  return ['CHG', 'PROC', 'TKT'].includes(wanted) || hasIdBeginning(index, `${wanted}-`);
}

function hasIdBeginning(index: RecordIndex, start: string): boolean {
  for (const id of index.ids()) if (id.startsWith(start)) return true;
  return false;
}

/** The records whose id begins as what is typed, or whose title holds what is typed behind the first part. */
function idItems(
  typed: string,
  range: TextRange,
  own: string | undefined,
  { index, language }: LanguageInput,
): Completions {
  const [, first = '', rest = ''] = /^([^-]*-?)(.*)$/.exec(typed) ?? [];
  const beginning = first.toUpperCase();
  const found = [...index.ids()].filter((id) => id !== own && id.startsWith(beginning));
  found.sort((a, b) => (a < b ? 1 : -1));
  const items: Completion[] = [];
  for (const id of found) {
    const { title = '' } = index.byId(id)?.summary ?? {};
    if (!`${id} ${title}`.toLowerCase().includes(rest.toLowerCase())) continue;
    if (items.length === mostItems) return { items, cut: true };
    items.push(
      item(id, range, items.length, { kind: 'record', detail: detailOf(id, index, language), more: title }),
    );
  }
  return { items, cut: false };
}

function detailOf(id: string, index: RecordIndex, language: Language): string {
  const summary = index.byId(id)?.summary;
  if (!summary) return '';
  const state = versionName(summary, language) ?? statusName(summary, language);
  return [summary.title, state].filter((part) => part).join(' · ');
}

/** The tickets of trackers that the record lists, and how tickets begin. */
function ticketItems(
  typed: string,
  range: TextRange,
  record: ParsedRecord | undefined,
  { config }: LanguageInput,
): Completion[] {
  const listed = record?.type === 'change' ? (record.data.tickets ?? []) : [];
  const wanted = typed.toLowerCase();
  const begins = (id: string): boolean => id.toLowerCase().startsWith(wanted);
  const own = listed.flatMap(({ id = '', title = '' }) => {
    const url = id === '' ? undefined : ticketUrl(id, config.data);
    return url !== undefined && begins(id) ? [{ id, detail: title || url }] : [];
  });
  const prefixes = trackerPrefixes(config).flatMap(({ prefix, url }) =>
    begins(prefix) && prefix.length > typed.length ? [{ id: prefix, detail: url }] : [],
  );
  return [...own, ...prefixes].map(({ id, detail }, place) =>
    item(id, range, place, { kind: 'record', detail }),
  );
}

/** How the tickets of trackers begin, where their patterns begin with letters and a dash. */
function trackerPrefixes({ data }: LanguageInput['config']): { prefix: string; url: string }[] {
  return (data.trackers ?? []).flatMap(({ pattern = '', url = '' }) => {
    const prefix = /^\^?([A-Z][A-Z0-9]*-)/.exec(pattern)?.[1];
    return prefix === undefined ? [] : [{ prefix, url }];
  });
}

/** The headings of the text by their anchors. */
function headingItems(text: string, typed: string, offset: number): Completion[] {
  const headings = parseRecord(text, { expected: true })?.body.headings ?? [];
  const anchors = slugsOf(headings.map(({ title }) => title.normalize('NFC')));
  return headings.map(({ title }, place) => {
    const range = textRange(offset - typed.length, offset);
    const about = { kind: 'heading', detail: title, more: title } as const;
    return { ...item(anchors[place] ?? '', range, place, about), ofMarkdown: true };
  });
}

/** @param more what is typed is compared with this, too */
function item(
  written: string,
  range: TextRange,
  place: number,
  { kind, detail, more = '' }: { kind: Completion['kind']; detail: string; more?: string },
): Completion {
  const beside = oneLine(detail);
  return {
    label: oneLine(written),
    kind,
    ...(beside === '' ? {} : { detail: beside }),
    insertText: written,
    snippet: false,
    filterText: `${written} ${oneLine(more)}`.trim(),
    sortText: String(place).padStart(5, '0'),
    range,
    goesOn: false,
  };
}
