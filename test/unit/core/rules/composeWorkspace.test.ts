import { strict as assert } from 'node:assert';
import { RuleClock } from '../../../../src/core/model/time/ruleClock';
import { composeWorkspace } from '../../../../src/core/rules/composeWorkspace';
import { configOf, indexOf, MemoryFacts, testNow } from '../../support/memoryWorkspace';

const texts = new Map([
  ['.changebook/config.yaml', 'timezone: Europe/Madrid\n'],
  [
    'changes/CHG-2026-0001.md',
    '---\nid: CHG-2026-0001\ntype: change\nstatus: to_do\nschedule: { start: 2026-11-17 22:00, duration: 1h }\n---\n# Later\n',
  ],
]);

function composed(clock?: RuleClock) {
  const config = configOf(texts);
  const parts = { config: config.config, index: indexOf(texts, config), files: new MemoryFacts(texts) };
  return composeWorkspace({ ...parts, git: undefined, now: testNow, ...(clock ? { clock } : {}) });
}

describe('A composed workspace', () => {
  it('can be changed by nobody', () => {
    const workspace = composed();
    assert.throws(() => Object.assign(workspace, { now: 0 }), TypeError);
  });

  it('finds the same whichever way it is asked, and says how long that holds', () => {
    const workspace = composed();
    const [entry = assert.fail('no record')] = workspace.index.all();
    const { findings, until } = workspace.heldFindingsOf(entry);
    assert.deepEqual(findings, workspace.findingsOf(entry));
    assert.ok(until > testNow && Number.isFinite(until), String(until));
  });

  it('asks the clock that it was given, and one of its own for what is held', () => {
    const clock = new RuleClock(testNow);
    const workspace = composed(clock);
    const [entry = assert.fail('no record')] = workspace.index.all();
    workspace.heldFindingsOf(entry);
    assert.equal(clock.until, Number.POSITIVE_INFINITY);
    workspace.findingsOf(entry);
    assert.ok(Number.isFinite(clock.until));
  });
});
