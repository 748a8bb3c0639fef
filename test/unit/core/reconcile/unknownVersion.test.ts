import { strict as assert } from 'node:assert';
import { RecordIndex } from '../../../../src/core/index/recordIndex';
import type { ComparedChange } from '../../../../src/core/reconcile/comparedChange';
import type { ListedDeployment } from '../../../../src/core/reconcile/listedDeployment';
import { matchInScope, reconcile } from '../../../../src/core/reconcile/reconcile';
import { readConfig } from '../../../../src/core/rules/readConfig';

const moment = (text: string): number => Date.parse(`2026-02-${text}Z`);
const { config } = readConfig([{ file: '.changebook/config.yaml', text: 'timezone: UTC\n' }]);

/** The kinds of exceptions of what ran in the window of a change. */
function kindsOf(
  ran: Partial<ListedDeployment>,
  release?: NonNullable<ComparedChange['facts']['release']>,
  tags: readonly string[] = [],
): string[] {
  const usual = { title: 'A change', status: 'done', stage: 'done', zone: 'UTC', components: [] } as const;
  const window = { start: moment('10T20:00'), end: moment('10T22:00') };
  const facts = { ...usual, ...window, environments: ['production'], ...(release ? { release } : {}) };
  const place = { list: 'a.csv', row: 2 };
  const deployment: ListedDeployment = {
    ...{ at: moment('10T20:30'), environment: 'production', state: 'succeeded', place },
    ...ran,
  };
  const known = tags.map((name) => [name, { name, object: 'a', commit: 'a', at: 0, by: undefined }] as const);
  const input = {
    ...{ from: moment('01T00:00'), to: moment('20T00:00'), now: moment('20T00:00'), cut: false, config },
    index: new RecordIndex(),
    changes: [{ file: 'a.md', facts }],
    deployments: [deployment],
    git: { tags: new Map(known), commitOf: () => undefined },
  };
  const { exceptions } = reconcile(matchInScope(input), input, () => undefined);
  return exceptions.map(({ kind }) => kind);
}

describe('What ran in the window of a change that names no release', () => {
  it('is told where nobody knows a version of that name', () => {
    assert.deepEqual(kindsOf({ version: '9.9.9' }), ['unknownVersion']);
    assert.deepEqual(kindsOf({ ref: 'hotfix/portal' }), ['unknownVersion']);
  });

  it('is that of the change where a tag is called so, or nothing says what ran', () => {
    assert.deepEqual(kindsOf({ version: '9.9.9' }, undefined, ['v9.9.9']), []);
    assert.deepEqual(kindsOf({}), []);
  });

  it('is told once: as another version where the change names one, by its commit where that is not there', () => {
    assert.deepEqual(kindsOf({ version: '9.9.9' }, { version: '1.0.0' }), ['otherVersion']);
    assert.deepEqual(kindsOf({ version: '9.9.9', commit: 'b'.repeat(40) }), ['unknownCommit']);
  });
});
