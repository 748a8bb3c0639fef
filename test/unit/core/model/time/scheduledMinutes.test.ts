import { strict as assert } from 'node:assert';
import { windowText } from '../../../../../src/core/diff/fieldDiff';
import { parseRecord } from '../../../../../src/core/model/parse/parseRecord';
import { applyEdits } from '../../../../../src/core/model/text/edit';
import { textRange } from '../../../../../src/core/model/text/range';
import { scheduledMinutes } from '../../../../../src/core/model/time/scheduledMinutes';
import { readConfig } from '../../../../../src/core/rules/readConfig';
import { recordEntry } from '../../../../../src/core/rules/recordEntry';
import { movableChange, startEdits } from '../../../../../src/core/schedule/slotFix';
import { drafted, requestFor, workspaceWith } from '../../notices/noticeWorkspace';

const start = '2026-11-25 22:00';
const zone = 'Europe/Madrid';

describe('A window that is given by its end', () => {
  it('is as long as what lies between, over a clock change, too', () => {
    assert.equal(scheduledMinutes({ start, end: '2026-11-26 00:30' }, zone), 150);
    assert.equal(scheduledMinutes({ start: '2026-10-25 01:00', end: '2026-10-25 04:00' }, zone), 240);
    assert.equal(scheduledMinutes({ start, end: '2026-11-25 21:00' }, zone), undefined);
    assert.equal(scheduledMinutes({ start }, zone), undefined);
    assert.equal(scheduledMinutes({ start, duration: '1h', end: '2026-11-26 00:30' }, zone), 60);
  });

  it('is told in notices and differences like any other', () => {
    const front = `title: Portal\nenvironments: [PRO]\nschedule: { start: ${start}, end: 2026-11-25 23:30 }\n`;
    const { plain } = drafted('approval_request', requestFor(workspaceWith(front), 'CHG-1.md', 'en'));
    assert.match(plain, /from 22:00 to 23:30/);
    assert.match(plain, /1 hour and 30 minutes/);
    assert.equal(windowText({ start, end: '2026-11-25 23:30' }), '2026-11-25 22:00 – 2026-11-25 23:30');
  });

  it('keeps its length where it moves', () => {
    const { config } = readConfig([{ file: '.changebook/config.yaml', text: `timezone: ${zone}\n` }]);
    const text = `---\nid: CHG-1\ntype: change\nschedule:\n  start: ${start}\n  end: "2026-11-26 00:30"\n---\n# T\n`;
    const record = parseRecord(text);
    assert.ok(record);
    const entry = recordEntry(record, 'CHG-1.md', config);
    assert.equal(entry.summary.change?.end, Date.UTC(2026, 10, 25, 23, 30));
    const change = movableChange(text, entry, { config });
    assert.ok(change);
    const edits = startEdits(change, Date.UTC(2026, 11, 1, 20));
    const { lines } = record;
    const placed = edits.map(({ range, text: written }) => ({
      range: textRange(lines.offsetAt(range.start), lines.offsetAt(range.end)),
      text: written,
    }));
    assert.match(applyEdits(text, placed).text, /start: 2026-12-01 21:00\n {2}end: "2026-12-01 23:30"/);
  });
});
