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

/** The sections of a body by their levels, each with its steps; what stands above the first heading comes first. */
export function bodyParts(lines: LineMap, { headings, steps }: Body, language: Language): DocumentPart[] {
  const below = (first: number, end: number): DocumentPart[] =>
    steps
      .filter(({ line }) => line >= first && line < end)
      .map((step) => stepPart(step, lines.text, language));
  const sectionsOf = (from: number, to: number): DocumentPart[] => {
    const found: DocumentPart[] = [];
    for (let at = from; at < to; ) {
      const heading = headings[at];
      if (!heading) break;
      let next = at + 1;
      while (next < to && (headings[next]?.line ?? 0) < heading.endLine) next++;
      const own = below(heading.line, headings[at + 1]?.line ?? Number.POSITIVE_INFINITY);
      const children = [...own, ...sectionsOf(at + 1, next)];
      found.push({ ...sectionPart(heading, lines, steps), children });
      at = next;
    }
    return found;
  };
  return [...below(0, headings[0]?.line ?? Number.POSITIVE_INFINITY), ...sectionsOf(0, headings.length)];
}

/** A section tells how many of the steps in it are settled. */
function sectionPart(
  heading: Heading,
  lines: LineMap,
  steps: readonly Step[],
): Omit<DocumentPart, 'children'> {
  const own = steps.filter(({ line }) => line > heading.line && line < heading.endLine);
  const settled = own.filter(({ checked, applicable }) => checked || !applicable).length;
  const start = lines.startOf(heading.line);
  // Blank lines at its end belong to no part.
  const end = start + lines.text.slice(start, lines.startOf(heading.endLine)).trimEnd().length;
  const below = lines.startOf(lines.lineAt(heading.range.end) + 1);
  const blank = lines.text.slice(below, end).search(/\S/);
  const content = blank < 0 ? end : below + blank;
  return {
    kind: 'section',
    name: oneLine(heading.title) || '#'.repeat(heading.level),
    detail: own.length > 0 ? `${settled}/${own.length}` : '',
    range: textRange(start, Math.max(end, heading.range.end)),
    nameRange: heading.range,
    ...(content < end ? { content: textRange(content, end) } : {}),
  };
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
