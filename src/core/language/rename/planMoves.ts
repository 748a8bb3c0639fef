import { configTypeOf } from '../../config/configFiles';
import { readConfigFile, scalarAt } from '../../config/readConfigFile';
import { type Located, locate } from '../../model/parse/located';
import { parseRecord } from '../../model/parse/parseRecord';
import { fileLink } from '../../model/parse/readLinks';
import type { TextEdit } from '../../model/text/edit';
import { resolvePath } from '../../model/text/paths';
import { type TextRange, textRange } from '../../model/text/range';
import { writtenLinks } from '../mentions/writtenLinks';
import type { FileMove } from './movedFile';
import { relativePath } from './relativePath';
import type { RenameInput } from './renamable';

/** The files whose text may have to change when files or folders move: those that link to them, and they themselves. */
export function filesTouchedBy(
  moves: readonly FileMove[],
  { index, configFiles }: Pick<RenameInput, 'index' | 'configFiles'>,
): readonly string[] {
  const moved = (path: string | undefined): boolean => path !== undefined && placeAfter(path, moves) !== path;
  const records = [...index.allKeys()].flatMap(([file, { links }]) =>
    moved(file) || links.some(({ path }) => moved(path)) ? [file] : [],
  );
  const users = configFiles.filter((file) => configTypeOf(file) === 'customer');
  return [...records, ...users];
}

/**
 * Edits after which everything leads to where it led, wherever files and folders have gone.
 *
 * @param texts by the paths that files have before
 */
export function planMoves(
  moves: readonly FileMove[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, readonly TextEdit[]>();
  for (const [file, text] of texts) {
    const own =
      configTypeOf(file) === 'customer' ? usersEdits(file, text, moves) : linkEdits(file, text, moves);
    if (own.length > 0) edits.set(file, own);
  }
  return edits;
}

/** Where a path leads after files and folders have moved. */
function placeAfter(path: string, moves: readonly FileMove[]): string {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return `${to}${path.slice(from.length)}`;
  }
  return path;
}

function linkEdits(file: string, text: string, moves: readonly FileMove[]): TextEdit[] {
  const record = parseRecord(text, { expected: true, file });
  if (!record) return [];
  const listed = (locate(record.located, ['links'])?.items ?? []).flatMap((item) => urlRange(item, text));
  const ranges = [...listed, ...writtenLinks(record).map(({ range }) => range)];
  return ranges.flatMap((range) => movedTarget(file, text, range, moves));
}

/** The address in an item of the field `links`, without its quotes. */
function urlRange(item: Located, text: string): TextRange[] {
  const node = locate(item, ['url'])?.node;
  if (node?.kind !== 'scalar' || node.style === 'block') return [];
  const { start, end } = node.range;
  const quote = /^["']/.test(text.slice(start, end)) ? 1 : 0;
  return [textRange(start + quote, end - quote)];
}

function movedTarget(
  file: string,
  text: string,
  { start, end }: TextRange,
  moves: readonly FileMove[],
): TextEdit[] {
  const angle = text[start] === '<' ? 1 : 0;
  const range = textRange(start + angle, end - angle);
  const written = text.slice(range.start, range.end);
  const link = fileLink(written, range.start, range.end);
  const target = link && link.path !== '' ? resolvePath(file, link.path) : undefined;
  if (target === undefined) return [];
  const [home, goal] = [placeAfter(file, moves), placeAfter(target, moves)];
  if (home === file && goal === target) return [];
  const [, path = '', tail = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
  const now = relativePath(home, goal, path) + tail;
  return now === written ? [] : [{ range, text: now }];
}

/** The file of a customer's end users is named from the top of the workspace. */
function usersEdits(file: string, text: string, moves: readonly FileMove[]): TextEdit[] {
  const named = scalarAt(readConfigFile('customer', file, text), ['end_users']);
  const now = named && placeAfter(named.value, moves);
  if (!named || now === undefined || now === named.value) return [];
  return [{ range: named.range, text: JSON.stringify(now) }];
}
