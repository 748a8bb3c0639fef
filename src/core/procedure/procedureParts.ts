import type { RecordOf } from '../model/parse/record';
import type { Heading } from '../model/parse/step';
import { applyEdits, type TextEdit } from '../model/text/edit';
import type { LineMap } from '../model/text/lineMap';
import { textRange } from '../model/text/range';
import { joinedText } from './closedText';
import { movedAnchors, type PlacedHeading } from './movedAnchors';
import { movedLinks } from './movedLinks';
import {
  type SourceProcedure,
  type TakenName,
  type TakenSection,
  titleHeading,
  untitledHeadings,
} from './takenSections';

/** The texts that a change takes over from its procedure, by the sections of the change. */
export type ProcedureParts = { readonly [name in TakenName]?: string };

/**
 * The texts that a change takes over from its procedure: the body with headings one level down, and what belongs to
 * other sections of the change. The title is left out, all steps are open, and links are adapted to the new file.
 *
 * @param to path of the new record, relative to the workspace
 * @param own titles of the change's own headings, in order
 */
export function procedureParts(
  source: SourceProcedure,
  to: string,
  taken: readonly TakenSection[],
  own: readonly OwnHeading[],
): ProcedureParts {
  const { record } = source;
  const { lines, bodyStart } = record;
  const edits = partEdits(source, to, taken, own);
  const cut = (start: number, end: number): string => editedPart(lines.text, start, end, edits);
  const pieces = new Map<TakenName, string[]>();
  const add = (name: TakenName, text: string): void => {
    pieces.set(name, [...(pieces.get(name) ?? []), text]);
  };
  let position = bodyStart;
  for (const { heading, name } of taken) {
    const [start, end] = [lines.startOf(heading.line), lines.startOf(heading.endLine)];
    add('deployment', cut(position, start));
    add(name, cut(start, end));
    position = end;
  }
  add('deployment', cut(position, lines.text.length));
  return Object.fromEntries([...pieces].map(([name, texts]) => [name, joinedText(texts)]));
}

/** A heading of the change itself, with the section whose text from the procedure stands below it. */
export interface OwnHeading {
  readonly title: string;
  readonly name?: TakenName;
}

function partEdits(
  source: SourceProcedure,
  to: string,
  taken: readonly TakenSection[],
  own: readonly OwnHeading[],
): TextEdit[] {
  const { record } = source;
  const { lines, body } = record;
  const title = titleHeading(record);
  const headings = untitledHeadings(record);
  const shift = Math.max(1, 3 - Math.min(...headings.map(({ level }) => level)));
  const edits: TextEdit[] = [];
  if (title) edits.push(withoutHeading(title, lines));
  const sectionOf = ({ line }: Heading): TakenSection | undefined =>
    taken.find(({ heading }) => line >= heading.line && line < heading.endLine);
  for (const heading of headings) {
    const within = sectionOf(heading);
    if (within?.bare && within.heading === heading) edits.push(withoutHeading(heading, lines));
    else {
      const down = within ? (within.bare ? 2 : 3) - within.heading.level : shift;
      edits.push(...relevelled(heading, down, lines));
    }
  }
  for (const { checked, box } of body.steps) if (checked) edits.push({ range: box, text: ' ' });
  const anchors = movedAnchors(body.headings, placedHeadings(headings, own, sectionOf));
  return [...edits, ...movedLinks(source, to, headings, anchors)];
}

/** The headings of the change in order: its own ones, and below each those that it takes over. */
function placedHeadings(
  headings: readonly Heading[],
  own: readonly OwnHeading[],
  sectionOf: (heading: Heading) => TakenSection | undefined,
): PlacedHeading[] {
  const nameOf = (heading: Heading): TakenName => sectionOf(heading)?.name ?? 'deployment';
  const isBare = (heading: Heading): boolean => {
    const within = sectionOf(heading);
    return within?.bare === true && within.heading === heading;
  };
  return own.flatMap(({ title, name }) => {
    const below = headings.filter((heading) => nameOf(heading) === name);
    return [
      { title, from: below.filter(isBare) },
      ...below
        .filter((heading) => !isBare(heading))
        .map((heading) => ({ title: heading.title, from: [heading] })),
    ];
  });
}

/** A part of a text with the edits that begin in it. */
export function editedPart(text: string, start: number, end: number, edits: readonly TextEdit[]): string {
  const inside = edits.filter(({ range }) => range.start >= start && range.start < end);
  const local = inside.map(({ range, text }) => ({
    range: textRange(range.start - start, range.end - start),
    text,
  }));
  return applyEdits(text.slice(start, end), local).text;
}

/** The text of a procedure without its title heading, which a change does not copy. */
export function untitledText(record: RecordOf<'procedure'>): string {
  const { lines } = record;
  const title = titleHeading(record);
  if (!title) return lines.text;
  const [start, end] = [lines.startOf(title.line), endOfHeading(title, lines)];
  return lines.text.slice(0, start) + lines.text.slice(end);
}

function withoutHeading(heading: Heading, lines: LineMap): TextEdit {
  return { range: textRange(lines.startOf(heading.line), endOfHeading(heading, lines)), text: '' };
}

const atx = /^( {0,3})#{1,6}/;

/** Moves a heading down or up, at most to level 6. An underlined heading can only have two levels, so it becomes `#`. */
export function relevelled(heading: Heading, down: number, lines: LineMap): TextEdit[] {
  const level = Math.min(6, Math.max(1, heading.level + down));
  const start = lines.startOf(heading.line);
  const signs = atx.exec(lines.lineText(heading.line));
  if (!signs) {
    const [end, ownEnd] = [endOfHeading(heading, lines), lines.endOf(heading.line)];
    const isOne = lines.lineText(heading.line).trim() === heading.title;
    const line = `${'#'.repeat(level)} `;
    // The text of a heading on one line stays, so that links in it can be edited.
    if (!isOne) return [{ range: textRange(start, end), text: `${line}${heading.title}\n` }];
    return [
      { range: textRange(start), text: line },
      { range: textRange(ownEnd, end), text: '\n' },
    ];
  }
  const place = start + (signs[1]?.length ?? 0);
  if (level < heading.level) return [{ range: textRange(place, place + heading.level - level), text: '' }];
  return level > heading.level ? [{ range: textRange(place), text: '#'.repeat(level - heading.level) }] : [];
}

/** The offset after a heading's lines: one line with `#`, else up to and including the underline. */
function endOfHeading({ line }: Heading, lines: LineMap): number {
  let last = line;
  if (!atx.test(lines.lineText(line)))
    while (last + 1 < lines.lineCount && !/^ {0,3}(?:=+|-+)\s*$/.test(lines.lineText(last))) last++;
  return last + 1 < lines.lineCount ? lines.startOf(last + 1) : lines.text.length;
}
