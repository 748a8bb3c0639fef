import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { readReviews } from '../../../../../src/core/approvals/reviews/readReviews';
import type { Review } from '../../../../../src/core/approvals/reviews/reviewRequest';

const [base, old, head] = ['a', 'b', 'c'].map((letter) => letter.repeat(40));

/** A merge request as GitLab's interface tells of it, with what it says besides. */
const merge = {
  id: 900,
  iid: 7,
  project_id: 3,
  title: 'Plan',
  state: 'opened',
  web_url: 'https://gitlab.example.org/owner/portal/-/merge_requests/7',
  author: { id: 1, username: 'mal', name: 'Mal Ferrer', state: 'active' },
  reviewers: [{ id: 2, username: 'nil' }],
  sha: head,
  diff_refs: { base_sha: 'd'.repeat(40), head_sha: head, start_sha: base },
};
const approvals = (at: string | undefined, wishes: object = {}) => ({
  id: 900,
  iid: 7,
  project_id: 3,
  approvals_required: 1,
  approvals_left: 0,
  approved_by: [{ user: { id: 2, username: 'nil', name: 'Nil Roca' }, ...(at ? { approved_at: at } : {}) }],
  ...wishes,
});
const version = (id: number, commit: string | undefined, at: string) => ({
  id,
  head_commit_sha: commit,
  base_commit_sha: base,
  start_commit_sha: base,
  created_at: at,
  merge_request_id: 900,
  state: 'collected',
  real_size: '1',
});
const versions = [version(2, head, '2026-11-20T10:00:00.000Z'), version(1, old, '2026-11-19T10:00:00.000Z')];

function read(...documents: readonly unknown[]) {
  const found = readReviews(documents.map((one) => JSON.stringify(one)).join(''));
  assert.ok(!('kind' in found), JSON.stringify(found));
  return found;
}

function only(...documents: readonly unknown[]): Review {
  const [request, ...others] = read(...documents);
  assert.equal(others.length, 0);
  assert.equal(request?.reviews.length, 1);
  return request?.reviews[0] ?? assert.fail();
}

describe('Reviews as a host tells of them', () => {
  it('are read of GitLab, whose approvals are of the last version where they came after it', () => {
    const [request] = read(merge, approvals('2026-11-20T11:00:00.000+01:00'), versions);
    assert.equal(request?.author, 'mal');
    assert.deepEqual([request?.base, request?.head], [base, head]);
    const later = only(merge, approvals('2026-11-20T12:00:00.000+01:00'), versions, []);
    assert.deepEqual([later.commit, later.flaw, later.login], [head, undefined, 'nil']);
    const flaws: readonly (readonly [flaw: string, documents: readonly unknown[]])[] = [
      ['beforeVersion', [merge, approvals('2026-11-20T10:00:00.000Z'), versions]],
      ['beforeVersion', [merge, approvals('2026-11-20T10:00:00Z'), [...versions].reverse()]],
      ['noReviewers', [merge, approvals('2026-11-21T10:00:00Z'), versions]],
      [
        'toldTwice',
        [merge, approvals('2026-11-21T10:00:00Z'), approvals(undefined, { approved_by: [] }), versions, []],
      ],
      ['otherRequest', [merge, approvals('2026-11-21T10:00:00Z', { id: 901 }), versions, []]],
      ['noVersions', [merge, approvals('2026-11-21T10:00:00Z')]],
      ['noVersions', [merge, approvals('2026-11-21T10:00:00Z'), []]],
      ['noVersions', [merge, approvals('2026-11-21T10:00:00Z'), [version(1, head, 'yesterday')]]],
      ['oldVersion', [merge, approvals('2026-11-21T10:00:00Z'), versions.slice(1)]],
      ['otherRequest', [merge, approvals('2026-11-21T10:00:00Z', { iid: 8 }), versions]],
      ['otherRequest', [{ ...merge, id: 901 }, approvals('2026-11-21T10:00:00Z'), versions]],
    ];
    for (const [flaw, documents] of flaws) assert.equal(only(...documents).flaw, flaw);
    assert.equal(only(merge, approvals(undefined), versions).at, undefined);
    const asked = [
      { user: { id: 2, username: 'nil' }, state: 'requested_changes', created_at: '2026-11-18T10:00:00Z' },
    ];
    const denial = only(merge, approvals(undefined, { approved_by: [] }), versions, asked);
    assert.deepEqual([denial.decision, denial.at], ['denied', undefined]);
    assert.equal(read(merge, versions)[0]?.lacksReviews, true);
  });

  it('are read of our own form, which its schema describes', () => {
    const own = {
      version: 1,
      request: { url: 'https://git.example.org/7', author: 'mal', base, head },
      reviews: [
        {
          by: 'nil',
          decision: 'approved',
          commit: head,
          at: '2026-11-20T10:00:00Z',
          url: 'javascript:alert(1)',
        },
        { by: 'ana', decision: 'commented' },
      ],
    };
    const schema = JSON.parse(readFileSync('schemas/reviews.schema.json', 'utf8')) as object;
    assert.ok(new Ajv({ strict: false }).compile(schema)(own));
    const at = Date.UTC(2026, 10, 20, 10);
    assert.deepEqual(only(own), { login: 'nil', decision: 'approved', commit: head, at, url: undefined });
    const wrong = readReviews(JSON.stringify({ ...own, request: { ...own.request, author: undefined } }));
    assert.deepEqual(wrong, { kind: 'unknown', document: 1 });
  });

  it('keep apart the requests of one file', () => {
    const other = { ...merge, iid: 8, id: 901, author: { username: 'eva' } };
    const found = read(
      merge,
      approvals('2026-11-21T10:00:00Z'),
      versions,
      other,
      approvals(undefined, { iid: 8, approved_by: [] }),
    );
    assert.deepEqual(
      found.map(({ author, reviews }) => [author, reviews.length]),
      [
        ['mal', 1],
        ['eva', 0],
      ],
    );
  });

  it('are not guessed from JSON that is none, cut anywhere, or of something else', () => {
    const whole = JSON.stringify([{ user: null, state: 'APPROVED', html_url: 'a"b\\' }]);
    for (let end = 1; end < whole.length; end++) {
      const found = readReviews(whole.slice(0, end));
      assert.ok('kind' in found && found.kind === 'json' && found.isCut, String(end));
    }
    for (const text of [
      '7',
      '"x"',
      'null',
      '{}',
      '[1]',
      '[{}]',
      '[[1]]',
      '[[[]]]',
      '{"approved_by":[7]}',
      '[null]',
    ])
      assert.ok('kind' in readReviews(text), text);
    assert.deepEqual(readReviews('{"message":"404 Project Not Found"}'), {
      kind: 'host',
      said: '404 Project Not Found',
    });
  });
});
