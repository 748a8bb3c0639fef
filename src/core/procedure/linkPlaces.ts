import { htmlAnchors, slugsOf } from '../index/anchors';
import { fileLink } from '../model/parse/readLinks';
import type { ParsedRecord } from '../model/parse/record';
import { resolvePath } from '../model/text/paths';
import { keptPlaces } from './keptPlaces';

/**
 * Tells where links of a change lead, in words that are the same in any folder. One to a heading of a section that stays
 * leads to its place there, since its anchor depends on the other headings of the change.
 *
 * @param file path of the record in the workspace
 */
export function linkPlaces(record: ParsedRecord, file: string): (target: string) => string {
  const anchors = anchorPlaces(record);
  return (target) => {
    const link = fileLink(target, 0, target.length);
    if (!link) return target;
    const query = /^[^?#]*(\?[^#]*)/.exec(target)?.[1] ?? '';
    const { path, fragment } = link;
    return path === ''
      ? JSON.stringify([query, anchors(fragment)])
      : JSON.stringify([`/${resolvePath(file, path) ?? path}`, query, fragment]);
  };
}

/** Where an anchor of this record leads: all its places, of which a reader takes the first. */
function anchorPlaces(record: ParsedRecord): (fragment: string) => readonly string[] {
  const { body, lines } = record;
  const kept = keptPlaces(record);
  const sectionAt = (at: number) => kept.find(({ start, end }) => at >= start && at < end);
  const places = new Map<string, string[]>();
  const add = (anchor: string, place: string): void => {
    places.set(anchor, [...(places.get(anchor) ?? []), place]);
  };
  const slugs = slugsOf(body.headings.map(({ title }) => title.normalize('NFC')));
  for (const [index, heading] of body.headings.entries()) {
    const section = sectionAt(lines.startOf(heading.line));
    const slug = slugs[index] ?? '';
    // Elsewhere the title is all that a change has in common with what its procedure has written.
    const place = section
      ? `${section.name} ${index - body.headings.indexOf(section.heading)}`
      : heading.title;
    add(slug, place);
  }
  for (const { anchor, at } of htmlAnchors(lines.text)) add(anchor, `<${sectionAt(at)?.name ?? ''}>`);
  return (fragment) =>
    places.get(fragment.normalize('NFC').toLowerCase()) ?? (fragment === '' ? [] : ['#', fragment]);
}
