import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gate, inside } from '../gateWorkspace';
import { changebook } from '../program';
import { commit, edit, git } from '../pullRequest';
import { fileOf, pull, record, requested, review } from './reviewedRepository';

const asked = ['CHG-1', ...inside];

describe('Reviews and what else is known of a change', () => {
  before(() => {
    process.env.GIT_COMMITTER_DATE = '2026-11-20T09:00:00Z';
  });

  after(() => {
    delete process.env.GIT_COMMITTER_DATE;
  });

  it('does not forget a denial that was taken out of the list after the review', () => {
    const denied = requested();
    const seen = pull(denied);
    const own = [review('nil-r', { commit_id: denied.head })];
    const judged = () => gate(denied.folder, [...asked, '--reviews', fileOf(seen, own)]);
    const entry = 'approvals: [{ role: peer, by: Ana Font, at: 2026-11-23T12:00+01:00, decision: denied }]\n';
    edit(denied.folder, record, ['procedure: PROC', `${entry}procedure: PROC`]);
    commit(denied.folder, 'Ana Font', 'Deny');
    assert.equal(judged().code, 1);
    edit(denied.folder, record, [entry, '']);
    commit(denied.folder, 'Mal Ferrer', 'Tidy');
    const found = judged();
    assert.deepEqual([found.code, found.notCounted?.map(({ code }) => code)], [1, ['takenOut']]);
    assert.match(
      found.notCounted?.[0]?.message ?? '',
      /Ana Font denied CHG-1 as peer after Nil Roca had approved it/,
    );
    // What nobody can have meant denies nothing.
    git(denied.folder, 'Ana Font', 'reset', '--quiet', '--hard', 'HEAD~2');
    edit(denied.folder, record, ['procedure: PROC', `${entry}procedure: PROC`]);
    commit(denied.folder, 'Mal Ferrer', 'In the name of Ana');
    edit(denied.folder, record, [entry, '']);
    commit(denied.folder, 'Mal Ferrer', 'Tidy');
    assert.equal(judged().code, 0);
  });

  it('counts nobody who committed to the request, but whoever only brought its branch up to date', () => {
    const { folder, base } = requested();
    const judged = () => {
      const head = git(folder, 'Mal Ferrer', 'rev-parse', 'work');
      git(folder, 'Ana Font', 'checkout', '--quiet', 'main');
      git(folder, 'Ana Font', 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'work');
      const file = fileOf(pull({ base, head }), [review('nil-r', { commit_id: head })]);
      const { code, notCounted = [] } = gate(folder, [...asked, '--reviews', file]);
      return [code, ...notCounted.map((note) => note.code)];
    };
    git(folder, 'Ana Font', 'reset', '--quiet', '--hard', base);
    edit(folder, 'README.md', ['Read me', 'Read this']);
    commit(folder, 'Ana Font', 'Meanwhile');
    git(folder, 'Nil Roca', 'checkout', '--quiet', 'work');
    git(folder, 'Nil Roca', 'merge', '--quiet', '--no-ff', '--message', 'Up to date', 'main');
    assert.deepEqual(judged(), [0]);
    git(folder, 'Ana Font', 'reset', '--quiet', '--hard', 'HEAD^');
    git(folder, 'Nil Roca', 'checkout', '--quiet', 'work');
    edit(folder, 'README.md', ['Read this', 'Read that']);
    commit(folder, 'Nil Roca', 'One thing more');
    assert.deepEqual(judged(), [1, 'committed']);
  });

  it('keeps in a receipt what it counted, so that the decision comes out the same', () => {
    const usual = requested();
    const of = (login: string) => review(login, { commit_id: usual.head });
    const file = path.join(path.dirname(fileOf('x')), 'receipt.json');
    const reviews = fileOf(pull(usual), [of('nil-r'), of('stranger')]);
    const call = ['gate', ...asked, '--reviews', reviews, '--receipt', file];
    assert.equal(changebook(call, usual.folder).code, 0);
    const { code, out, err } = changebook(['verify', file], usual.folder);
    assert.equal(code, 0, out + err);
    assert.match(readFileSync(file, 'utf8'), /"login": "nil-r"/);
  });
});
