import { strict as assert } from 'node:assert';
import { type Journey, well } from './journey';

/** A standard change of three steps, from an empty folder to `done`: Ana carries it out, and Bea approves it. */
export function standardChange(journey: Journey): void {
  const [ana, bea] = [journey.person('Ana Sanz'), journey.person('Bea Gil')];
  const { folder } = journey;
  well(ana.types(folder, 'git', 'init'));
  well(ana.types(folder, 'changebook', 'init', '--yes', '--approvers', `Bea Gil <${bea.address}>`));
  const made = well(
    ana.types(
      folder,
      'changebook',
      'new',
      'PROC-RELEASE',
      '--title',
      'Portal 4.3.0',
      '--start',
      'now',
      '--commit',
    ),
  );
  const [id = ''] = /CHG-\d{4}-\d+/.exec(made) ?? [];
  assert.ok(id, made);
  well(bea.types(folder, 'changebook', 'approve', id));
  well(ana.types(folder, 'changebook', 'advance', id, '--through', 'releasing', '--notify', '--sent'));
  well(ana.types(folder, 'changebook', 'tick', id, 'Deployment'));
  journey.reports.push(
    well(
      ana.types(
        folder,
        'changebook',
        'advance',
        id,
        '--to',
        'done',
        '--outcome',
        'successful',
        '--notify',
        '--sent',
      ),
    ),
  );
  const { status } = JSON.parse(well(ana.runs(folder, 'changebook', 'show', id, '--format', 'json')));
  assert.equal(status, 'done');
  assert.equal(well(ana.runs(folder, 'git', 'status', '--porcelain')), '');
  const { findings } = JSON.parse(well(ana.runs(folder, 'changebook', 'check', '--format', 'json')));
  assert.deepEqual(findings, []);
}
