import type { LineMap } from '../text/lineMap';
import { type TextRange, textRange } from '../text/range';
import { sectionTitled } from '../vocabulary/sections';
import { type Heading, readStepText, type Step } from './step';

const taskBox = /^\[([ \t\nxX])\](?=[ \t]+[\s\S]|\n)/;

/** The character in the box that the text of a list item begins with; undefined where it begins with none. */
export function boxOf(content: string): string | undefined {
  return content.startsWith('[') ? taskBox.exec(content)?.[1] : undefined;
}

type OpenHeading = { -readonly [K in keyof Heading]: Heading[K] };

/** Puts the structure of a body together from its blocks, which are told in the order of the text. */
export class BodyBuilder {
  readonly steps: Step[] = [];
  private readonly headings: OpenHeading[] = [];
  private readonly contentLines: number[] = [];
  private open: OpenHeading[] = [];
  /** Their titles, which all steps below them share. */
  private path: readonly string[] = [];
  /** Headings with a section's own name, and headings with a synonym. */
  private readonly named: OpenHeading[] = [];
  private readonly synonymous: OpenHeading[] = [];

  constructor(private readonly lines: LineMap) {}

  /**
   * A heading at the top level.
   *
   * @param title its text on one line
   * @param range the place of its text, or of its first line
   */
  heading(level: number, line: number, title: string, range: TextRange): void {
    // The record's title names no section, so its key need not be computed and cached.
    const named = level === 1 && this.headings.length === 0 ? undefined : sectionTitled(title);
    const section = named?.name;
    while (this.open.length > 0 && (this.open.at(-1)?.level ?? 0) >= level) {
      const closed = this.open.pop();
      if (closed) closed.endLine = line;
    }
    const heading: OpenHeading = { level, title, section, range, line, endLine: line, empty: true };
    this.headings.push(heading);
    this.open.push(heading);
    this.path = this.open.map(({ title }) => title);
    if (named) (named.own ? this.named : this.synonymous).push(heading);
  }

  /** A line on which a block at the top level begins that shows something. */
  content(line: number): void {
    this.contentLines.push(line);
  }

  /** A list item with a box, as its first paragraph says it. */
  step(content: string, checkedBy: string, range: TextRange, line: number): void {
    this.steps.push({
      range,
      box: textRange(range.start + 1, range.start + 2),
      line,
      checked: checkedBy === 'x' || checkedBy === 'X',
      path: this.path,
      ...readStepText(content.slice(3)),
    });
  }

  /** All headings, once everything is told. */
  finish(): Heading[] {
    const end = this.lines.lineCount;
    for (const heading of this.open) heading.endLine = end;
    // Where a heading has the section's own name, a synonym beside it is another section.
    for (const heading of this.synonymous)
      if (this.named.some(({ section, level }) => section === heading.section && level === heading.level))
        heading.section = undefined;
    // Blocks and headings are both in order, so one pass from the bottom finds the first block below each heading.
    let below = Number.POSITIVE_INFINITY;
    let next = this.contentLines.length - 1;
    for (let index = this.headings.length - 1; index >= 0; index--) {
      const heading = this.headings[index];
      if (!heading) continue;
      for (; next >= 0 && (this.contentLines[next] ?? 0) > heading.line; next--)
        below = this.contentLines[next] ?? 0;
      heading.empty = below >= heading.endLine;
    }
    return this.headings;
  }
}
