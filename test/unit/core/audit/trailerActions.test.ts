import { strict as assert } from 'node:assert';
import { commitMessage } from '../../../../src/core/actions/commitMessage';
import { trailerActions } from '../../../../src/core/audit/trailerActions';

const trailers = (step: string): string =>
  `Changebook-Record: CHG-1\nChangebook-Action: tick\nChangebook-Step: Title > ${step}`;

describe('The actions that a commit message tells of', () => {
  it('are what the message was made from', () => {
    const message = commitMessage(
      {
        record: 'CHG-1',
        action: 'tick',
        step: { path: ['Title', 'A > B'], text: 'Copy: 3 > 2', done: 1, all: 2 },
        evidence: 'https://example.org/7',
      },
      'es',
    );
    const details = { Step: 'Title > A > B > Copy: 3 > 2', Evidence: 'https://example.org/7' };
    assert.deepEqual(trailerActions(message), [{ record: 'CHG-1', action: 'tick', details }]);
  });

  it('are none in other commits, and where no action is named', () => {
    for (const message of [
      'Fix',
      'Changebook-Record:CHG-1',
      'Changebook-Record: CHG-1\n',
      'x Changebook-Record: CHG-1',
    ])
      assert.deepEqual(trailerActions(message), [], message);
  });

  it('are those of all commits that were squashed into one, by whom and when', () => {
    const message = [
      'Squashed commit of the following:',
      '',
      'commit 0123456789012345678901234567890123456789',
      'Author: Berta Roca <berta@example.org>',
      'Date:   Fri Nov 20 22:05:00 2026 +0100',
      '',
      '    CHG-1: tick "Two" (2/2)',
      '    ',
      ...trailers('Two')
        .split('\n')
        .map((line) => `    ${line}`),
      '',
      'commit 9876543210987654321098765432109876543210 (HEAD)',
      'Author: Anna <anna@example.org>',
      'Date:   whenever',
      '',
      ...trailers('One')
        .split('\n')
        .map((line) => `    ${line}`),
    ].join('\n');
    const [two, one, ...more] = trailerActions(message);
    assert.deepEqual(two?.origin, {
      commit: '0123456789012345678901234567890123456789',
      name: 'Berta Roca',
      address: 'berta@example.org',
      at: Date.UTC(2026, 10, 20, 21, 5),
    });
    assert.equal(one?.details.Step, 'Title > One');
    assert.equal(one?.origin, undefined, 'without a time it is as if the squasher had done it');
    assert.deepEqual(more, []);
  });

  it('keep what later versions may add', () => {
    const [told] = trailerActions(
      `x\n\n${trailers('One')}\nChangebook-Step-Name: one\r\nChangebook-Rule: a/b`,
    );
    assert.deepEqual(told?.details, { Step: 'Title > One', 'Step-Name': 'one', Rule: 'a/b' });
  });
});
