import { strict as assert } from 'node:assert';
import { recordSymbols } from '../../../../src/core/language/recordSymbols';
import { indexOf } from '../../support/memoryWorkspace';
import { inputOf } from './cursorText';

const input = inputOf();

describe('Records among all', () => {
  it('are found by the end of an id, and by words of a title in any case and without accents', () => {
    assert.deepEqual(names('0001'), ['CHG-2026-0001 First change']);
    assert.deepEqual(names('change FIRST'), ['CHG-2026-0001 First change']);
    assert.deepEqual(names('proc'), ['PROC-RELEASE Release', 'PROC-OLD Old']);
    assert.deepEqual(names('nothing of the kind'), []);
    const spanish = indexOf(
      new Map([['CHG-1.md', '---\nid: CHG-1\ntype: change\n---\n# Publicación de otoño\n']]),
    );
    assert.equal(recordSymbols({ ...input, index: spanish }, 'publicacion otono', 'es').length, 1);
  });

  it('say their state and customer, or version', () => {
    const detailOf = (text: string, language: 'en' | 'es') => recordSymbols(input, text, language)[0]?.detail;
    assert.equal(detailOf('CHG-2026-0001', 'en'), 'to be released · Diba');
    assert.equal(detailOf('CHG-2026-0001', 'es'), 'por desplegar · Diba');
    assert.equal(detailOf('PROC-OLD', 'es'), '1.0.0 · retirado');
  });

  it('have names without what steers an eye', () => {
    assert.match(names('0002')[0] ?? '', /^CHG-2026-0002 \[run\]\(command:evil\)/);
  });

  it('are the newest of too many', () => {
    assert.deepEqual(
      recordSymbols(input, '', 'en', 2).map(({ entry }) => entry.summary.id),
      ['TKT-7', 'PROC-RELEASE'],
    );
  });
});

function names(text: string): string[] {
  return recordSymbols(input, text, 'en').map(({ name }) => name);
}
