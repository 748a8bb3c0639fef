import { blockParser } from '../model/parse/blockParser';
import { normalised } from '../model/parse/readBody';
import type { Heading } from '../model/parse/step';
import { ownSectionTitled } from '../procedure/procedureSections';
import type { ReadSource } from './readSource';

/** A part of a file that became no part of a procedure's form: it stays as it is, as text. */
export interface UnplacedPart {
  /**
   * A table that looks like a checklist, boxes in HTML, a section without steps, a name of a
   * section that is no heading, or what hides the text below it.
   */
  readonly kind: 'table' | 'html' | 'section' | 'title' | 'unclosed';
  /** Its line, from 0. */
  readonly line: number;
  /** The title of a section, else its first line. */
  readonly text: string;
}

/** Cells that hold a box, and heads of tables that list steps. */
const cellBox = /\|[^|\n]*(?:\[[ xX]?\]|[☐☑☒□✅⬜])[^|\n]*(?:\||$)/mu;
const stepHead =
  /(?:^|\|)[ \t]*[*_]*(?:steps?|pasos?|tasks?|tareas?|actions?|acci[oó]n(?:es)?|done|hecho)[*_ \t]*(?:\||$)/iu;
const htmlBox = /<input\b[^>]{0,200}\btype\s*=\s*["']?checkbox/i;

/** A line in bold, and a title that HTML folds a part under. */
const boldLine = /^[ \t]*(?:\*\*([^*]+)\*\*|__([^_]+)__):?[ \t]*$/;
const summaryLine = /<summary>(.{1,200}?)<\/summary>/i;

/**
 * What of a text stays as text though somebody may have meant more.
 *
 * @param placed lines of the headings whose sections have a place
 * @param stepLines lines of steps, with and without a box, in their order
 * @param title the heading that is the title
 */
export function unplacedParts(
  { lines, body, foreign: { bodyStart } }: ReadSource,
  placed: ReadonlySet<number>,
  stepLines: readonly number[],
  title: Heading | undefined,
): UnplacedPart[] {
  const parts: UnplacedPart[] = sectionsWithoutSteps(body.headings, placed, stepLines, title);
  const firstLine = lines.lineAt(bodyStart);
  const add = (kind: UnplacedPart['kind'], line: number): void => {
    parts.push({ kind, line, text: lines.lineText(line).trim() });
  };
  const addTitle = (line: number, title: string): void => {
    const plain = title
      .replace(/<[^<>]*>|[*_]/g, '')
      .replace(/:$/, '')
      .trim();
    if (ownSectionTitled(plain)) parts.push({ kind: 'title', line, text: plain });
  };
  for (const { start } of body.prose()) {
    const [, one, other] = boldLine.exec(lines.lineText(lines.lineAt(start))) ?? [];
    addTitle(lines.lineAt(start), one ?? other ?? '');
  }
  const text = lines.text.slice(bodyStart);
  if (text.includes('|') || text.includes('<'))
    for (const { type, map } of blockParser().parse(normalised(text), {})) {
      if (!map) continue;
      const [from, to] = [firstLine + map[0], firstLine + map[1]];
      const source = (): string => lines.text.slice(lines.startOf(from), lines.startOf(to));
      if (type === 'table_open' && (stepHead.test(lines.lineText(from)) || cellBox.test(source())))
        add('table', from);
      if (type !== 'html_block' && type !== 'inline') continue;
      if (htmlBox.test(source())) add('html', from);
      for (let line = from; type === 'html_block' && line < to; line++)
        addTitle(line, summaryLine.exec(lines.lineText(line))?.[1] ?? '');
    }
  if (body.unclosed) add('unclosed', lines.lineAt(body.unclosed.start));
  return parts.sort((a, b) => a.line - b.line);
}

/** Sections with text and no step in or below them, the outermost of each. */
function sectionsWithoutSteps(
  headings: readonly Heading[],
  placed: ReadonlySet<number>,
  stepLines: readonly number[],
  own: Heading | undefined,
): UnplacedPart[] {
  const found: UnplacedPart[] = [];
  let next = 0;
  let end = 0;
  for (const heading of headings) {
    const { title, line, endLine, empty } = heading;
    while ((stepLines[next] ?? Number.POSITIVE_INFINITY) < line) next++;
    const holdsSteps = (stepLines[next] ?? Number.POSITIVE_INFINITY) < endLine;
    if (placed.has(line)) end = Math.max(end, endLine);
    if (line < end || holdsSteps || empty || heading === own) continue;
    found.push({ kind: 'section', line, text: title });
    end = endLine;
  }
  return found;
}
