import { configFolder } from '../../config/configFiles';
import { customerKey } from '../../config/customerKey';
import type { WorkspaceConfig } from '../../config/workspaceConfig';
import { decoded } from '../../model/parse/readLinks';
import type { TextEdit } from '../../model/text/edit';
import { baseName, resolvePath } from '../../model/text/paths';
import { encodedName } from '../../procedure/rebasedTarget';
import type { Mention } from '../mentions/mention';
import { isByKey } from './isByKey';

/** A file that gets another path in the workspace. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/**
 * The file that is called as the thing is, and gets its new name: a record's where its name begins with the id, a customer's
 * where the key is renamed.
 *
 * @param files those of the record, or of the configuration
 */
export function movedFile(
  mention: Mention,
  name: string,
  files: readonly string[],
  config: WorkspaceConfig,
): FileMove | undefined {
  if (mention.kind === 'record')
    return files.map((file) => movedRecord(file, mention.key, name)).find(Boolean);
  if (!isByKey(mention, config)) return undefined;
  const from = files.find(
    (file) => file.startsWith(`${configFolder}/customers/`) && customerKey(file) === mention.key,
  );
  const to = from?.replace(/[^/]*(\.ya?ml)$/, (_whole, end: string) => `${name}${end}`);
  return from === undefined || to === undefined || to === from ? undefined : { from, to };
}

function movedRecord(file: string, id: string, name: string): FileMove | undefined {
  const own = baseName(file);
  const begins =
    own.toLowerCase().startsWith(id.toLowerCase()) && !/^[\p{L}\p{N}_]/u.test(own.slice(id.length));
  if (!begins) return undefined;
  const to = `${file.slice(0, file.length - own.length)}${likeWritten(own.slice(0, id.length), name)}${own.slice(id.length)}`;
  return to === file ? undefined : { from: file, to };
}

/** The edit after which a path leads to the file that moved within its folder; none of a path to another file. */
export function pathEdits({ range, written }: Mention, file: string, move: FileMove | undefined): TextEdit[] {
  if (!move || resolvePath(file, decoded(written)) !== move.from) return [];
  const folder = written.slice(0, written.lastIndexOf('/') + 1);
  return [{ range, text: `${folder}${encodedName(baseName(move.to))}` }];
}

/** A name in small letters where the old one is so. */
export function likeWritten(written: string, name: string): string {
  return written !== written.toUpperCase() && written === written.toLowerCase() ? name.toLowerCase() : name;
}
