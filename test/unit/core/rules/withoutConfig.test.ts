import { strict as assert } from 'node:assert';
import { approvalRows } from '../../../../src/core/approvals/neededRoles';
import { loosenings } from '../../../../src/core/diff/loosenings';
import { RecordIndex } from '../../../../src/core/index/recordIndex';
import { checkEntry } from '../../../../src/core/rules/checkRecord';
import { readConfig } from '../../../../src/core/rules/readConfig';
import { rules } from '../../../../src/core/rules/registry';
import { entryOf, MemoryFacts, testNow } from '../../support/memoryWorkspace';

const none = readConfig([]);
const silent = readConfig([{ file: '.changebook/config.yaml', text: '# Everything as usual.\n' }]);
const customer = { file: '.changebook/customers/acme.yaml', text: 'name: Acme\n' };

// A Friday in business hours, ten minutes after it was asked for, and nobody approved it.
const hasty = `---
id: CHG-2026-0042
type: change
status: to_be_released
change_type: normal
deployment_type: 4
environments: [PRO]
performed_by: provider
requested_at: 2026-11-27 10:00Z
schedule: { start: 2026-11-27 10:10Z, duration: 1h, outage: 3h }
---
# Portal 4.2.0
`;

describe('Without config.yaml', () => {
  it('no rule counts that needs to know a team', () => {
    const found = rulesIn(none);
    const needy = new Set(rules.filter(({ needsTeam }) => needsTeam).map(({ id }) => id));
    assert.deepEqual(
      found.filter((rule) => needy.has(rule)),
      [],
    );
    assert.ok(found.includes('rollback/missing'), 'what any team wants is found all the same');
  });

  it('a file of a customer changes nothing of that', () => {
    assert.ok(!rulesIn(readConfig([customer])).includes('schedule/friday'));
  });

  it('and with an empty one today’s defaults hold', () => {
    const found = rulesIn(silent);
    for (const rule of ['schedule/friday', 'schedule/lead-time', 'schedule/outage-limit', 'approval/missing'])
      assert.ok(found.includes(rule), rule);
    assert.ok(approvalRows(silent.config).some(({ roles }) => roles.length > 1));
  });

  it('nobody approves, and to take it away is to loosen every rule that goes off and every role', () => {
    assert.deepEqual(approvalRows(none.config), []);
    const lost = loosenings(silent.config, none.config);
    const off = lost.filter(({ kind }) => kind === 'rule-off').map(({ about }) => about);
    assert.deepEqual(
      off,
      rules.filter(({ needsTeam }) => needsTeam).map(({ id }) => id),
    );
    assert.ok(lost.some(({ kind }) => kind === 'role-removed'));
  });
});

function rulesIn(result: typeof none): string[] {
  const entry = entryOf('CHG-2026-0042.md', hasty, result) ?? assert.fail();
  const index = new RecordIndex();
  index.load(entry);
  const files = new MemoryFacts(new Map());
  const found = checkEntry(entry, { config: result.config, index, files, git: undefined, now: testNow });
  return found.map(({ rule }) => rule);
}
