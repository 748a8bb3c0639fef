import { strict as assert } from 'node:assert';
import { type Journey, well } from './journey';

/** A folder without anything becomes a repository with a change that has no finding. */
export function firstRecord(journey: Journey): void {
  const ana = journey.person('Ana Sanz');
  well(ana.types(journey.folder, 'git', 'init'));
  well(ana.types(journey.folder, 'changebook', 'init', '--yes'));
  well(ana.types(journey.folder, 'changebook', 'new', 'PROC-RELEASE', '--title', 'Portal 4.3.0', '--commit'));
  const { findings, summary } = JSON.parse(
    well(ana.runs(journey.folder, 'changebook', 'check', '--format', 'json')),
  );
  assert.deepEqual(findings, []);
  assert.ok(summary.records > 1);
  assert.equal(well(ana.runs(journey.folder, 'git', 'status', '--porcelain')), '');
}
