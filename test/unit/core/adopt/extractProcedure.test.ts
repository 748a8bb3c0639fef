import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { extractProcedure } from '../../../../src/core/adopt/extractProcedure';
import { newChangeText } from '../../../../src/core/create/newChangeText';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { RecordOf } from '../../../../src/core/model/parse/record';
import { configOf, indexOf, MemoryFacts, type Texts, testNow } from '../../support/memoryWorkspace';

const folder = 'examples/procedures';
const file = 'changes/CHG-2026-0001.md';
const texts: Texts = new Map();
const input = {
  config: configOf(texts).config,
  index: indexOf(texts),
  files: new MemoryFacts(texts),
  git: undefined,
  now: testNow,
};

function procedureIn(text: string): RecordOf<'procedure'> {
  const record = parseRecord(text, { expected: true });
  assert.ok(record?.type === 'procedure');
  return record;
}

function changeOf(procedure: RecordOf<'procedure'>): RecordOf<'change'> {
  const text = newChangeText({
    language: procedure.language,
    id: 'CHG-2026-0001',
    file,
    title: 'A change',
    changeType: 'normal',
    created: '2026-01-01',
    procedure: { file: `procedures/${procedure.data.id}.md`, record: procedure },
  });
  const record = parseRecord(text, { expected: true });
  assert.ok(record?.type === 'change');
  return record;
}

describe('A procedure that is made of a change', () => {
  for (const name of readdirSync(folder))
    it(`gives the same change as ${name}, from which that was made`, () => {
      const procedure = procedureIn(readFileSync(`${folder}/${name}`, 'utf8'));
      const record = changeOf(procedure);
      const made = extractProcedure({ file, record, procedure }, { title: 'Another' }, input);
      assert.ok(typeof made === 'object', String(made));
      const again = procedureIn(made.text);
      assert.equal(again.problems.length, 0);
      assert.deepEqual(again.data.gates, procedure.data.gates);
      const told = ({ body }: RecordOf<'change'>) =>
        body.steps.map(({ text, name: own, path, evidence, by }) => ({ text, own, path, evidence, by }));
      assert.deepEqual(told(changeOf(again)), told(record));
    });
});
