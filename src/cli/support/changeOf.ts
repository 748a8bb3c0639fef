import { parseRecord } from '../../core/model/parse/parseRecord';
import type { RecordOf } from '../../core/model/parse/record';
import { readText } from '../../node/readText';
import { say } from './command';
import { UsageError } from './io';
import type { NamedRecord } from './namedRecord';

/** Reads the change that a call names, or says that it is none. */
export function changeOf(
  { path, language, entry, workspace }: NamedRecord,
  target: string,
): RecordOf<'change'> {
  const { text, options } = readText(path, workspace.root);
  const expected = entry.summary.type === 'change';
  const record = parseRecord(text, { ...options, expected });
  if (record?.type !== 'change') throw new UsageError(say(language, 'notAChange', { id: target }));
  return record;
}
