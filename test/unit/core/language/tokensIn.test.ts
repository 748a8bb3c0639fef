import { strict as assert } from 'node:assert';
import { textPlace } from '../../../../src/core/language/mentions/textPlace';
import { tokensIn } from '../../../../src/core/language/tokensIn';
import { inputOf } from './cursorText';

const record = `---
id: CHG-2026-0009
type: change
customer: acme
change_type: normal
schedule: { start: 2026-12-01 22:00, duration: 1h }
---
# Move

- [x] Copy <!-- step: backup by=dba takes=10m -->
- [ ] Go
`;

describe('The words of a text', () => {
  it('are told by what they are, none inside of another', () => {
    assert.deepEqual(told('CHG-2026-0009.md', record), [
      'key id',
      'record! CHG-2026-0009',
      'key type',
      'choice change',
      'key customer',
      'customer acme',
      'key change_type',
      'choice normal',
      'key schedule',
      'key start',
      'moment 2026-12-01 22:00',
      'key duration',
      'moment 1h',
      'done x',
      'step! backup',
      'stepWord by',
      'person dba',
      'stepWord takes',
    ]);
  });

  it('are found in the configuration, and of a text that cannot be read what can', () => {
    assert.deepEqual(told('.changebook/config.yaml', 'timezone: UTC\nlanguage: es\n'), [
      'key timezone',
      'key language',
      'choice es',
    ]);
    assert.deepEqual(told('.changebook/config.yaml', '[\n'), []);
    assert.deepEqual(told('a.md', ''), []);
    assert.deepEqual(told('TKT-1.md', '---\ntype: ticket\nid: {\n'), ['key type', 'choice ticket']);
  });
});

function told(file: string, text: string): string[] {
  return tokensIn(text, textPlace(file), inputOf()).map(
    ({ kind, defines, range: { start, end } }) => `${kind}${defines ? '!' : ''} ${text.slice(start, end)}`,
  );
}
