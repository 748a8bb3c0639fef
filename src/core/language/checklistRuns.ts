import type { LineMap } from '../model/text/lineMap';
import { type TextRange, textRange } from '../model/text/range';
import type { DocumentPart } from './documentPart';

/** A line that begins a new paragraph on the margin, so that the list above it has ended. */
const margin = /^(?![-*+][ \t]|\d{1,9}[.)][ \t])\S/m;

/** The checklists of a section: runs of at least two steps without other text on the margin between them. */
export function checklistRuns({ children }: DocumentPart, { text }: LineMap): TextRange[] {
  const runs: DocumentPart[][] = [];
  let before: DocumentPart | undefined;
  for (const step of children) {
    if (step.kind !== 'step') continue;
    if (before && !margin.test(text.slice(before.range.end, step.range.start))) runs.at(-1)?.push(step);
    else runs.push([step]);
    before = step;
  }
  return runs.flatMap((steps) => {
    const [first, last] = [steps[0], steps.at(-1)];
    return first && last && first !== last ? [textRange(first.range.start, last.range.end)] : [];
  });
}
