import { strict as assert } from 'node:assert';
import { anyCase } from '../../../../../src/core/model/text/anyCase';

describe('A pattern in any case', () => {
  it('has each letter that has two cases in both, and nothing else', () => {
    assert.equal(anyCase('v\\d+(?:\\.x)*\\p{L}ß1é'), '[vV]\\d+(?:\\.[xX])*\\p{L}ß1[éÉ]');
  });

  it('finds what one that ignores case finds', () => {
    for (const text of ['tbd', 'TBD', 'Tbd', 'versión', 'VERSIÓN', 'tb', 'Β1', 'β1'])
      for (const pattern of ['tbd?', 'versión', 'β\\d'])
        assert.equal(
          new RegExp(anyCase(pattern), 'u').test(text),
          new RegExp(pattern, 'iu').test(text),
          `${pattern} in ${text}`,
        );
  });
});
