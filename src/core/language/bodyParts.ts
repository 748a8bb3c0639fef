import type { Body, Heading, Step } from '../model/parse/step';
import { stepTextRange } from '../model/parse/step';
import type { LineMap } from '../model/text/lineMap';
import type { Language, Localized } from '../model/text/localized';
import { textRange } from '../model/text/range';
import type { DocumentPart } from './documentPart';
import { oneLine } from './plainText';
import { stepFacts } from './stepFacts';

const words = {
  ticked: { en: 'ticked', es: 'marcado' },
  skipped: { en: 'not applicable', es: 'no aplicable' },
} satisfies { readonly [word: string]: Localized };

/** A link of a step; beside others only its text is of interest. */
const link = /!?\[([^[\]]*)\]\([^()]*\)/g;

/** The steps of a body by their lines, to find those of many sections without looking at all of them each time. */
class StepsByLine {
  /** How many of the steps before each are settled. */
  private readonly settled: readonly number[];

  constructor(readonly steps: readonly Step[]) {
    let count = 0;
    this.settled = [0, ...steps.map(({ checked, applicable }) => (checked || !applicable ? ++count : count))];
  }

  between(first: number, end: number): readonly Step[] {
    return this.steps.slice(this.indexAt(first), this.indexAt(end));
  }

  /** How many there are between two lines, and how many of them are settled. */
  progress(first: number, end: number): { readonly all: number; readonly settled: number } {
    const [from, to] = [this.indexAt(first), this.indexAt(end)];
    return { all: to - from, settled: (this.settled[to] ?? 0) - (this.settled[from] ?? 0) };
  }

  /** The first step on a line or below it. */
  private indexAt(line: number): number {
    let [low, high] = [0, this.steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.steps[middle]?.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The sections of a body by their levels, each with its steps; what stands above the first heading comes first. */
export function bodyParts(lines: LineMap, body: Body, language: Language): DocumentPart[] {
  const { headings } = body;
  const steps = new StepsByLine(body.steps);
  const lineOf = (at: number): number => headings[at]?.line ?? Number.POSITIVE_INFINITY;
  const stepsBelow = (first: number, end: number): DocumentPart[] =>
    steps.between(first, end).map((step) => stepPart(step, lines.text, language));
  const sectionsOf = (from: number, to: number): DocumentPart[] => {
    const found: DocumentPart[] = [];
    for (let at = from; at < to; ) {
      const heading = headings[at];
      if (!heading) break;
      let next = at + 1;
      while (next < to && lineOf(next) < heading.endLine) next++;
      const children = [...stepsBelow(heading.line, lineOf(at + 1)), ...sectionsOf(at + 1, next)];
      found.push({ ...sectionPart(heading, lines, steps), children });
      at = next;
    }
    return found;
  };
  return [...stepsBelow(0, lineOf(0)), ...sectionsOf(0, headings.length)];
}

/** A section tells how many of the steps in it are settled. */
function sectionPart(heading: Heading, lines: LineMap, steps: StepsByLine): Omit<DocumentPart, 'children'> {
  const { all, settled } = steps.progress(heading.line, heading.endLine);
  const start = lines.startOf(heading.line);
  // Blank lines at its end belong to no part.
  const end = endOfText(lines.text, start, lines.startOf(heading.endLine));
  const below = lines.startOf(lines.lineAt(heading.range.end) + 1);
  const content = firstOfText(lines.text, below, end);
  return {
    kind: 'section',
    name: oneLine(heading.title) || '#'.repeat(heading.level),
    detail: all > 0 ? `${settled}/${all}` : '',
    range: textRange(start, Math.max(end, heading.range.end)),
    nameRange: heading.range,
    ...(content < end ? { content: textRange(content, end) } : {}),
  };
}

/** Where the text before `to` ends, without the blanks there. */
function endOfText(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

function firstOfText(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && /\s/.test(text[start] ?? '')) start++;
  return start;
}

function stepPart(step: Step, text: string, language: Language): DocumentPart {
  const state = step.applicable ? (step.checked ? words.ticked : undefined) : words.skipped;
  const facts = stepFacts(step, state === undefined, language);
  return {
    kind: 'step',
    name: oneLine(step.text.replace(link, '$1')) || '[ ]',
    detail: [...(state ? [state[language]] : []), ...facts].join(' · '),
    range: textRange(text.lastIndexOf('\n', step.range.start - 1) + 1, step.range.end),
    nameRange: stepTextRange(step, text),
    children: [],
  };
}
