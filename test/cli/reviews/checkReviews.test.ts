import { strict as assert } from 'node:assert';
import { inside } from '../gateWorkspace';
import { changebook, checkJson } from '../program';
import { commit, edit, git } from '../pullRequest';
import { fileOf, pull, record, requested, review } from './reviewedRepository';

/** What a check finds wrong with the record, by rule. */
function errors(folder: string, ...args: readonly string[]): string[] {
  const report = checkJson([...inside, ...args], folder);
  const wrong = report.findings.filter(
    ({ file, severity, older }) => file === record && severity === 'error' && !older,
  );
  return wrong.map(({ rule }) => rule);
}

describe('A check with reviews', () => {
  const usual = requested();
  const { folder, base, head } = usual;
  const seen = review('nil-r', { commit_id: head });
  before(() => git(folder, 'Mal Ferrer', 'checkout', '--quiet', 'work'));

  it('counts them, says so beside its report, and keeps nothing of that', () => {
    const file = fileOf(pull(usual), [seen, review('ana', { state: 'COMMENTED' })]);
    assert.deepEqual(errors(folder), ['approval/missing']);
    for (const since of [[], ['--since', 'main~1']])
      assert.deepEqual(errors(folder, '--reviews', file, ...since), [], since.join(' '));
    const shown = changebook(['check', ...inside, '--reviews', file], folder);
    assert.match(shown.err, /^changebook: CHG-1: Approved in a review as peer: Nil Roca \(https:/m);
    // Neither the one before nor the one behind it hears of what the other knew.
    assert.deepEqual(errors(folder), ['approval/missing']);
    assert.deepEqual(errors(folder, '--reviews', file), []);
  });

  it('makes a denial an error of its own', () => {
    const file = fileOf(pull(usual), [seen, review('ana', { state: 'CHANGES_REQUESTED' })]);
    assert.deepEqual(errors(folder, '--reviews', file), ['approval/denied']);
    const report = checkJson([...inside, '--reviews', file], folder);
    const { message } = report.findings.find(({ rule }) => rule === 'approval/denied') ?? assert.fail();
    assert.match(message, /^Ana Font asked for changes in a review, as peer/);
  });

  it('has nothing to say of a request that touches no record, and passes or fails as it would', () => {
    git(folder, 'Mal Ferrer', 'checkout', '--quiet', '-b', 'code', base);
    edit(folder, 'README.md', ['Read', 'Really read']);
    commit(folder, 'Mal Ferrer', 'Code');
    const tip = git(folder, 'Mal Ferrer', 'rev-parse', 'HEAD');
    const file = fileOf(pull({ base, head: tip }), [review('nil-r', { commit_id: tip })]);
    const { code, err } = changebook(['check', ...inside, '--since', base, '--reviews', file], folder);
    assert.equal(code, 0);
    assert.equal(
      err,
      'changebook: https://git.example.org/owner/portal/pull/7 changes no record, so its reviews count for none.\n',
    );
    git(folder, 'Mal Ferrer', 'checkout', '--quiet', 'work');
  });

  it('lets a branch name nobody who may review it, nor blames it for what was reviewed by the rules of before', () => {
    edit(
      folder,
      '.changebook/config.yaml',
      ['logins: [bruno]', 'logins: [bruno, friend]'],
      ['timezone: Europe/Madrid', 'timezone: Europe/Paris'],
    );
    commit(folder, 'Mal Ferrer', 'A friend');
    const tip = git(folder, 'Mal Ferrer', 'rev-parse', 'HEAD');
    const about = pull({ base, head: tip });
    const friend = fileOf(about, [review('friend', { commit_id: tip })]);
    assert.deepEqual(errors(folder, '--since', 'main~1', '--reviews', friend), ['approval/missing']);
    const real = fileOf(about, [review('nil-r', { commit_id: tip })]);
    const report = checkJson([...inside, '--since', 'main~1', '--reviews', real], folder);
    assert.deepEqual(
      report.findings.filter(({ severity, older }) => severity === 'error' && !older),
      [],
    );
  });

  it('takes no reviews of what comes by standard input', () => {
    const { code, err } = changebook(['check', '-', '--reviews', 'x.json'], folder, { input: '' });
    assert.equal(code, 2);
    assert.match(err, /--reviews counts for files/);
  });
});
