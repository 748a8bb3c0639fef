import { strict as assert } from 'node:assert';
import type { GateReport } from '../../../src/core/report/gateReport';
import { gate, inside } from '../gateWorkspace';
import { changebook, checkJson } from '../program';
import { commit, edit, git } from '../pullRequest';
import { fileOf, pull, record, requested, review } from './reviewedRepository';

const asked = ['CHG-1', ...inside];
const codes = ({ notCounted = [] }: GateReport): string[] => notCounted.map(({ code }) => code);

describe('Reviews that somebody would rather have forgotten', () => {
  const usual = requested();
  const of = (login: string, wishes: object = {}) => review(login, { commit_id: usual.head, ...wishes });
  const withFiles = (...files: readonly string[]) =>
    gate(usual.folder, [...asked, ...files.flatMap((file) => ['--reviews', file])]);

  it('are not undone by what an older answer says of the same request', () => {
    const approved = [pull(usual), [of('nil-r')]];
    const dismissed = [pull(usual), [of('nil-r', { state: 'DISMISSED' })]];
    const both = withFiles(fileOf(...approved, ...dismissed));
    assert.deepEqual([both.code, codes(both)], [1, ['toldTwice', 'dismissed']]);
    const apart = withFiles(fileOf(...dismissed), fileOf(...approved));
    assert.deepEqual([apart.code, codes(apart)], [1, ['dismissed', 'toldTwice']]);
    assert.match(apart.notCounted?.[1]?.message ?? '', /is told of twice, .* Nil Roca does not count/);
    // The same answer twice says nothing else.
    const [same] = [fileOf(pull(usual), [of('nil-r')])];
    assert.equal(withFiles(same, same).code, 0);
  });

  it('are not replaced by a second word for the same thing', () => {
    const twice = JSON.stringify([of('nil-r', { state: 'CHANGES_REQUESTED' })]).replace(
      '"CHANGES_REQUESTED"',
      '"CHANGES_REQUESTED","state":"APPROVED"',
    );
    const call = ['gate', ...asked, '--reviews', fileOf(pull(usual), twice)];
    const { code, err } = changebook(call, usual.folder);
    assert.equal(code, 2);
    assert.match(err, /an object in it says “state” twice/);
  });

  it('are not left on a page that nobody fetched', () => {
    const page = [of('nil-r'), ...Array.from({ length: 29 }, () => of('carla', { state: 'COMMENTED' }))];
    const cut = withFiles(fileOf(pull(usual), page));
    assert.deepEqual([cut.code, codes(cut)], [1, ['onePage']]);
    for (const whole of [
      [page, []],
      [page, [of('ana', { state: 'COMMENTED' })]],
      [[page, []]],
      [[...page, of('ana')]],
    ])
      assert.equal(withFiles(fileOf(pull(usual), ...whole)).code, 0);
    const denied = of('ana', { state: 'CHANGES_REQUESTED' });
    const all = withFiles(fileOf(pull(usual), [...page.slice(1), denied]));
    assert.ok(all.changes[0]?.reasons.some(({ rule }) => rule === 'approval/denied'));
  });

  it('are none of another request, though the answer about the request does not say its own address', () => {
    const other = 'https://api.example.org/repos/owner/portal/pulls/8';
    const found = withFiles(
      fileOf(pull(usual, { url: undefined }), [of('nil-r', { pull_request_url: other })]),
    );
    assert.deepEqual([found.code, codes(found)], [1, ['otherRequest']]);
  });

  it('count for nothing where nobody knows whose request it is, or on which day that does not exist they came', () => {
    const gone = withFiles(fileOf(pull(usual, { user: { login: 'ghost' } }), [of('nil-r')]));
    assert.deepEqual([gone.code, codes(gone)], [1, ['noAuthor']]);
    const [by, commitOf] = ['nil-r', usual.head];
    const own = {
      version: 1,
      request: { author: ' ', base: usual.base, head: usual.head },
      reviews: [{ by, decision: 'approved', commit: commitOf, at: '2026-11-23T10:00:00Z' }],
    };
    assert.deepEqual(codes(withFiles(fileOf(own))), ['noAuthor']);
    const never = withFiles(fileOf(pull(usual), [of('nil-r', { submitted_at: '2026-02-30T10:00:00Z' })]));
    assert.deepEqual(codes(never), ['noTime']);
  });

  it('deny though the branch takes the login or the role away from who wrote them', () => {
    const { folder, base } = requested();
    const denials = (change: readonly (readonly [was: string, is: string])[]): number => {
      git(folder, 'Mal Ferrer', 'checkout', '--quiet', '--force', '--detach', 'work');
      edit(folder, '.changebook/config.yaml', ...change);
      commit(folder, 'Mal Ferrer', 'People');
      const head = git(folder, 'Mal Ferrer', 'rev-parse', 'HEAD');
      const file = fileOf(pull({ base, head }), [
        review('nil-r', { commit_id: head, state: 'CHANGES_REQUESTED' }),
        review('ana', { commit_id: head, submitted_at: '2026-11-22T10:00:00Z' }),
      ]);
      const { findings } = checkJson([...inside, '--since', base, '--reviews', file], folder);
      return findings.filter(({ file: own, rule }) => own === record && rule === 'approval/denied').length;
    };
    assert.equal(denials([['timezone: Europe/Madrid', 'timezone: Europe/Paris']]), 2);
    assert.equal(denials([['logins: [Nil-R, nil-second]', 'logins: [nil-second]']]), 2);
    assert.equal(denials([['logins: [carla]', 'logins: [carla, nil-r]']]), 2);
    assert.equal(denials([['peer: [nil@example.org, ', 'peer: [']]), 2);
  });

  it('are not taken back by a login that only the branch gives to who wrote them', () => {
    const { folder, base } = requested();
    git(folder, 'Mal Ferrer', 'checkout', '--quiet', 'work');
    edit(folder, '.changebook/config.yaml', ['nil-second]', 'nil-second, friend]']);
    commit(folder, 'Mal Ferrer', 'A friend');
    const head = git(folder, 'Mal Ferrer', 'rev-parse', 'HEAD');
    const [early, late] = ['2026-11-22T10:00:00Z', '2026-11-23T10:00:00Z'];
    for (const state of ['DISMISSED', 'APPROVED']) {
      const file = fileOf(pull({ base, head }), [
        review('nil-r', { commit_id: head, state: 'CHANGES_REQUESTED', submitted_at: early }),
        review('friend', { commit_id: head, state, submitted_at: late }),
      ]);
      const found = gate(folder, [...asked, '--reviews', file]);
      assert.ok(
        found.changes[0]?.reasons.some(({ rule }) => rule === 'approval/denied'),
        state,
      );
    }
  });

  it('approve nothing that the branch only took over from the one that it is for', () => {
    const { folder, base } = requested();
    git(folder, 'Ana Font', 'checkout', '--quiet', '-b', 'other', base);
    edit(folder, 'README.md', ['Read', 'Really read']);
    commit(folder, 'Ana Font', 'Another thing');
    // The host still tells of the base as it was when the request was opened.
    git(folder, 'Ana Font', 'merge', '--quiet', '--no-ff', '--message', 'Update', 'main');
    const head = git(folder, 'Ana Font', 'rev-parse', 'HEAD');
    const file = fileOf(pull({ base, head }, { user: { login: 'ana' } }), [
      review('nil-r', { commit_id: head }),
    ]);
    const found = () => gate(folder, [...asked, '--reviews', file]);
    git(folder, 'Ana Font', 'checkout', '--quiet', 'main');
    assert.deepEqual([found().code, codes(found())], [1, ['noRecords']]);
    git(folder, 'Ana Font', 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'other');
    assert.deepEqual([found().code, codes(found())], [1, ['noRecords']]);
  });
});
