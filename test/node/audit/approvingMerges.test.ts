import { strict as assert } from 'node:assert';
import path from 'node:path';
import { auditMarkdown } from '../../../src/core/audit/auditMarkdown';
import { evidenceAndReason } from '../../../src/core/audit/auditText';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import { auditReport } from '../../../src/core/report/auditReport';
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
const id = 'CHG-2026-0001';

function commitAll(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
}

/** Changes a file on a branch and merges it with a message. */
function merged(folder: string, change: () => void, message: string): void {
  git(folder, 'checkout', '--quiet', '-b', 'side');
  change();
  commitAll(folder, 'Work');
  git(folder, 'checkout', '--quiet', 'main');
  git(folder, 'merge', '--quiet', '--no-ff', '--message', message, 'side');
  git(folder, 'branch', '--quiet', '--delete', 'side');
}

async function subjectOf(folder: string, at = file) {
  const record = parseRecord(read(folder, at), { expected: true }) ?? assert.fail();
  const events = await readTrail(path.join(folder, at), { id, file: at, steps: record.body.steps });
  return { record, file: at, zone: 'Europe/Madrid', times: undefined, events };
}

describe('Those whom commit messages call approvers', () => {
  useOwnConfiguration();

  it('are shown where the merge brought the record, in any spelling, and count for nothing', async () => {
    const folder = repositoryOf({ 'other.txt': '1' });
    merged(
      folder,
      () => write(folder, file, recordText(2)),
      "Merge branch 'side'\n\nSee merge request !7\n\nApproved-by: Nil Roca <nil@example.org>\nReviewed-By: Ana\nApproved-by: Eva",
    );
    merged(folder, () => write(folder, 'other.txt', '2'), 'Merge another\n\nApproved-by: Nobody');
    write(folder, file, read(folder, file).replace('- [ ] Step 1', '- [x] Step 1'));
    commitAll(folder, 'Tick (#8)\n\nAcked-by: \u001b[31m| <b>Mal</b>');
    git(folder, 'checkout', '--quiet', '-b', 'late');
    git(folder, 'mv', file, 'changes/CHG-2026-0001-portal.md');
    commitAll(folder, 'Rename');
    git(folder, 'checkout', '--quiet', 'main');
    git(folder, 'merge', '--quiet', '--no-ff', '--message', 'Merge late\n\nreviewed-by: Berta', 'late');
    const subject = await subjectOf(folder, 'changes/CHG-2026-0001-portal.md');
    const { events } = subject;
    assert.deepEqual(
      events.map(({ action }) => action),
      ['create', 'mention', 'tick', 'mention', 'move', 'mention'],
    );
    assert.deepEqual(evidenceAndReason(events[1] ?? assert.fail(), 'en'), [
      ['Approved-by', 'Nil Roca <nil@example.org>, Eva'],
      ['Reviewed-by', 'Ana'],
    ]);
    const [, first] = auditReport(subject).events;
    assert.deepEqual(first?.named?.people[2], { trailer: 'Approved-by', by: 'Eva', counted: false });
    assert.equal(first?.subject, "Merge branch 'side'");
    const page = auditMarkdown(subject, 'es');
    assert.match(page, /El mensaje del commit nombra a quien aprobó\\; eso no cuenta/);
    assert.match(page, /Acked\\-by: \\\[31m\\\| \\<b\\>Mal/);
    assert.ok(!page.includes('\u001b') && !/[^\\]<b>/.test(page), page);
    // Only what changed the record was done by hand.
    assert.match(page, /6 eventos\\, 3 de ellos a mano/);
  });

  it('are not without end', async () => {
    const folder = repositoryOf({ [file]: recordText(2) });
    const names = Array.from({ length: 70 }, (_, index) => `Approved-by: ${index} ${'x'.repeat(500)}`);
    merged(
      folder,
      () => write(folder, file, recordText(3)),
      `Merge\n\n${names.join('\n')}\n${names.join('\n')}`,
    );
    const { events } = await subjectOf(folder);
    const { named } = events.at(-1) ?? assert.fail();
    assert.deepEqual([named?.people.length, named?.more, named?.people[0]?.by.length], [50, 20, 200]);
    const [[, shown] = [], more] = evidenceAndReason(events.at(-1) ?? assert.fail(), 'es');
    assert.ok((shown ?? '').length <= 500);
    assert.deepEqual(more, ['Otros nombres', '20']);
  });
});
