import { anyCase } from './anyCase';
import {
  boldLevel,
  type ChangelogHeading,
  changelogHeadings,
  itemLevel,
  plainLevel,
  rowLevel,
} from './changelogHeadings';
import { changelogKindOf } from './changelogKinds';

/** The changelog of a workspace. */
export const changelogFile = 'CHANGELOG.md';

/** Words of a heading that say no more than that it is a release. */
const releaseWords =
  /^(?:v|ver|version|versión|rel|release|released?|notes?|changelog|changes|new|the|notas?|cambios|novedades|lanzamiento|publicación|publicada?|noteworthy|what|s|qué|hay|nuevo|tag|on|of|for|del?|la|para)$/;
const dayWords =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|mon|tue|wed|thu|fri|sat|sun|lun|mié|jue|vie|sáb|dom)/;
/** A heading with one of these words mentions a version and is not its entry. */
const mentions = /^(?:to|from|in|since|until|before|after|with|a|desde|en|hasta|antes|tras|con|sobre|about)$/;
/** Words after which a heading is about the version even with a word of `mentions` before it. */
const leading =
  /\b(?:changes?|changed|new|features|fixes|improvements|cambios|novedades|nuevo|mejoras|correcciones)\s+(?:in|with|en|con)\s/i;
const dates =
  /\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b/g;
const unreleased =
  /^(?:(?:unreleased|sin publicar|no publicad[oa])\b|(?:pendiente|head|main|master|(?:next|upcoming|próxim[oa])(?: (?:version|versión|release|publicación))?)\W*(?:unreleased\W*)?$)/i;

/** Longer versions are not searched for. */
const longestVersion = 200;

/** A heading that names a version. */
interface Entry {
  readonly heading: ChangelogHeading;
  /** Name of the released product in lower case, if the heading gives one. */
  readonly name: string;
  /** Whether the heading holds nothing else than the version and a day. */
  readonly alone: boolean;
  /** The text after the version. */
  readonly after: string;
}

let lastParsed: {
  readonly changelog: string;
  readonly lines: string[];
  readonly headings: ChangelogHeading[];
};

/**
 * The lines of a version's entry in a changelog, or undefined where it has none. Its heading may have any style. Beside
 * the version it may hold words for a release, the name of the product, and a day. It ends at the next such heading.
 *
 * @param tag tag of the release, which may name the product
 */
export function changelogEntry(changelog: string, version: string, tag = ''): string | undefined {
  // Many records ask about the same changelog.
  if (lastParsed?.changelog !== changelog) {
    const lines = changelog.split(/\r\n?|\n/);
    lastParsed = { changelog, lines, headings: changelogHeadings(lines) };
  }
  const { lines, headings } = lastParsed;
  const plain = version
    .normalize('NFKC')
    .trim()
    .replace(/^v(?=\d)/i, '');
  // Entries seldom name the build.
  const own = [plain, plain.replace(/\+.*$/s, '')].find((text) => findEntry(headings, text, tag)) ?? '';
  const start = findEntry(headings, own, tag);
  if (!start) return undefined;
  const { line, below } = start.heading;
  const [itself, others] = [pattern(escaped(own)), pattern(shapeOf(own))];
  // A day is only a version where versions are days.
  const isDated = own.search(dates) >= 0;
  const end = headings.find((next) => {
    if (next.line <= line) return false;
    if (itself.test(next.title)) return isOfAnother(entryAt(next, itself), start);
    const { title } = next;
    return endsEntry({ ...next, title: isDated ? title : title.replace(dates, ' ').trim() }, start, others);
  });
  return contentOf(start, lines.slice(below, end?.line));
}

/** The content of an entry. For a list item part of it stands beside the version, for a table row all of it. */
function contentOf({ heading: { level, said }, after }: Entry, below: readonly string[]): string {
  if (level < itemLevel) return below.join('\n');
  const beside = said === undefined ? [after.replace(dates, ' ')] : said.split(/<br\s*\/?>/i);
  const items = beside.flatMap((text) => text.replace(/^[\s:;,./()–—-]+/, '').trim() || []);
  const inside = level === rowLevel ? [] : below.map((line) => line.replace(/^(?: {1,4}|\t)/, ''));
  return [...items.map((item) => `- ${item}`), ...inside].join('\n');
}

/** Whether an entry of the same version belongs to another product. */
function isOfAnother(entry: Entry | undefined, start: Entry): boolean {
  if (!entry || entry.name === '' || start.name === '') return false;
  return entry.heading.level === start.heading.level && entry.name !== start.name;
}

/** The heading of the tag's product, else one that names only the version, else the first with the version. */
function findEntry(headings: readonly ChangelogHeading[], version: string, tag: string): Entry | undefined {
  if (version === '' || version.length > longestVersion) return undefined;
  const named = pattern(escaped(version));
  const all = headings.flatMap((heading) => entryAt(heading, named) ?? []);
  const usual = all.filter(({ heading }) => heading.level < itemLevel);
  const entries = usual.length > 0 ? usual : all;
  const tagged = tag.slice(0, tag.lastIndexOf(version)).replace(/[\W_]+v?$/i, '');
  const ofTag = entries.find(({ name }) => name !== '' && name === wordsOf(tagged).join(' '));
  return ofTag ?? entries.find(({ name }) => name === '') ?? entries[0];
}

/** A heading read as a version's entry, or undefined where it does not name the version or only mentions it. */
function entryAt(heading: ChangelogHeading, version: RegExp): Entry | undefined {
  const found = version.exec(heading.title);
  if (!found) return undefined;
  const rest = heading.title.slice(found.index + found[0].length);
  const [before, after] = [heading.title.slice(0, found.index).replace(leading, ' '), rest].map(wordsOf);
  if (!before || !after || before.length > 4 || before.some((word) => mentions.test(word))) return undefined;
  const alone = before.length + after.length === 0;
  const { level, title } = heading;
  const leads = leading.test(title) && after.length < 3;
  const entry = { heading, name: before.join(' '), alone, after: leads ? '' : rest };
  if (level === plainLevel) return alone || leads ? entry : undefined;
  if (level === itemLevel && !alone && !leads && !/^\s*[:;,/()–—-]/.test(rest)) return undefined;
  return level >= boldLevel && entry.name !== '' && !leads ? undefined : entry;
}

/** The words of a text without days and without words for a release. */
function wordsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(dates, ' ')
      .match(/[\p{L}\p{N}][\p{L}\p{N}._-]*/gu) ?? [];
  return words.filter((word) => !/^\d+\.?$/.test(word) && !releaseWords.test(word) && !dayWords.test(word));
}

/** Whether an entry ends at a heading below it. */
function endsEntry(heading: ChangelogHeading, start: Entry, others: RegExp): boolean {
  const [level, own] = [heading.level, start.heading.level];
  const entry = unreleased.test(heading.title) ? { name: start.name, alone: true } : entryAt(heading, others);
  if (level >= boldLevel) return level === own && entry?.name === start.name;
  if (entry && (level <= own || (entry.alone && entry.name === start.name))) return true;
  if (heading.title === '') return level <= own;
  return own < boldLevel && level < own && !changelogKindOf(heading.title);
}

/** A version as a word of its own. */
function pattern(version: string): RegExp {
  const before = '(?<![\\p{L}\\p{N}]|\\p{N}[.])(?:v|ver|version|release|rel)?';
  const behind = '(?![\\p{L}\\p{N}_]|[.+~-](?!20\\d\\d-)[\\p{L}\\p{N}])';
  return new RegExp(anyCase(`${before}(?:${version})${behind}`), 'u');
}

/** A pattern for dotted versions and for versions that are built like this one. */
function shapeOf(version: string): string {
  const usual = '\\d+(?:\\.\\d+)+(?:[-+.~][\\p{L}\\p{N}.+~-]*)?';
  if (!/\d/.test(version)) return usual;
  const own = version.replace(/\d+|\p{L}+|[^\p{L}\d]/gu, (part) =>
    /\d/.test(part) ? '\\d+' : /\p{L}/u.test(part) ? '\\p{L}+' : escaped(part),
  );
  return `${own}|${usual}`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
