import { strict as assert } from 'node:assert';
import { parseRecord } from '../../../../../src/core/model/parse/parseRecord';
import { ticketText } from '../../../support/recordFixtures';

/** The title and the problems of a ticket with this title in its YAML. */
function titleOf(source: string): unknown {
  return parseRecord(ticketText([`title: ${source}`]))?.data.title;
}

function changeData(lines: readonly string[]) {
  const record = parseRecord(`---\nid: CHG-1\ntype: change\n${lines.join('\n')}\n---\n`);
  return record?.type === 'change' ? record.data : assert.fail('no change');
}

describe('Scalars', () => {
  it('are read from their source text, whatever YAML makes of it', () => {
    for (const source of [
      ...[
        '3.10',
        '00.30',
        '123e4567',
        '0012',
        '0x10',
        '1_000',
        '.inf',
        '2026-11-24',
        '1e400',
        '-0',
        '+1',
        'true',
        'no',
      ],
      ...['12:30:45', '0b11', 'NaN', '1.', '.5', '<<', '='],
    ]) {
      assert.equal(titleOf(source), source);
      assert.equal(titleOf(`"${source}"`), source);
      assert.equal(titleOf(`'${source}'`), source);
    }
  });

  it('are nothing where YAML reads nothing', () => {
    for (const source of ['', '~', 'null', 'Null', 'NULL', '#1234', ' # comment']) {
      assert.equal(titleOf(source), undefined, source);
    }
    assert.equal(titleOf('"~"'), '~');
    assert.equal(titleOf("''"), '');
    assert.equal(titleOf('a#1234'), 'a#1234');
  });

  it('keep their text in quotes, blocks and over several lines', () => {
    assert.equal(titleOf('"a\\tb\\u00e9\\x41 \\"q\\""'), 'a\tbéA "q"');
    assert.equal(titleOf("'it''s'"), "it's");
    assert.equal(titleOf('|-\n  a\n\n    b'), 'a\n\n  b');
    assert.equal(titleOf('>-\n  a\n  b\n\n  c'), 'a b\nc');
    assert.equal(titleOf('a\n  b'), 'a b');
  });

  it('are read as the kind that their field asks for', () => {
    const data = changeData([
      'tipo_despliegue: 4',
      'tests: { passed: 007, total: 10 }',
      'base_de_datos: [{ migration: 0042, reversible: True, backup: FALSE }]',
      'estado: por_desplegar',
      'release: { version: 3.10 }',
    ]);
    assert.equal(data.deployment_type, 4);
    assert.deepEqual(data.tests, { passed: 7, total: 10 });
    assert.deepEqual(data.database, [{ migration: '0042', reversible: true, backup: false }]);
    assert.equal(data.status, 'to_be_released');
    assert.deepEqual(data.release, { version: '3.10' });
  });

  it('that are refused leave the rest of their list in step', () => {
    const record = parseRecord(
      '---\nid: CHG-1\ntype: change\ndatabase:\n  - nothing\n  - { migration: a, reversible: maybe }\n  - { migration: b }\n---\n',
    );
    assert.ok(record?.type === 'change');
    assert.deepEqual(record.data.database, [{ migration: 'a' }, { migration: 'b' }]);
    const places = record.located.fields?.database?.items ?? [];
    const lines = places.map(({ node }) => record.lines.positionAt(node.range.start).line);
    assert.deepEqual(lines, [5, 6]);
  });
});
