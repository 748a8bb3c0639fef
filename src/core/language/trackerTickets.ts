import { isTrackerTicket, trackerUrl } from '../config/trackers';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { locate } from '../model/parse/located';
import type { ParsedRecord } from '../model/parse/record';
import { type TextRange, textRange } from '../model/text/range';

/** A word that a tracker's pattern may fit; what ends a sentence behind it is no part of it. */
const word = /[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu;
/** Words of a path or an address are parts of names. */
const inPath = /:\/\/\S*$|[/\\]$/;
/** Different words that are looked at: a pattern costs time with each. */
const mostWords = 5000;
/** No ticket has a longer id. */
const longest = 40;

/** A ticket of a tracker where a text names it. */
export interface TrackerTicket {
  readonly id: string;
  readonly range: TextRange;
  /** Its web address; undefined where the tracker has none. */
  readonly url: string | undefined;
}

/**
 * The tickets of trackers in a text: in the field that lists them, and wherever else a word is one. There a mere number is
 * one only behind `#`: texts are full of numbers.
 *
 * @param record what was read of the text, where it is a record
 */
export function trackerTickets(
  text: string,
  { data }: Pick<WorkspaceConfig, 'data'>,
  record?: ParsedRecord,
): TrackerTicket[] {
  if (!data.trackers?.length) return [];
  const listed = record ? listedTickets(record, data) : [];
  const starts = new Set(listed.map(({ range }) => range.start));
  return [...listed, ...ticketsOf(text, data).filter(({ range }) => !starts.has(range.start))];
}

/** The tickets of the field, whatever they look like. */
function listedTickets({ located }: ParsedRecord, data: WorkspaceConfig['data']): TrackerTicket[] {
  return (locate(located, ['tickets'])?.items ?? []).flatMap((item): TrackerTicket[] => {
    const node = (item.fields?.id ?? item).node;
    if (node.kind !== 'scalar' || node.style === 'block') return [];
    const quote = node.style === 'quoted' ? 1 : 0;
    const range = textRange(node.range.start + quote, node.range.end - quote);
    return isTrackerTicket(node.value, data.trackers)
      ? [{ id: node.value, range, url: ticketUrl(node.value, data) }]
      : [];
  });
}

function ticketsOf(text: string, data: WorkspaceConfig['data']): TrackerTicket[] {
  const known = new Map<string, boolean>();
  return [...text.matchAll(word)].flatMap(({ 0: id, index: start }): TrackerTicket[] => {
    if (id.length > longest || !/\d/.test(id)) return [];
    if (!/\D/.test(id) && text[start - 1] !== '#') return [];
    const fits = known.get(id) ?? (known.size < mostWords && isTrackerTicket(id, data.trackers));
    known.set(id, fits);
    if (!fits || inPath.test(text.slice(Math.max(0, start - 300), start))) return [];
    const end = start + id.length;
    return /[/\\]/.test(text[end] ?? '')
      ? []
      : [{ id, range: textRange(start, end), url: ticketUrl(id, data) }];
  });
}

/** The web address of a ticket: a configuration must not make a link of anything else. */
export function ticketUrl(id: string, { trackers }: WorkspaceConfig['data']): string | undefined {
  const url = trackerUrl(id, trackers);
  return url !== undefined && /^https?:\/\/[^\s"'<>\\]+$/i.test(url) ? url : undefined;
}
