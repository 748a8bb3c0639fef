import type { ActedOn } from '../../core/actions/action';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { inputOf } from '../../node/checkWorkspace';
import { readText } from '../../node/readText';
import type { NamedRecord } from './namedRecord';

/** The record that a call names as its file stands, to be acted on; undefined where it can no longer be read as one. */
export function actedOn({ path, entry, workspace }: NamedRecord): ActedOn | undefined {
  const { text, options } = readText(path, workspace.root);
  const record = parseRecord(text, { ...options, expected: true });
  return record && { record, file: entry.file, input: inputOf(workspace) };
}
