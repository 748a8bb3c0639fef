import { strict as assert } from 'node:assert';
import type { ActedOn } from '../../../src/core/actions/action';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import type { ParsedRecord } from '../../../src/core/model/parse/record';
import { configOf, indexOf, MemoryFacts, testNow } from './memoryWorkspace';

/** A record of a text, to be acted on alone in its workspace. */
export function actedOn<R extends ParsedRecord>(
  text: string,
  takes: (record: ParsedRecord) => record is R,
): ActedOn<R> {
  const record = parseRecord(text);
  if (!record || !takes(record)) assert.fail('another record');
  const texts = new Map<string, string>();
  const { config } = configOf(texts);
  const input = {
    config,
    index: indexOf(texts),
    files: new MemoryFacts(texts),
    git: undefined,
    now: testNow,
  };
  return { record, file: 'record.md', input };
}
