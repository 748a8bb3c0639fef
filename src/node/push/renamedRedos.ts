import type { OwnTrailers } from '../../core/actions/redo/redo';
import { touchedByEdit } from '../../core/actions/touchedByEdit';
import { idEdit } from '../../core/create/movedId';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { applyEdits } from '../../core/model/text/edit';
import type { CommittedFile, FileRedo } from './fileRedo';

/**
 * The files of a commit that gave a record another id, where it did that and nothing else: at most one file has another
 * name, all differ in the ids alone, and no tick or decision in any of them. None of it is done again on what others
 * pushed, who may have named either record.
 *
 * @param textOf the text of a file before or after
 * @returns undefined where it is no such commit
 */
export function renamedRedos(
  files: readonly CommittedFile[],
  trailers: OwnTrailers,
  textOf: (file: CommittedFile, side: 0 | 1) => string | undefined,
): FileRedo[] | undefined {
  const [id, was] = [trailers.get('Record') ?? '', trailers.get('Was') ?? ''];
  const [left, came] = ['D', 'A'].map((letter) => files.filter((file) => file.letter === letter));
  if (id === '' || was === '' || left?.length !== came?.length || (left?.length ?? 0) > 1) return undefined;
  const changed = files.filter(({ letter }) => letter !== 'A');
  const pairs = changed.map((file) => {
    const after = file.letter === 'D' && came?.[0] ? came[0] : file;
    return [textOf(file, 0), textOf(after, 1)] as const;
  });
  const renamed = pairs.filter(([before, after]) => isRenamed(before, after, was, id));
  const others = pairs.filter((pair) => !renamed.includes(pair));
  if (renamed.length !== 1 || !others.every(([before, after]) => isNaming(before, after, was, id)))
    return undefined;
  const redo = () => ({ refusal: { code: 'idMoved', args: {} } }) as const;
  // What is still there under its old name says first why not.
  return [...changed, ...(came ?? [])].map((file) => ({ file, after: textOf(file, 1) ?? '', redo }));
}

/** Whether a record differs by nothing but its id, and by what its text says of that. */
function isRenamed(before: string | undefined, after: string | undefined, was: string, id: string): boolean {
  if (before === undefined || after === undefined) return false;
  const [old, now] = [before, after].map((text) => parseRecord(text, { expected: true }));
  const edit = now && idEdit(now, was);
  const isTheirs = old?.data.id === was && now?.data.id === id;
  return isTheirs && edit !== undefined && isNaming(before, applyEdits(after, [edit]).text, was, id);
}

function isNaming(before: string | undefined, after: string | undefined, was: string, id: string): boolean {
  if (before === undefined || after === undefined) return false;
  const same = before.replaceAll(id, was) === after.replaceAll(id, was);
  const isPlain = parseRecord(before) === undefined && parseRecord(after) === undefined;
  return same && (isPlain || touchedByEdit(before, after) === undefined);
}
