import type { TextRange } from '../model/text/range';
import { checklistRuns } from './checklistRuns';
import type { DocumentPart } from './documentPart';
import { documentParts } from './documentParts';
import type { LanguageKind } from './yamlPart';

/** Lines that fold under the first of them, both from 0. */
export interface Fold {
  readonly start: number;
  readonly end: number;
}

/**
 * What folds: the front matter, each field and item of several lines (an approval with its digest), each section, each
 * checklist, and each step that goes on in a second line.
 */
export function foldsIn(text: string, kind: LanguageKind): Fold[] {
  const { lines, parts } = documentParts(text, kind, 'en');
  const folds: Fold[] = [];
  const add = ({ start, end }: TextRange): void => {
    const [first, last] = [lines.lineAt(start), lines.lineAt(Math.max(start, end - 1))];
    if (last > first) folds.push({ start: first, end: last });
  };
  const visit = (part: DocumentPart): void => {
    add(part.range);
    for (const run of checklistRuns(part, lines)) add(run);
    for (const child of part.children) visit(child);
  };
  for (const part of parts) visit(part);
  return folds;
}
