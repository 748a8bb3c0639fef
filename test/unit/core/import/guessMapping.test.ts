import { strict as assert } from 'node:assert';
import { tableOf } from '../../../../src/core/import/exportTable';
import { guessMapping } from '../../../../src/core/import/guessMapping';
import { mappingText } from '../../../../src/core/import/mappingText';
import { readJsonExport } from '../../../../src/core/import/readJsonExport';
import { readMapping } from '../../../../src/core/import/readMapping';

const table = tableOf([
  [
    'Número',
    'Descripción breve',
    'Estado',
    'Fecha de inicio planificada',
    'Fecha de fin planificada',
    'Plan de pruebas',
    'Extra',
  ],
  ['CHG1', 'Uno', 'Cerrado', '24/02/2026 22:00', '24/02/2026 23:00', 'Humo', 'x'],
  ['CHG2', 'Dos', 'Raro', '', '', '', ''],
]);

describe('A guessed mapping', () => {
  it('is the same when it was written down and read again, in either language', () => {
    const guess = guessMapping(table, 'cambios', false);
    assert.deepEqual(
      [guess.from, guess.type, guess.id, guess.fields.get('schedule.end')],
      ['servicenow', 'change', 'Número', ['Fecha de fin planificada']],
    );
    for (const language of ['en', 'es'] as const) {
      const about = {
        table,
        file: 'a.csv',
        order: { order: 'dmy' as const },
        zone: 'Europe/Madrid',
        folder: 'c/{year}',
      };
      const text = mappingText({ mapping: guess, ...about }, language);
      const read = readMapping(text, guessMapping(tableOf([['x']]), 'other', false), language);
      assert.ok(read.ok, text);
      const { fields, sections, states, from, type, id, dates, folder, text: markup } = read.mapping;
      assert.deepEqual(
        { fields, sections, from, type, id, markup },
        {
          fields: guess.fields,
          sections: guess.sections,
          from: guess.from,
          type: guess.type,
          id: guess.id,
          markup: guess.text,
        },
      );
      assert.deepEqual([dates, folder, [...states]], ['dmy', 'c/{year}', [['Cerrado', 'done']]]);
      assert.match(text, /^# {3}Extra$/m);
    }
  });

  it('takes a column of ids where none is called so', () => {
    const codes = tableOf([
      ['Asunto', 'Código interno'],
      ['a', 'X-1'],
      ['b', 'X-2'],
    ]);
    assert.equal(guessMapping(codes, 'list', false).id, 'Código interno');
  });
});

describe('JSON of an export', () => {
  it('is a list, a list under a key, pages in a row, or one object', () => {
    const rows = (text: string): number | undefined => readJsonExport(text)?.rows.length;
    assert.deepEqual(
      [
        '[{"a":1}]',
        '{"result":[{"a":1},{"a":2}]}',
        '[{"a":"]["}]\n[{"a":2}]',
        '{"a":1}\n{"a":2}',
        '[[{"a":1}],[{"a":2}]]',
        '{"a":1}',
      ].map(rows),
      [1, 2, 2, 2, 2, 1],
    );
    for (const text of [
      '[1]',
      '[]',
      '{"a":',
      '"x"',
      `${'['.repeat(50_000)}`,
      `[{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`,
    ])
      assert.ok(!rows(text) || rows(text) === 1, text.slice(0, 20));
  });

  it('names people, values and references by what people call them', () => {
    const [row] =
      readJsonExport(
        '[{"who":{"displayName":"Ana","id":"7"},"state":{"display_value":"Closed","value":"3"},"at":{"display_value":"24/02/2026 22:00:00","value":"2026-02-24 21:00:00"},"labels":[{"name":"a"},{"name":"b"}],"status":{"name":"Odd","statusCategory":{"key":"done","name":"Done"}}}]',
      )?.rows ?? [];
    assert.deepEqual(Object.fromEntries(row?.cells ?? []), {
      who: ['Ana'],
      state: ['Closed'],
      at: ['2026-02-24 21:00:00'],
      labels: ['a', 'b'],
      status: ['Odd'],
      'status category': ['Done'],
    });
  });
});
