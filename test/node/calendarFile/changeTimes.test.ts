import { strict as assert } from 'node:assert';
import path from 'node:path';
import { changeTimes } from '../../../src/node/calendarFile/changeTimes';
import { git, newFolder, repositoryOf, useOwnConfiguration, write } from '../../unit/support/gitFolder';

const now = Date.UTC(2026, 10, 21, 10);
const [one, two] = ['changes/CHG-1.md', 'changes/CHG ñ 2.md'];

/** Commits everything as of a second. */
function commitAt(folder: string, seconds: number, ...more: string[]): void {
  const before = process.env.GIT_COMMITTER_DATE;
  process.env.GIT_COMMITTER_DATE = `@${seconds} +0000`;
  try {
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Change', ...more);
  } finally {
    if (before === undefined) delete process.env.GIT_COMMITTER_DATE;
    else process.env.GIT_COMMITTER_DATE = before;
  }
}

async function times(folder: string, ...files: string[]): Promise<number[]> {
  const timeOf = await changeTimes(folder, files, now);
  return files.map((file) => timeOf(file) / 1000);
}

describe('When records were changed last', () => {
  useOwnConfiguration();

  it('is when they were last committed, each by itself', async () => {
    const folder = repositoryOf({ [one]: 'a', [two]: 'a' });
    commitAt(folder, 1_700_000_000, '--amend');
    write(folder, two, 'b');
    commitAt(folder, 1_700_000_100);
    assert.deepEqual(await times(folder, one, two), [1_700_000_000, 1_700_000_100]);
    // From a workspace inside the repository too.
    assert.deepEqual(await times(path.join(folder, 'changes'), 'CHG ñ 2.md'), [1_700_000_100]);
  });

  it('is now for what is not committed as it stands, and never before what is', async () => {
    const folder = repositoryOf({ [one]: 'a', [two]: 'a\n' });
    commitAt(folder, 1_700_000_000, '--amend');
    write(folder, one, 'b');
    write(folder, 'new.md', 'x');
    assert.deepEqual(await times(folder, one, two, 'new.md'), [now / 1000, 1_700_000_000, now / 1000]);
    // The same text with other line endings is the same text.
    write(folder, two, 'a\r\n');
    assert.deepEqual(await times(folder, two), [1_700_000_000]);
    // A clock that was ahead.
    commitAt(folder, now / 1000 + 500);
    write(folder, one, 'c');
    assert.deepEqual(await times(folder, one), [now / 1000 + 500]);
  });

  it('never goes down when commits are amended, squashed or taken back', async () => {
    const folder = repositoryOf({ [one]: 'a' });
    commitAt(folder, 1_700_000_000, '--amend');
    const said: number[] = [];
    const ask = async (): Promise<void> => {
      said.push(...(await times(folder, one)));
    };
    await ask();
    for (const [index, text] of ['b', 'c', 'd'].entries()) {
      write(folder, one, text);
      commitAt(folder, 1_700_000_100 + index * 10);
      await ask();
    }
    git(folder, 'reset', '--quiet', '--soft', 'HEAD~3');
    commitAt(folder, 1_700_000_200);
    await ask();
    // Back to the first text.
    write(folder, one, 'a');
    commitAt(folder, 1_700_000_300);
    await ask();
    assert.deepEqual(
      said.map((seconds) => seconds - 1_700_000_000),
      [0, 100, 110, 120, 200, 300],
    );
  });

  it('is when a merge took one side’s text as a whole', async () => {
    const folder = repositoryOf({ [one]: 'a' });
    commitAt(folder, 1_700_000_000, '--amend');
    git(folder, 'switch', '--quiet', '--create', 'side');
    write(folder, one, 'side');
    commitAt(folder, 1_700_000_200);
    git(folder, 'switch', '--quiet', 'main');
    write(folder, one, 'main');
    commitAt(folder, 1_700_000_100);
    git(folder, 'merge', '--quiet', '--no-commit', '--strategy=ours', 'side');
    commitAt(folder, 1_700_000_300);
    assert.deepEqual(await times(folder, one), [1_700_000_300]);
  });

  it('is now where there is no git, or no commit', async () => {
    const folder = newFolder();
    write(folder, one, 'a');
    assert.deepEqual(await times(folder, one), [now / 1000]);
    git(folder, 'init', '--quiet');
    assert.deepEqual(await times(folder, one), [now / 1000]);
    assert.deepEqual(await times(folder), []);
  });

  it('takes names as names', async () => {
    const odd = ['-A.md', '--output=x.md', ':(top)x.md', '@1700000000.md', '1700000000'];
    const folder = repositoryOf(Object.fromEntries(odd.map((file) => [file, 'a'])));
    commitAt(folder, 1_600_000_000, '--amend');
    assert.deepEqual(
      await times(folder, ...odd),
      odd.map(() => 1_600_000_000),
    );
  });
});
