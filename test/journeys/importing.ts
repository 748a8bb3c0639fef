import { strict as assert } from 'node:assert';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Journey, well } from './journey';

const exported = path.resolve(__dirname, '../fixtures/imports/change_request.csv');

/** An export of ServiceNow comes in with a report of what it could not say, and what is closed stays quiet. */
export function importing(journey: Journey): void {
  const ana = journey.person('Ana Sanz');
  const { folder } = journey;
  copyFileSync(exported, path.join(folder, 'change_request.csv'));
  well(ana.runs(folder, 'git', 'init'));
  well(ana.types(folder, 'changebook', 'init', '--yes'));
  journey.reports.push(well(ana.types(folder, 'changebook', 'import', 'change_request.csv')));
  const { findings } = JSON.parse(ana.runs(folder, 'changebook', 'check', '--format', 'json').said);
  const found = new Set(findings.map(({ file }: { file: string }) => file));
  const closed = [...found].filter((file) =>
    /^status: (?:done|cancelled|rejected)$/m.test(readFileSync(path.join(folder, String(file)), 'utf8')),
  );
  assert.deepEqual(closed, []);
  const again = well(ana.runs(folder, 'changebook', 'import', 'change_request.csv'));
  assert.match(again, /Imported 0 records/);
}
