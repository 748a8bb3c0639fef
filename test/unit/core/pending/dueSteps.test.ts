import { strict as assert } from 'node:assert';
import { pendingRow } from '../../../../src/core/pending/pendingRow';
import { PendingView } from '../../../../src/core/pending/pendingView';
import { configOf, indexOf } from '../../support/memoryWorkspace';

const start = Date.parse('2026-12-10T21:00:00Z');
const hour = 3_600_000;

function viewOf(due: boolean, body: string, status = 'to_be_released') {
  const head = `id: CHG-2026-0001\ntype: change\nstatus: ${status}\nschedule: { start: 2026-12-10 22:00, duration: 1h }`;
  const texts = new Map([
    ['.changebook/config.yaml', 'timezone: Europe/Madrid\n'],
    ['CHG-2026-0001.md', `---\n${head}\n---\n# Portal\n\n${body}`],
  ]);
  const entry = indexOf(texts).entry('CHG-2026-0001.md') ?? assert.fail();
  const row = pendingRow(entry, [], configOf(texts).config);
  const filter = due ? { due } : {};
  const view = new PendingView({ grouping: 'window', filter, language: 'en', states: [] });
  view.set(entry.file, row, start - 100 * hour);
  return view;
}

const body = [
  '- [ ] Start <!-- step: at=0m -->',
  '- [ ] Tell <!-- step: at=-24h -->',
  '- [x] Told <!-- step: at=-48h -->',
  '- [ ] Perhaps <!-- step: at=-48h optional -->',
  '- [x] ~~Not here~~ (n/a: none) <!-- step: at=-48h -->',
  '## Rollback',
  '- [ ] Back <!-- step: at=-48h -->',
].join('\n');

describe('Steps that are due', () => {
  it('are those still to be done, the earliest first, each from its moment on', () => {
    const view = viewOf(false, body);
    const [placed] = view.all();
    assert.deepEqual(
      placed?.row.due.map(({ text, at, line }) => [text, (at - start) / hour, line]),
      [
        ['Tell', -24, 9],
        ['Start', 0, 8],
      ],
    );
    for (const [moment, due] of [
      [start - 24 * hour - 1, 0],
      [start - 24 * hour, 1],
      [start, 2],
    ] as const) {
      view.tick(moment);
      assert.equal(view.counts(moment).due, due, String(moment));
    }
  });

  it('bring a change into a view of such alone, and wake it when the next one is due', () => {
    const view = viewOf(true, body);
    assert.deepEqual(view.groups(), []);
    assert.ok(view.next() <= start - 24 * hour);
    view.tick(start - 24 * hour);
    assert.equal(view.groups().length, 1);
  });

  it('are none where no step says a moment, or of a change that is closed', () => {
    assert.deepEqual([...viewOf(false, body, 'cancelled').all()], []);
    const [none] = viewOf(false, '- [ ] Tell\n').all();
    assert.deepEqual(none?.row.due, []);
  });
});
