import { strict as assert } from 'node:assert';
import path from 'node:path';
import type { AuditEvent } from '../../../src/core/audit/auditEvent';
import { eventText } from '../../../src/core/audit/auditText';
import { readTrail } from '../../../src/node/audit/readTrail';
import {
  git,
  read,
  recordText,
  repositoryOf,
  useOwnConfiguration,
  write,
} from '../../unit/support/gitFolder';

const file = 'changes/CHG-2026-0001.md';

function replace(folder: string, before: string, after: string): void {
  const text = read(folder, file);
  assert.ok(text.includes(before), before);
  write(folder, file, text.replace(before, after));
}

describe('The audit trail of what was typed by hand', () => {
  useOwnConfiguration();

  it('tells agreements, waivers, notices and pauses', async () => {
    const folder = repositoryOf({ [file]: recordText(1) });
    const type = async (front: string, was = 'type: change\n'): Promise<AuditEvent[]> => {
      replace(folder, was, `${was}${front}`);
      git(folder, 'commit', '--quiet', '--all', '--message', 'By hand');
      return readTrail(path.join(folder, file), { id: 'CHG-2026-0001', file, steps: [] });
    };
    await type('waivers: [{ rule: schedule/friday, by: Anna, reason: Closed that day }]\n');
    await type('notifications: [{ kind: start, at: 2026-11-20 10:00, channel: mail, by: Berta }]\n');
    await type('agreement: { by: Carla, at: 2026-11-20 10:00, start: 2026-11-24 22:00 }\n');
    replace(
      folder,
      'by: Carla, at: 2026-11-20 10:00, start: 2026-11-24 22:00',
      'risk_accepted_by: Carla, reason: Urgent',
    );
    await type('status: on_hold\nhold: { reason: Strike, from: to_do }\n');
    replace(folder, 'on_hold', 'to_do');
    const events = await type('');
    const words = events.map((event) => eventText(event, 'en'));
    assert.deepEqual(words.sort(), [
      'Agreement given (by Carla, by hand)',
      'Notice sent: start (by Berta, by hand)',
      'Put on hold (by hand)',
      'Resumed in to_do (by hand)',
      'Risk accepted (by Carla, by hand)',
      'Waived schedule/friday (by Anna, by hand)',
      'Written for the first time',
    ]);
    assert.ok(events.some(({ reason }) => reason === 'Closed that day'));
  });
});
