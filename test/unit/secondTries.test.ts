import { strict as assert } from 'node:assert';
import { secondTry, troublesIn } from '../secondTries';

describe('What is repeated at the end of a run', () => {
  it('is nothing where all passed', () => {
    assert.equal(troublesIn('  Suite\n    ✓ one (3 ms)\n  2 passing (4s)\n1 passed, 0 failed\n'), '');
  });

  it('is what failed, and what was tried again, each with what was wrong', () => {
    const output = [
      ...['  Suite', '    ✗ Suite one', 'Error: lost', '\tat somewhere', '    ✓ two (3 ms)'],
      ...[secondTry('newest: Suite'), '  Suite', '    ✓ one (3 ms)', '3 passed, 0 failed'],
    ].join('\n');
    const told = ['    ✗ Suite one', 'Error: lost', '\tat somewhere', secondTry('newest: Suite'), '  Suite'];
    assert.equal(troublesIn(output), told.join('\n'));
  });

  it('is Mocha’s own list of failures', () => {
    const list = '  1 failing\n\n  1) Suite\n       one:\n     Error: really\n';
    assert.equal(troublesIn(`  Suite\n    1) one\n\n  4 passing (1s)\n${list}`), list.trimEnd());
  });
});
