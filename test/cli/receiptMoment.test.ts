import { strict as assert } from 'node:assert';
import path from 'node:path';
import { change, config, inside, procedure } from './gateWorkspace';
import { changebook, folderOf } from './program';
import { repositoryOf } from './repository';

const id = 'CHG-2026-0001';

/** Verifies a receipt of a commit that was made at a moment, and gives what ends the program and what it prints. */
function verifiedAt(made: string): { code: number | null; out: string } {
  process.env.GIT_COMMITTER_DATE = made;
  const file = path.join(folderOf({}), 'receipt.json');
  const files = {
    '.changebook/config.yaml': config,
    'PROC-DEPLOY.md': procedure,
    [`${id}.md`]: change(id, {}),
  };
  const folder = repositoryOf(files, 'Ana');
  const asked = changebook(['gate', id, ...inside, '--receipt', file], folder);
  assert.equal(asked.code, 0, asked.out + asked.err);
  return changebook(['verify', file], folder);
}

describe('The moment of a receipt', () => {
  after(() => {
    delete process.env.GIT_COMMITTER_DATE;
  });

  it('is not before its commit was made, but for clocks that differ by minutes', () => {
    assert.equal(verifiedAt('2026-11-24T21:34:00Z').code, 0);
    const early = verifiedAt('2026-11-24T21:36:00Z');
    assert.equal(early.code, 1);
    assert.match(early.out, /2026-11-24T21:30:00\.000Z, and its commit was only made at 2026-11-24T21:36/);
  });
});
