import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import {
  changelogItems,
  effectiveCommits,
  type ReleasedCommit,
  ticketsIn,
} from '../../../../src/core/create/releaseCommits';
import { tagParts } from '../../../../src/core/model/text/tagParts';

/** Commits with their messages, the newest last; the hash of each begins with its place, from 1. */
function commitsOf(...messages: readonly string[]): ReleasedCommit[] {
  const all = messages.map((message, place) => {
    return { hash: hashOf(place + 1), isMerge: message.startsWith('Merge branch'), message };
  });
  return all.reverse();
}

function hashOf(place: number): string {
  return `${place}`.repeat(40);
}

function itemsOf(...messages: readonly string[]): string[] {
  return changelogItems(effectiveCommits(commitsOf(...messages))).map(
    ({ kind, text, breaking }) => `${kind}${breaking ? '!' : ''}: ${text}`,
  );
}

describe('What commits say of a release', () => {
  it('is what their types tell those who use it', () => {
    assert.deepEqual(
      itemsOf(
        'chore: nothing',
        'feat(search): accents',
        'fix: a\n\nBREAKING CHANGE: b ends\nmore',
        'refactor!: c',
        'docs: d\n\nBREAKING-CHANGE: e',
        'perf: faster',
        'security: f',
        'No type at all',
      ),
      [
        'security: f',
        'changed: faster',
        'changed!: e',
        'changed!: c',
        'fixed: a',
        'changed!: b ends',
        'added: search: accents',
      ],
    );
    assert.deepEqual(itemsOf('One', 'Two\n\nMore'), ['undefined: Two', 'undefined: One']);
  });

  it('is not what was reverted, but what was reverted and came back', () => {
    const revert = (title: string, place: number) =>
      `Revert "${title}"\n\nThis reverts commit ${hashOf(place)}.`;
    assert.deepEqual(itemsOf('feat: a', 'feat: b', revert('feat: a', 1)), ['added: b']);
    assert.deepEqual(
      itemsOf('feat: a', revert('feat: a', 1), `Reapply "feat: a"\n\nThis reverts commit ${hashOf(2)}.`),
      ['added: a'],
    );
    // What was released before is taken back by this release.
    assert.deepEqual(itemsOf('fix: a', `revert: feat: old\n\nThis reverts commit ${'abcdef0'}.`), [
      'fixed: a',
    ]);
  });

  it('is nothing of merges, of what is squashed, and of Changebook itself', () => {
    const own = 'CHG-1: step 1 ticked\n\nChangebook-Record: CHG-1\n';
    assert.deepEqual(itemsOf('feat: a', 'Merge branch feat/b', 'fixup! feat: a', own), ['added: a']);
  });

  it('holds the tickets that they name', () => {
    const trackers = ['^SUP-\\d+$', '#\\d+', '(a+)+$', '['].map((pattern) => ({
      pattern,
      url: 'https://x/{id}',
    }));
    const config = { ...emptyConfig, data: { trackers } };
    const messages = commitsOf(
      'feat: a (SUP-1, #12) and SUP-1.',
      'Merge branch feature/SUP-3-login-form',
      'fix: TKT-2026-0101; not TKT or XSUP-4 or SUP-x',
      `fix: ${'SUP-'.repeat(500)}9 ${'a'.repeat(5000)}`,
      'CHG-1: x SUP-9\n\nChangebook-Record: CHG-1',
    );
    assert.deepEqual(ticketsIn(messages, config), ['SUP-1', '#12', 'SUP-3', 'TKT-2026-0101']);
  });

  it('goes by the version and the product of a tag', () => {
    for (const [tag, product, version] of [
      ['v1.2.3', '', '1.2.3'],
      ['1.2', '', '1.2'],
      ['portal-v1.2.3-rc.1', 'portal', '1.2.3-rc.1'],
      ['@x/api@1.2.3', '@x/api', '1.2.3'],
      ['api/v1.0', 'api', '1.0'],
      ['latest', 'latest', undefined],
    ] as const)
      assert.deepEqual(tagParts(tag), { product, version }, tag);
  });
});
