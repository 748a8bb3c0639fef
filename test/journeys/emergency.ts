import { strict as assert } from 'node:assert';
import { type Journey, well } from './journey';

/** Login fails at night: Ana writes the hotfix, Bea lets it pass, and the gate of its deployment opens. */
export function emergency(journey: Journey): void {
  const [ana, bea] = [journey.person('Ana Sanz'), journey.person('Bea Gil')];
  const { folder } = journey;
  // The repository is there already, as it would be.
  well(ana.runs(folder, 'git', 'init'));
  well(ana.runs(folder, 'changebook', 'init', '--yes', '--approvers', `Bea Gil <${bea.address}>`));
  const made = well(ana.types(folder, 'changebook', 'new', 'hotfix', '--title', 'Login fails'));
  const [id = ''] = /CHG-\d{4}-\d+/.exec(made) ?? [];
  assert.ok(id, made);
  assert.equal(ana.runs(folder, 'changebook', 'gate', id).code, 1, 'shut until somebody else approved');
  well(bea.types(folder, 'changebook', 'approve', id));
  journey.reports.push(well(ana.runs(folder, 'changebook', 'gate', id)));
  assert.equal(well(ana.runs(folder, 'git', 'status', '--porcelain')), '');
}
