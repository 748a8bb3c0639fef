import { globTest } from '../config/globs';
import { idTestOf } from '../config/workspaceConfig';
import { parseRecord } from '../model/parse/parseRecord';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { type AdoptRefusal, endingRefusal } from './adoptRefusals';
import type { ReadSource } from './readSource';

/** Folders in which a record would never be found. */
const holdsNone = /(?:^|\/)(?:\.changebook|node_modules)\//i;

/** Why a file cannot become a procedure, whatever that would be called. */
export function sourceRefusal(
  { file, text, lines, foreign }: ReadSource,
  inPlace: boolean,
  { config }: Pick<WorkspaceCheckInput, 'config'>,
): AdoptRefusal | undefined {
  const ending = endingRefusal(file, inPlace);
  if (ending) return ending;
  if (/(?:^|\/)\.git\//i.test(file) || (inPlace && holdsNone.test(file))) return { refused: 'folder' };
  const record = parseRecord(text, { file, isId: idTestOf(config) });
  if (record) return { refused: 'isRecord', args: { id: record.data.id ?? record.type } };
  if (lines.text.slice(foreign.bodyStart).trim() === '') return { refused: 'empty' };
  if (!inPlace) return undefined;
  if (foreign.kind === 'unread') return { refused: 'unreadFrontMatter' };
  const keys = foreign.keys.filter((name) => /^(?:id|type|tipo)$/i.test(name));
  if (keys.length > 0) return foreignFields(keys);
  return config.data.records && !globTest(config.data.records)(file) ? { refused: 'leftOut' } : undefined;
}

/** What is said of front matter in which a record cannot begin. */
export function foreignFields(keys: readonly string[]): AdoptRefusal {
  return { refused: 'foreignFields', args: { keys: keys.map((key) => key.slice(0, 40)).join(', ') } };
}
