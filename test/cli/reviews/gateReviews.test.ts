import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GateReport } from '../../../src/core/report/gateReport';
import { gate, inside } from '../gateWorkspace';
import { changebook } from '../program';
import { commit, edit, git } from '../pullRequest';
import { fileOf, pull, type Requested, record, requested, review } from './reviewedRepository';

const asked = ['CHG-1', ...inside];

function judged({ folder }: Pick<Requested, 'folder'>, ...documents: readonly unknown[]) {
  return gate(folder, [...asked, '--reviews', fileOf(...documents)]);
}

/** The only reasons that a review takes away. */
const isMissing = ({ changes }: GateReport): boolean =>
  changes[0]?.reasons.some(({ rule }) => rule === 'approval/missing') ?? false;

const codes = ({ notCounted = [] }: GateReport): string[] => notCounted.map(({ code }) => code);
const counted = ({ changes }: GateReport): string[] =>
  (changes[0]?.reviews ?? []).map(({ role, decision, by }) => `${role} ${decision} ${by}`);

describe('The gate with reviews', () => {
  const usual = requested();
  const { head } = usual;
  const of = (login: string | null, wishes: object = {}) => review(login, { commit_id: head, ...wishes });

  it('opens for what was reviewed, says by whom, and leaves every file as it is', () => {
    const before = git(usual.folder, 'Ana Font', 'status', '--porcelain', '--ignored');
    assert.equal(gate(usual.folder, asked).code, 1);
    const found = judged(usual, pull(usual), [of('nil-r')]);
    assert.deepEqual([found.code, codes(found)], [0, []]);
    const {
      digest,
      commit: seen,
      login,
      at,
      review: address,
    } = found.changes[0]?.reviews?.[0] ?? assert.fail();
    assert.match(digest ?? '', /^sha256-2:/);
    assert.deepEqual([seen, login, at], [head, 'nil-r', '2026-11-23T10:00:00+00:00']);
    assert.match(address ?? '', /#pullrequestreview-\d+$/);
    assert.equal(git(usual.folder, 'Ana Font', 'status', '--porcelain', '--ignored'), before);
    const shown = changebook(
      ['gate', ...asked, '--reviews', fileOf(pull(usual), [of('nil-r'), of('who')])],
      usual.folder,
    );
    assert.match(
      shown.out,
      /\+ Approved in a review as peer: Nil Roca \(https:.*\n.*1 review is by logins .*: who\./,
    );
  });

  it('reads lists in pieces, and all pieces in one list', () => {
    const [one, other] = [of('nil-r'), of('carla', { state: 'COMMENTED' })];
    for (const documents of [
      [pull(usual), [other], [one]],
      [pull(usual), [[other], [one]]],
      [[one], pull(usual)],
    ])
      assert.equal(judged(usual, ...documents).code, 0);
    const { hostile } = { hostile: of('nil-r', { body: '"}]{[\\" \u2028' }) };
    assert.equal(judged(usual, `\ufeff${JSON.stringify(pull(usual))}${JSON.stringify([hostile])}`).code, 0);
  });

  const notCounting: {
    readonly [what: string]: readonly [documents: readonly unknown[], codes: readonly string[]];
  } = {
    'by whoever opened the request': [[pull(usual), [of('mal')]], ['author']],
    'by their other login': [[pull(usual), [of('Mal-Two')]], ['author']],
    'by whoever asked for the change': [[pull(usual), [of('carla')]], ['involved']],
    'by whoever performs it': [[pull(usual), [of('bruno')]], ['involved']],
    'by a robot that holds no role': [[pull(usual), [of('merge-robot[bot]')]], ['noRole']],
    'by a robot that nobody configured': [[pull(usual), [of('renovate[bot]')]], ['unknown']],
    'by odd logins': [
      [
        pull(usual),
        [
          of('__proto__'),
          of('constructor'),
          of(''),
          of(null),
          of('\u212aarla'),
          of('аna'),
          of('nil-r\u200b'),
        ],
      ],
      ['unknown'],
    ],
    'that were only comments': [[pull(usual), [of('nil-r', { state: 'COMMENTED' })]], []],
    'that are not sent yet': [
      [pull(usual), [of('nil-r', { state: 'PENDING', submitted_at: undefined })]],
      [],
    ],
    'that were dismissed': [[pull(usual), [of('nil-r', { state: 'DISMISSED' })]], ['dismissed']],
    'whose last one was dismissed': [
      [
        pull(usual),
        [of('nil-r', { submitted_at: '2026-11-22T10:00:00Z' }), of('Nil-Second', { state: 'DISMISSED' })],
      ],
      ['dismissed'],
    ],
    'dated in the future': [
      [pull(usual), [of('nil-r', { submitted_at: '2027-01-01T10:00:00Z' })]],
      ['future'],
    ],
    'without a time': [[pull(usual), [of('nil-r', { submitted_at: null })]], ['noTime']],
    'with a time without a zone': [
      [pull(usual), [of('nil-r', { submitted_at: '2026-11-23T10:00:00' })]],
      ['noTime'],
    ],
    'without a commit': [[pull(usual), [of('nil-r', { commit_id: null })]], ['noCommit']],
    'of a commit that git does not have': [
      [pull(usual), [of('nil-r', { commit_id: 'a'.repeat(40) })]],
      ['lostCommit'],
    ],
    'with an option of git for a commit': [
      [pull(usual), [of('nil-r', { commit_id: '--output=x' })]],
      ['noCommit'],
    ],
    'of a commit before the change came': [
      [pull(usual), [of('nil-r', { commit_id: usual.base })]],
      ['notThere'],
    ],
    'of another request': [
      [
        pull(usual),
        [of('nil-r', { pull_request_url: 'https://api.example.org/repos/owner/portal/pulls/8' })],
      ],
      ['otherRequest'],
    ],
    'of a request whose author is gone': [[pull(usual, { user: null }), [of('nil-r')]], ['noAuthor']],
    'without their request': [[[of('nil-r')]], ['noRequest']],
    'that are left out': [[pull(usual)], ['noReviews']],
    'of a request whose base git does not have': [
      [pull(usual, { base: { sha: 'b'.repeat(40) } }), [of('nil-r')]],
      ['noHistory'],
    ],
    'of a request that changes no record': [
      [pull({ base: usual.base, head: usual.base }), [of('nil-r')]],
      ['noRecords'],
    ],
  };
  it('counts no review that does not stand for somebody else who saw this', () => {
    for (const [what, [documents, expected]] of Object.entries(notCounting)) {
      const found = judged(usual, ...documents);
      assert.deepEqual([found.code, isMissing(found), codes(found)], [1, true, expected], what);
      for (const { message } of found.notCounted ?? [])
        assert.doesNotMatch(message, /\{\w+\}|undefined/, what);
    }
  });

  it('goes by the last review of a person: asking for changes denies, a later approval mends that', () => {
    const denied = judged(usual, pull(usual), [
      of('nil-r', { submitted_at: '2026-11-22T10:00:00Z' }),
      of('nil-second', { state: 'CHANGES_REQUESTED', commit_id: null }),
      of('ana', { submitted_at: '2026-11-22T10:00:00Z' }),
    ]);
    assert.deepEqual(counted(denied).sort(), [
      'operations denied Nil Roca',
      'peer approved Ana Font',
      'peer denied Nil Roca',
    ]);
    const said = denied.changes[0]?.reasons.filter(({ rule }) => rule === 'approval/denied');
    assert.equal(said?.length, 2);
    assert.match(said?.[0]?.message ?? '', /^Nil Roca asked for changes in a review, as peer \(https:/);
    // An approval that does not count leaves the denial where it is.
    const future = { submitted_at: '2027-01-01T10:00:00Z' };
    const still = judged(usual, pull(usual), [
      of('nil-r', { state: 'CHANGES_REQUESTED' }),
      of('nil-r', future),
    ]);
    assert.deepEqual([still.code, codes(still)], [1, ['future']]);
    const mended = judged(usual, pull(usual), [
      of('nil-r', { state: 'CHANGES_REQUESTED', submitted_at: '2026-11-22T10:00:00Z' }),
      of('nil-r'),
    ]);
    assert.equal(mended.code, 0);
    // At the same moment the denial counts.
    const same = judged(usual, pull(usual), [of('nil-r'), of('nil-r', { state: 'CHANGES_REQUESTED' })]);
    assert.equal(same.code, 1);
  });

  it('does not take them for another change, nor for one that says something else by now', () => {
    const other = gate(usual.folder, ['CHG-2', ...inside, '--reviews', fileOf(pull(usual), [of('nil-r')])]);
    assert.deepEqual([other.code, isMissing(other), codes(other)], [1, true, ['notChanged']]);
    const later = requested();
    const seen = review('nil-r', { commit_id: later.head });
    // What is carried out is no other content, and neither is another place.
    edit(later.folder, record, ['- [ ] Deploy', '- [x] Deploy']);
    git(later.folder, 'Ana Font', 'mv', record, 'CHG-1-moved.md');
    commit(later.folder, 'Ana Font');
    assert.equal(judged(later, pull(later), [seen]).code, 0);
    edit(later.folder, 'CHG-1-moved.md', ['to: "1.1.0"', 'to: "1.2.0"']);
    const edited = judged(later, pull(later), [seen]);
    assert.deepEqual([edited.code, isMissing(edited), codes(edited)], [1, true, ['otherContent']]);
  });

  it('does not take a move of files for a look at them', () => {
    const { folder, head: base } = requested();
    git(folder, 'Mal Ferrer', 'checkout', '--quiet', '-b', 'tidy');
    git(folder, 'Mal Ferrer', 'mv', record, 'CHG-1.md');
    commit(folder, 'Mal Ferrer', 'Tidy');
    const moved = git(folder, 'Mal Ferrer', 'rev-parse', 'HEAD');
    const found = judged({ folder }, pull({ base, head: moved }), [review('nil-r', { commit_id: moved })]);
    assert.deepEqual([found.code, codes(found)], [1, ['noRecords']]);
  });

  it('asks the branch that the request is for who holds a role, and the one it runs on as well', () => {
    const loose = requested();
    const { folder, base } = loose;
    git(folder, 'Mal Ferrer', 'checkout', '--quiet', 'work');
    edit(
      folder,
      '.changebook/config.yaml',
      ['logins: [mal, mal-two]', 'logins: [mal]'],
      ['logins: ["merge-robot[bot]"]', 'logins: ["merge-robot[bot]", mal-two]'],
      ['Ana Font, ', 'Ana Font, Robot, '],
    );
    commit(folder, 'Mal Ferrer', 'People');
    const own = git(folder, 'Mal Ferrer', 'rev-parse', 'HEAD');
    git(folder, 'Ana Font', 'checkout', '--quiet', 'main');
    git(folder, 'Ana Font', 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'work');
    const found = judged(loose, pull({ base, head: own }), [
      review('mal-two', { commit_id: own }),
      review('merge-robot[bot]', { commit_id: own }),
    ]);
    assert.deepEqual([found.code, codes(found)], [1, ['author', 'noRole']]);
    // Who has left the role since approves nothing any more.
    edit(folder, '.changebook/config.yaml', ['Ana Font, ', '']);
    const gone = judged(loose, pull({ base, head: own }), [review('ana', { commit_id: own })]);
    assert.deepEqual([gone.code, codes(gone)], [1, ['noRole']]);
  });

  it('does not know who is meant by a login of two people', () => {
    const shared = requested();
    edit(shared.folder, '.changebook/config.yaml', ['logins: ana', 'logins: [ana, NIL-R]']);
    const found = judged(shared, pull(shared), [review('nil-r', { commit_id: shared.head })]);
    assert.deepEqual([found.code, codes(found)], [1, ['shared']]);
  });

  it('ends with 2, in one sentence, where a file cannot be read', () => {
    const whole = JSON.stringify([of('nil-r')]);
    const broken: { readonly [file: string]: RegExp } = {
      [fileOf(pull(usual), whole.slice(0, -20))]: /the JSON ends in the middle, in line 2/,
      [fileOf(pull(usual), '{"a": nothing}')]: /from line 2 on it is no JSON/,
      [fileOf('oops')]: /from line 1 on it is no JSON/,
      [fileOf('')]: /it is empty/,
      [fileOf({ message: 'Not Found', documentation_url: 'https://docs.example.org' })]: /said “Not Found”/,
      [fileOf(pull(usual), [of('nil-r', { state: 'ROTTEN' })])]: /part 2 of it is neither/,
      [fileOf(pull(usual), [of('nil-r'), 7])]: /part 2 of it is neither/,
      [path.dirname(fileOf(pull(usual)))]: /cannot be read/,
      [path.join(usual.folder, 'nowhere.json')]: /there is no such file/,
    };
    const inside = requested();
    writeFileSync(
      path.join(inside.folder, 'reviews.json'),
      readFileSync(fileOf(pull(inside), [of('nil-r')])),
    );
    commit(inside.folder, 'Mal Ferrer', 'Reviews of my own');
    for (const [file, sentence] of Object.entries(broken)) {
      const { code, out, err } = changebook(['gate', ...asked, '--reviews', file], usual.folder);
      assert.deepEqual([code, out], [2, ''], file);
      assert.match(err, sentence);
      assert.equal(err.trim().split('\n').length, 1, err);
    }
    const own = changebook(['gate', ...asked, '--reviews', 'reviews.json'], inside.folder);
    assert.equal(own.code, 2);
    assert.match(own.err, /git has this file in the repository/);
  });

  it('finds the one that counts among two thousand', () => {
    const many = Array.from({ length: 2000 }, (_, at) =>
      of(`stranger-${at}`, { commit_id: at.toString(16).padStart(40, '0') }),
    );
    many.splice(1000, 0, of('nil-r'));
    const found = judged(usual, pull(usual), many);
    assert.deepEqual([found.code, codes(found)], [0, ['unknown']]);
    assert.match(found.notCounted?.[0]?.message ?? '', /: 2000 reviews are by logins .*stranger-7, …\.$/);
  });
});
