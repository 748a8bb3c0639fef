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

/** What a change takes over from its procedure; a part without anything is empty. */
export interface ProcedureParts {
  readonly deployment: string;
  readonly checklist: string;
}

/** A section of its own whose heading says that it is a checklist, in either language. */
const checklistTitle =
  /^(?:checklist|check list|lista de (?:comprobaci[oó]n|verificaci[oó]n|control|chequeo))(?![\p{L}\p{N}])/iu;

/**
 * What a change made from a procedure takes over: its text with headings one level down, and its checklists, which are
 * its top sections with steps whose heading begins with “Checklist” (`Lista de comprobación`, …). The title goes, steps
 * are open, links lead from the new place to where they led.
 *
 * @param to path of the new record, relative to the workspace
 * @param around titles of the record's own headings: those above what is taken over, and those before its checklists
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
  // “Checklist” alone says what the change's own heading says.
  const bare = checklists.filter((heading) => heading.section === 'checklist');
  for (const heading of headings) {
    const within = bare.find(({ line, endLine }) => heading.line >= line && heading.line < endLine);
    if (within === heading) edits.push(withoutHeading(heading, lines));
    else edits.push(...demoted(heading, within ? shift - 1 : shift, lines));
  }
  for (const { checked, box } of body.steps) if (checked) edits.push({ range: box, text: ' ' });
  const anchors = movedAnchors(body.headings, headings, checklists, bare, around);
  for (const link of linksOf(record)) edits.push(...rebasedLink(link, file, to, record, headings, anchors));
  const cut = (start: number, end: number): string => {
    const inside = edits.filter(({ range }) => range.start >= start && range.start < end);
    const local = inside.map(({ range, text }) => ({
      range: textRange(range.start - start, range.end - start),
      text,
    }));
    return applyEdits(lines.text.slice(start, end), local).text;
  };
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

/** Every link with its place, those of HTML as well. */
function linksOf({ body, lines, bodyStart }: RecordOf<'procedure'>): FileLink[] {
  const html = htmlTargets(lines, bodyStart).flatMap(
    ({ start, end }) => fileLink(lines.text.slice(start, end), start, end) ?? [],
  );
  return [...body.links, ...html];
}

/** The heading that is the record's title: the only top heading, or the first where it says the title once more. */
function titleHeading({ body, data }: RecordOf<'procedure'>): Heading | undefined {
  const [first] = body.headings;
  if (first?.level !== 1) return undefined;
  const only = body.headings.filter(({ level }) => level === 1).length === 1;
  return only || first.title === data.title ? first : undefined;
}

/** The text of a procedure without its title, which no change takes over. */
export function untitledText(record: RecordOf<'procedure'>): string {
  const { lines } = record;
  const title = titleHeading(record);
  if (!title) return lines.text;
  const [start, end] = [lines.startOf(title.line), endOfHeading(title, lines)];
  return lines.text.slice(0, start) + lines.text.slice(end);
}

/** A heading without steps below it names no checklist, whatever it says. */
function isChecklist(heading: Heading, { body }: RecordOf<'procedure'>): boolean {
  if (!checklistTitle.test(bareTitle(heading.title))) return false;
  return body.steps.some(({ line }) => line > heading.line && line < heading.endLine);
}

function withoutHeading(heading: Heading, lines: LineMap): TextEdit {
  return { range: textRange(lines.startOf(heading.line), endOfHeading(heading, lines)), text: '' };
}

const atx = /^( {0,3})#{1,6}/;

/** Levels end at six. A heading that is underlined has only two of them, so it gets signs instead. */
function demoted(heading: Heading, shift: number, lines: LineMap): TextEdit[] {
  const level = Math.min(6, heading.level + shift);
  const start = lines.startOf(heading.line);
  const signs = atx.exec(lines.lineText(heading.line));
  if (!signs) {
    const [end, ownEnd] = [endOfHeading(heading, lines), lines.endOf(heading.line)];
    const isOne = lines.lineText(heading.line).trim() === heading.title;
    const line = `${'#'.repeat(level)} `;
    // Its text stays, with the links in it, unless it goes over several lines.
    if (!isOne) return [{ range: textRange(start, end), text: `${line}${heading.title}\n` }];
    return [
      { range: textRange(start), text: line },
      { range: textRange(ownEnd, end), text: '\n' },
    ];
  }
  const place = start + (signs[1]?.length ?? 0);
  return level > heading.level ? [{ range: textRange(place), text: '#'.repeat(level - heading.level) }] : [];
}

/** Where the lines of a heading end: one with signs has one, an underlined one ends below its underline. */
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
  // A heading that is taken over is a heading of the change; any other place is still in the procedure.
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

/** Code or a comment that the procedure leaves open to its end must not swallow what stands below it in the change. */
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
