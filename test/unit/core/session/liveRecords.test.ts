import { strict as assert } from 'node:assert';
import { checkedConfig } from '../../../../src/core/session/checkedConfig';
import { LiveRecords } from '../../../../src/core/session/liveRecords';
import { MemoryFacts, testNow } from '../../support/memoryWorkspace';

const file = 'changes/CHG-2026-0001.md';
const text = (status: string) =>
  `---\nid: CHG-2026-0001\ntype: change\ntitle: Later\nstatus: ${status}\n---\n# Later\n`;

describe('Records as an editor has them', () => {
  it('tell of a record that reads differently, and of one that reads as before nothing', () => {
    const told: string[] = [];
    const facts = new MemoryFacts(new Map([[file, text('to_do')]]));
    const live = new LiveRecords(
      checkedConfig([], [], () => testNow),
      facts,
      {
        now: () => testNow,
        gitFacts: () => undefined,
        found: (files) => told.push(...files.keys()),
        rechecked: (files) => told.push(...files),
      },
    );
    const update = (status: string): boolean =>
      live.update(file, live.config.scanner.read(file, text(status)));
    assert.equal(update('to_do'), true);
    assert.deepEqual(told.splice(0), [file, file]);
    assert.equal(update('to_do'), false);
    assert.deepEqual(told, []);
    assert.equal(update('in_progress'), true);
    assert.deepEqual(told.splice(0), [file, file]);
    assert.equal(live.update(file, undefined), true);
    assert.equal(live.update(file, undefined), false);
    assert.deepEqual(told, [file, file]);
  });
});
