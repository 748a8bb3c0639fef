import { strict as assert } from 'node:assert';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { ParsedRecord } from '../../../../src/core/model/parse/record';
import { checkText } from '../../../unit/support/memoryWorkspace';
import { recordFixture } from '../../../unit/support/recordFixtures';

const text = recordFixture('CHG-2026-0042.es.md');
const whole = parseRecord(text) ?? assert.fail('the fixture is a record');
const keys = Object.entries(whole.located.fields ?? {}).map(([name, { keyRange, node }]) => ({
  name,
  start: keyRange?.start ?? 0,
  end: node.range.end,
}));

/** One place of so many is tried; `npm run test:soak` tries each. */
const step = Number(process.env.CHANGEBOOK_PLACES ?? 8);

describe('A record that is being typed', () => {
  it('is read as far as the line before the cut, wherever it is cut', () => {
    let read = 0;
    for (let cut = 0; cut <= text.length; cut += step) {
      const record = parseRecord(text.slice(0, cut));
      if (cut % 11 === 0) checkText(text.slice(0, cut));
      const line = text.lastIndexOf('\n', cut - 1) + 1;
      const before = keys.filter(({ end }) => end < line);
      if (before.some(({ name }) => name === 'type'))
        read += sameData(
          record,
          before.map(({ name }) => name),
          cut,
        );
    }
    assert.ok(read > 20_000 / step, `${read} values compared`);
  });

  it('keeps its other keys around a line that is not finished', () => {
    const unfinished = [
      ...[
        'requested_by: [',
        'ejecutor: "Jor',
        "title: 'x",
        'impact: { level: hi',
        'x: &',
        'y: *',
        'z: !',
        '- a',
        '? ',
      ],
      ...[
        'owner',
        '  - { name:',
        ': x',
        '[',
        '{',
        '}',
        '@',
        '`',
        '%',
        '|',
        'a: b: c',
        '\tx: 1',
        'x:\n\ty: 1',
        '"',
        '... x',
      ],
    ];
    for (const [at, { name, start }] of keys.slice(1).entries()) {
      // Every line at some keys, and every key with some lines.
      for (const line of unfinished.filter((_, place) => step === 1 || (at + place) % 3 === 0)) {
        const half = `${text.slice(0, start)}${line}\n${text.slice(start)}`;
        const record = parseRecord(half);
        const index = keys.findIndex((key) => key.name === name);
        // An indented line or an item belongs to the key above it, which then cannot be read.
        const spoilt = /^[\s-]/.test(line) ? index - 1 : -1;
        const kept = keys.filter((_, place) => place !== spoilt).map((key) => key.name);
        sameData(record, kept, `${JSON.stringify(line)} before ${name}`);
        assert.ok(checkText(half).length > 0, line);
      }
    }
  });

  it('says one thing of a text that ends early, at its fence or where it ends', () => {
    for (const lines of [1, 2, 3, 10, 30]) {
      const cut = text
        .split('\n')
        .slice(0, lines + 2)
        .join('\n');
      const rules = checkText(cut).map(({ rule, message }) => `${rule} ${message}`);
      assert.equal(rules.filter((rule) => rule === 'format/front-matter unclosed').length, 1, cut);
    }
  });
});

/** Compares some top-level values with those of the whole record, and returns their number. */
function sameData(
  record: ParsedRecord | undefined,
  names: readonly string[],
  where: string | number,
): number {
  for (const name of names) {
    assert.deepEqual(Object(record?.data)[name], Object(whole.data)[name], `${name}, cut at ${where}`);
  }
  return names.length;
}
