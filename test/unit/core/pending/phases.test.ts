import { strict as assert } from 'node:assert';
import { pendingRow } from '../../../../src/core/pending/pendingRow';
import { PendingView } from '../../../../src/core/pending/pendingView';
import { configOf, indexOf } from '../../support/memoryWorkspace';

const start = Date.parse('2026-12-10T21:00:00Z');
const hour = 3_600_000;

function viewOf(status: string, more = ''): PendingView {
  const phases = [
    '{ name: Canary, start: 2026-12-10 22:00, duration: 1h }',
    '{ name: All, start: 2026-12-11 22:00, duration: 2h }',
  ];
  const head = `id: CHG-2026-0001\ntype: change\nstatus: ${status}\nschedule: { phases: [${phases.join(', ')}] }${more}`;
  const texts = new Map([
    ['.changebook/config.yaml', 'timezone: Europe/Madrid\n'],
    ['CHG-2026-0001.md', `---\n${head}\n---\n# Portal\n`],
  ]);
  const entry = indexOf(texts).entry('CHG-2026-0001.md') ?? assert.fail();
  const view = new PendingView({ grouping: 'window', filter: {}, language: 'en', states: [] });
  view.set(entry.file, pendingRow(entry, [], configOf(texts).config), start - 10 * hour);
  return view;
}

/** What a row says at moments, each reached by ticks alone. */
function said(status: string, hours: readonly number[], more = ''): string[] {
  const view = viewOf(status, more);
  return hours.map((after) => {
    const moment = start + after * hour;
    for (let next = view.next(); next <= moment; next = view.next()) view.tick(next);
    const [placed] = view.all();
    return `${placed?.phase?.name}: ${placed?.when}, ${placed?.window}`;
  });
}

describe('A change in phases', () => {
  it('is shown by its first one until it begins', () => {
    assert.deepEqual(said('to_be_released', [-2, 3]), ['Canary: in 2 h, today', 'Canary: 3 h late, overdue']);
  });

  it('is shown by the phase that is on or comes next, and is late only beyond the last', () => {
    assert.deepEqual(said('releasing', [0.5, 1, 23, 25, 27]), [
      'Canary: 30 min left, now',
      'All: in 23 h, now',
      'All: in 1 h, now',
      'All: 1 h left, now',
      'All: overrun by 1 h, overdue',
    ]);
  });

  it('awaits no further phase once it is rolled back', () => {
    const back = '\nactual: { rollback: { at: 2026-12-10 22:40, reason: slow } }';
    assert.deepEqual(said('releasing', [0.9, 12], back), [
      'undefined: under way, now',
      'undefined: under way, now',
    ]);
  });

  it('is shown as a whole once it is tested', () => {
    assert.deepEqual(said('in_testing', [30]), ['undefined: in testing, now']);
  });
});
