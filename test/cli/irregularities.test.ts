import { strict as assert } from 'node:assert';
import { irregularities } from '../irregularities/irregularities';
import { makeIrregularities } from '../irregularities/makeIrregularities';
import { checkJson, folderOf } from './program';
import { git } from './repository';

describe('The prepared repository with irregularities', () => {
  it('is the same whenever it is made', () => {
    const [one, other] = [folderOf({}), folderOf({})];
    for (const folder of [one, other]) makeIrregularities(folder);
    assert.equal(git(one, 'rev-parse', 'HEAD'), git(other, 'rev-parse', 'HEAD'));
    assert.equal(git(one, 'show-ref', '--tags'), git(other, 'show-ref', '--tags'));
    assert.equal(Object.keys(irregularities).length, 14);
  });

  it('has nothing for a check to find but what records alone can show', () => {
    const { folder } = makeIrregularities(folderOf({}));
    const { findings } = checkJson([], folder);
    const told = new Set(findings.map(({ file, rule }) => `${file} ${rule}`));
    const about = ({ change }: { readonly change: string }): string => `changes/${change}.md`;
    assert.deepEqual(
      [...told].sort(),
      [
        `${about(irregularities.otherContent)} approval/stale`,
        `${about(irregularities.emergencyUnapproved)} approval/missing`,
        `${about(irregularities.failedUnreviewed)} closure/review`,
      ].sort(),
    );
  });
});
