import { strict as assert } from 'node:assert';
import { reconcileSummary } from '../../../../src/core/reconcile/reconcileMarkdown';
import type { ReconcileReport } from '../../../../src/core/reconcile/reconcileReport';

/** The last day that a report names, of which the last moment that counts lies just before `to`. */
function lastDay(to: string, zone: string): string {
  const none = { missing: [], lists: [], exceptions: [], unrecorded: [], sweeping: [], doubled: [] };
  const about = { version: 1, customer: null, environment: null, complete: true, deployments: 1, changes: 1 };
  const report = { ...about, ...none, notCompared: [], from: '2026-01-01T00:00+00:00', to, zone };
  return / compared, 2026-01-01 to (\S+) /.exec(reconcileSummary(report as ReconcileReport, 'en'))?.[1] ?? '';
}

describe('How a comparison came out', () => {
  it('names the last day that counted: today, or the one that ended with the period', () => {
    assert.equal(lastDay('2026-11-30T23:02+00:00', 'UTC'), '2026-11-30');
    assert.equal(lastDay('2026-12-01T00:00+00:00', 'UTC'), '2026-11-30');
    assert.equal(lastDay('2026-12-01T00:00+01:00', 'Europe/Madrid'), '2026-11-30');
    // There the clocks go forward at midnight, so that the day after begins at one.
    assert.equal(lastDay('2026-09-06T01:00-03:00', 'America/Santiago'), '2026-09-05');
  });
});
