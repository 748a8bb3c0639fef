import { strict as assert } from 'node:assert';
import { noBaseText } from '../../../src/cli/support/noBaseText';

describe('What a shallow clone is told', () => {
  const commands = (revision: string): string[] => {
    const told = noBaseText(revision, { kind: 'shallow', said: '' }, 'en');
    return [...told.matchAll(/\((git [^)]*)\)/g)].map(([, command = '']) => command);
  };

  it('fetches a revision under the name that it was asked for by, and all of the history first', () => {
    for (const [revision, fetched] of [
      ['origin/main', ' origin main:refs/remotes/origin/main'],
      ['main', ' origin main:main'],
      ['v4.1.0', ' origin tag v4.1.0'],
      ['c19a27b0e4b6', ' origin c19a27b0e4b6'],
      ['HEAD', ''],
      ['x;reboot', ''],
      ['origin/x$(reboot)', ''],
    ] as const)
      assert.deepEqual(commands(revision), [
        `git fetch --unshallow${fetched}`,
        `git fetch --depth=1${fetched}`,
      ]);
    assert.deepEqual(commands('main~2^')[1], 'git fetch --depth=4 origin main:main');
    assert.deepEqual(commands('HEAD^')[1], 'git fetch --depth=2');
  });
});
