import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { gate, inside } from '../gateWorkspace';
import { changebook, project } from '../program';
import { commit, edit, git } from '../pullRequest';
import { fileOf, pull, record, requested, review } from './reviewedRepository';

const asked = ['CHG-1', ...inside];
const schema = JSON.parse(readFileSync(path.join(project, 'schemas/written-reviews.schema.json'), 'utf8'));
const validate = new Ajv({ strict: false }).compile(schema as object);

/** Who commits from now on. */
function sit(folder: string, name: string): void {
  git(folder, name, 'config', 'user.name', name);
  git(folder, name, 'config', 'user.email', `${name.split(' ')[0]?.toLowerCase()}@example.org`);
  git(folder, name, 'config', 'commit.gpgsign', 'false');
}

/** What the gate finds of the approval, in a sentence. */
function unverified(folder: string): string[] {
  const [change] = gate(folder, asked).changes;
  return (change?.reasons ?? []).flatMap(({ rule, message }) =>
    rule === 'approval/unverified' ? message : [],
  );
}

describe('Reviews that are written down', () => {
  const usual = requested();
  const { folder, head } = usual;
  const file = fileOf(pull(usual), [review('nil-r', { commit_id: head })]);
  const write = (...more: string[]) =>
    changebook(['approve', ...asked, '--from-reviews', file, ...more], folder);

  it('are entries with the address of the review, and claims until the configuration names who commits them', () => {
    sit(folder, 'Robot Reviews');
    const { code, out, err } = write('--format', 'json');
    assert.equal(code, 0, err);
    assert.match(err, /stays a claim until `reviews` in the configuration names the account/);
    assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors));
    const { reviews } = JSON.parse(out) as { reviews: { outcome: string; role: string; by: string }[] };
    const [report] = reviews;
    assert.deepEqual([report?.outcome, report?.role, report?.by], ['committed', 'peer', 'Nil Roca']);
    const text = readFileSync(path.join(folder, record), 'utf8');
    assert.match(
      text,
      /role: peer, by: Nil Roca, at: 2026-11-23T11:00\+01:00, decision: approved, .*review: "?https:.*#pullrequestreview-\d+/,
    );
    assert.match(
      unverified(folder)[0] ?? '',
      /^Robot Reviews wrote down in \w{9} that Nil Roca approved as peer in a review \(https:.*only in commits by nobody/,
    );
    edit(folder, '.changebook/config.yaml', [
      'people:',
      'reviews: { committer: robot@example.org }\npeople:',
    ]);
    commit(folder, 'Ana Font', 'Name the account');
    assert.deepEqual(unverified(folder), []);
    assert.equal(gate(folder, asked).code, 0);
    assert.match(
      changebook(['diff', 'HEAD~1', ...inside], folder).out,
      /Commits by robot@example\.org may say now who approved in a review/,
    );
    const again = write();
    assert.deepEqual([again.code, git(folder, 'Ana Font', 'status', '--porcelain')], [0, '']);
  });

  it('are no proof from anybody else, not even from a host that merges, nor of whom nobody named', () => {
    const text = readFileSync(path.join(folder, record), 'utf8');
    const entry = /^.*role: peer, by: Nil Roca.*$/m.exec(text)?.[0] ?? assert.fail();
    const forged: readonly (readonly [entry: string, who: string, sentence: RegExp])[] = [
      [entry.replace('-11-23', '-11-24'), 'Mal Ferrer', /^Mal Ferrer wrote down in/],
      [entry.replace('Nil Roca', 'Somebody'), 'Robot Reviews', /names nobody of that name for the role/],
      [
        entry.replace('Nil Roca', 'Carla'),
        'Robot Reviews',
        /^Carla, who requested this change or performs it/,
      ],
    ];
    for (const [other, who, sentence] of forged) {
      edit(folder, record, [entry, other.replace('2026-11-23', '2026-11-24')]);
      commit(folder, who, 'Forge');
      assert.match(unverified(folder)[0] ?? '', sentence, who);
      git(folder, 'Ana Font', 'reset', '--quiet', '--hard', 'HEAD~1');
    }
    // A host that merges makes a commit for its author.
    edit(folder, record, [entry, entry.replace('2026-11-23', '2026-11-24')]);
    git(
      folder,
      'Robot Reviews',
      'commit',
      '--quiet',
      '--all',
      '--author',
      'Mal Ferrer <mal@example.org>',
      '-m',
      'Squash',
    );
    assert.match(unverified(folder)[0] ?? '', /^Robot Reviews wrote down/);
    git(folder, 'Ana Font', 'reset', '--quiet', '--hard', 'HEAD~1');
  });

  it('are those of each record that the request changes, where none is named', () => {
    const fresh = requested();
    sit(fresh.folder, 'Robot Reviews');
    const said = fileOf(pull(fresh), [review('nil-r', { commit_id: fresh.head }), review('who')]);
    const call = ['approve', ...inside, '--from-reviews', said, '--format', 'json'];
    const { code, out, err } = changebook(call, fresh.folder);
    assert.equal(code, 0, err);
    const report = JSON.parse(out) as { reviews: { id: string }[]; notCounted: { code: string }[] };
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.deepEqual([report.reviews.map(({ id }) => id), report.notCounted.length], [['CHG-1'], 1]);
    assert.match(git(fresh.folder, 'Ana Font', 'log', '-1', '--format=%cn %s'), /^Robot Reviews CHG-1/);
  });

  it('are nothing where none counts, and take no words besides', () => {
    const none = fileOf(pull(usual), [review('mal', { commit_id: head })]);
    const { code, err } = changebook(['approve', ...asked, '--from-reviews', none], folder);
    assert.equal(code, 1);
    assert.equal(changebook(['approve', ...inside, '--from-reviews', none], folder).code, 1);
    assert.match(err, /Mal Ferrer opened it[\s\S]*No review in that file counts for CHG-1/);
    assert.equal(write('--role', 'peer').code, 2);
    assert.equal(changebook(['approve', ...asked, '--from-reviews', 'no.json'], folder).code, 2);
  });
});
