import { strict as assert } from 'node:assert';
import { linkedNames } from '../../../../src/core/language/linkedNames';
import { atCursor, inputOf } from './cursorText';

const front = '---\nid: CHG-2026-0009\ntype: change\ndatabase: [{ migration: "1", restore: backup }]\n---\n';

describe('The name of a step', () => {
  it('is linked with everything in the text that names the step', () => {
    assert.deepEqual(
      linked(`${front}- [ ] Copy <!-- step: back|up evidence -->\n- [ ] Other <!-- step: other -->\n`),
      ['restore: backup', '-- step: backup'],
    );
    assert.deepEqual(linked(`${front.replace('backup', 'back|up')}- [ ] Copy <!-- paso: backup -->\n`), [
      'restore: backup',
      '-- paso: backup',
    ]);
  });

  it('is linked with nothing where the caret is elsewhere', () => {
    assert.deepEqual(linked(`${front}- [ ] Co|py <!-- step: backup -->\n`), []);
    assert.deepEqual(linked(`${front}- [ ] Copy <!-- step: backup evid|ence -->\n`), []);
    assert.deepEqual(linked('no rec|ord'), []);
  });
});

function linked(marked: string): string[] {
  const { text, offset } = atCursor(marked);
  const place = { file: 'changes/CHG-2026-0009.md', kind: 'record' } as const;
  return linkedNames(text, offset, place, inputOf()).map(({ start, end }) => text.slice(start - 9, end));
}
