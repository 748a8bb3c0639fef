import { plainBodyStart } from '../model/parse/readFrontMatter';
import { applyEdits } from '../model/text/edit';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import type { Adoption } from './adoption';
import type { AdoptRefusal } from './adoptRefusals';
import { missingBoxes } from './missingBoxes';
import { readSource } from './readSource';

/**
 * What an earlier run made of the same text, so that none is adopted twice: it is said where it is. Where it was made
 * without boxes and they are wished for now, it gets them.
 */
export function adoptedAlready(
  planned: Adoption,
  { index, files }: Pick<WorkspaceCheckInput, 'index' | 'files'>,
): Adoption | AdoptRefusal | undefined {
  const wanted = bodyOf(planned.text);
  for (const { file, summary } of index.all()) {
    const { type, id } = summary;
    if (type !== 'procedure' || id === undefined) continue;
    const before = files.text(file);
    if (before === undefined) continue;
    if (bodyOf(before) === wanted) return { refused: 'adopted', args: { id, file } };
    if (!planned.boxesAdded) continue;
    const { lines, body } = readSource({ file, text: before });
    const edits = missingBoxes(lines, body).map(({ edit }) => edit);
    const text = applyEdits(before, edits).text;
    if (bodyOf(text) === wanted) return { ...planned, id, file, text, edits, before };
  }
  return undefined;
}

function bodyOf(text: string): string {
  return text.slice(plainBodyStart(text));
}
