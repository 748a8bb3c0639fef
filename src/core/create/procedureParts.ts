import { hasAnchor } from '../index/anchors';
import { readBody } from '../model/parse/readBody';
import { fileLink } from '../model/parse/readLinks';
import type { RecordOf } from '../model/parse/record';
import type { FileLink, Heading } from '../model/parse/step';
import { applyEdits, type TextEdit } from '../model/text/edit';
import { LineMap } from '../model/text/lineMap';
import { baseName } from '../model/text/paths';
import { textRange } from '../model/text/range';
import { bareTitle } from '../model/vocabulary/sections';
import { movedAnchors, type OwnHeadings } from './movedAnchors';
import { encodedName, rebasedTarget } from './rebasedTarget';
import { htmlTargets } from './writtenTargets';

/** A procedure with its file, relative to the workspace. */
export interface SourceProcedure {
  readonly file: string;
  readonly record: RecordOf<'procedure'>;
}

/** The texts that a change copies from its procedure; either may be empty. */
interface ProcedureParts {
  readonly deployment: string;
  readonly checklist: string;
}

/** The heading of a checklist, in either language. */
const checklistTitle =
  /^(?:checklist|check list|lista de (?:comprobaci[oó]n|verificaci[oó]n|control|chequeo))(?![\p{L}\p{N}])/iu;

/**
 * The texts that a change copies from its procedure: the body with headings one level down, and the checklists, which
 * are top sections with steps whose heading begins with “Checklist” (`Lista de comprobación`, …). The title is left
 * out, all steps are open, and links are adapted to the new file.
 *
 * @param to path of the new record, relative to the workspace
 * @param around titles of the change's own headings
 */
export function procedureParts(
  { file, record }: SourceProcedure,
  to: string,
  around: OwnHeadings = { above: [], between: [] },
): ProcedureParts {
  const { lines, body, bodyStart } = record;
  const title = titleHeading(record);
  const headings = body.headings.filter((heading) => heading !== title);
  const top = Math.min(...headings.map(({ level }) => level));
  const shift = Math.max(1, 3 - top);
  const checklists = headings.filter((heading) => heading.level === top && isChecklist(heading, record));
  const edits: TextEdit[] = [];
  if (title)
    edits.push({ range: textRange(lines.startOf(title.line), endOfHeading(title, lines)), text: '' });
  // A heading “Checklist” repeats the change's own heading.
  const bare = checklists.filter((heading) => heading.section === 'checklist');
  for (const heading of headings) {
    const within = bare.find(({ line, endLine }) => heading.line >= line && heading.line < endLine);
    if (within === heading) edits.push(withoutHeading(heading, lines));
    else edits.push(...demoted(heading, within ? shift - 1 : shift, lines));
  }
  for (const { checked, box } of body.steps) if (checked) edits.push({ range: box, text: ' ' });
  const anchors = movedAnchors(body.headings, headings, checklists, bare, around);
  for (const link of linksOf(record)) edits.push(...rebasedLink(link, file, to, record, headings, anchors));
  const cut = (start: number, end: number): string => editedPart(lines.text, start, end, edits);
  const deployment: string[] = [];
  const checklist: string[] = [];
  let position = bodyStart;
  for (const heading of checklists) {
    const [start, end] = [lines.startOf(heading.line), lines.startOf(heading.endLine)];
    deployment.push(cut(position, start));
    checklist.push(cut(start, end));
    position = end;
  }
  deployment.push(cut(position, lines.text.length));
  return { deployment: joined(deployment), checklist: joined(checklist) };
}

/** A part of a text with the edits that begin in it. */
function editedPart(text: string, start: number, end: number, edits: readonly TextEdit[]): string {
  const inside = edits.filter(({ range }) => range.start >= start && range.start < end);
  const local = inside.map(({ range, text }) => ({
    range: textRange(range.start - start, range.end - start),
    text,
  }));
  return applyEdits(text.slice(start, end), local).text;
}

/** All links with their ranges, including those in HTML. */
function linksOf({ body, lines, bodyStart }: RecordOf<'procedure'>): FileLink[] {
  const html = htmlTargets(lines, bodyStart).flatMap(
    ({ start, end }) => fileLink(lines.text.slice(start, end), start, end) ?? [],
  );
  return [...body.links, ...html];
}

/** The heading that is the record's title: the only one of level 1, or the first one if it repeats the title. */
function titleHeading({ body, data }: RecordOf<'procedure'>): Heading | undefined {
  const [first] = body.headings;
  if (first?.level !== 1) return undefined;
  const only = body.headings.filter(({ level }) => level === 1).length === 1;
  return only || first.title === data.title ? first : undefined;
}

/** The text of a procedure without its title heading, which a change does not copy. */
export function untitledText(record: RecordOf<'procedure'>): string {
  const { lines } = record;
  const title = titleHeading(record);
  if (!title) return lines.text;
  const [start, end] = [lines.startOf(title.line), endOfHeading(title, lines)];
  return lines.text.slice(0, start) + lines.text.slice(end);
}

/** Whether a heading is that of a checklist: its title says so, and there are steps below it. */
function isChecklist(heading: Heading, { body }: RecordOf<'procedure'>): boolean {
  if (!checklistTitle.test(bareTitle(heading.title))) return false;
  return body.steps.some(({ line }) => line > heading.line && line < heading.endLine);
}

function withoutHeading(heading: Heading, lines: LineMap): TextEdit {
  return { range: textRange(lines.startOf(heading.line), endOfHeading(heading, lines)), text: '' };
}

const atx = /^( {0,3})#{1,6}/;

/** Moves a heading down, at most to level 6. An underlined heading can only have two levels, so it becomes `#`. */
function demoted(heading: Heading, shift: number, lines: LineMap): TextEdit[] {
  const level = Math.min(6, heading.level + shift);
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
  return level > heading.level ? [{ range: textRange(place), text: '#'.repeat(level - heading.level) }] : [];
}

/** The offset after a heading's lines: one line with `#`, else up to and including the underline. */
function endOfHeading({ line }: Heading, lines: LineMap): number {
  let last = line;
  if (!atx.test(lines.lineText(line)))
    while (last + 1 < lines.lineCount && !/^ {0,3}(?:=+|-+)\s*$/.test(lines.lineText(last))) last++;
  return last + 1 < lines.lineCount ? lines.startOf(last + 1) : lines.text.length;
}

function rebasedLink(
  link: FileLink,
  from: string,
  to: string,
  { lines }: RecordOf<'procedure'>,
  kept: readonly Heading[],
  anchors: ReadonlyMap<string, string>,
): TextEdit[] {
  const written = lines.text.slice(link.range.start, link.range.end);
  const [open, close] = written.startsWith('<') ? ['<', '>'] : ['', ''];
  const target = open ? written.slice(1, -1) : written;
  // A heading that is copied is in the change; any other target is still in the procedure.
  const anchor = link.path === '' ? anchors.get(link.fragment.toLowerCase()) : undefined;
  const gone = link.path === '' && anchor === undefined && !hasAnchor(link.fragment, kept, lines.text);
  const same = anchor === undefined || anchor === link.fragment.toLowerCase();
  const now = same ? target : target.replace(/#.*$/, `#${anchor}`);
  const text = `${open}${rebasedTarget((gone ? encodedName(baseName(from)) : '') + now, from, to)}${close}`;
  return text === written ? [] : [{ range: link.range, text }];
}

function joined(pieces: readonly string[]): string {
  const text = pieces
    .map((piece) => piece.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|\s+$/g, ''))
    .filter(Boolean)
    .join('\n\n');
  return text === '' ? '' : closed(text);
}

/** Closes code or a comment that the procedure leaves open, which would otherwise hide the sections of the change below. */
function closed(text: string): string {
  const fence = /^ {0,3}(`{3,}|~{3,})/gm;
  const marks = [...new Set([...text.matchAll(fence)].map((match) => match[1] ?? ''))];
  const closings = ['', ...marks.map((mark) => `\n${mark}`), '\n-->'];
  return text + (closings.find((closing) => isClosed(`${text}${closing}`)) ?? '');
}

function isClosed(text: string): boolean {
  const end = `${text}\n\n## End\n`;
  return readBody(new LineMap(end), 0).headings.at(-1)?.title === 'End';
}
