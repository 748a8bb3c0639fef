import { strict as assert } from 'node:assert';
import { commitMessage } from '../../../../src/core/actions/commitMessage';
import { recountedSubject } from '../../../../src/core/actions/recountedSubject';

function subjectOf(template: string | undefined, text: string, done: number, all: number): string {
  const step = { path: ['CHG-1'], text, done, all };
  return commitMessage({ record: 'CHG-1', action: 'tick', step }, 'en', template).split('\n')[0] ?? '';
}

describe('A subject that is counted again', () => {
  const before = { done: 3, all: 13 };
  const now = { done: 5, all: 14 };
  const templates = [
    undefined,
    '[{done}/{total}] {id}: {action} {target}',
    '{id} {action} {target}, {done} of {total}',
    'chore({id}): {action} {target} - of {total} steps {done}',
  ];
  for (const template of templates)
    for (const text of ['Backup', 'Part 3/13', 'Restart 3 of 13 nodes'])
      it(`is as if it had been made so: ${template ?? 'the usual form'}, “${text}”`, () => {
        assert.equal(
          recountedSubject(subjectOf(template, text, 3, 13), before, now),
          subjectOf(template, text, 5, 14),
        );
      });

  it('stays where it tells no progress', () => {
    for (const subject of ['CHG-1: approve as peer', 'CHG-13/133: tick "Backup"'])
      assert.equal(recountedSubject(subject, before, now), subject);
  });
});
