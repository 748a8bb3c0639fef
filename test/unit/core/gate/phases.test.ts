import { strict as assert } from 'node:assert';
import { calendarEntries } from '../../../../src/core/calendarFile/calendarEntries';
import { namedChanges } from '../../../../src/core/gate/namedChanges';
import { type AskedWindow, windowReasons } from '../../../../src/core/gate/windowReasons';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { dayOf } from '../../../../src/core/model/time/zoneClock';
import { contextRows } from '../../../../src/core/preview/contextRows';
import { movableChange, slotsOf, startEdits } from '../../../../src/core/schedule/slotFix';
import { readTimeline } from '../../../../src/core/timeline/readTimeline';
import {
  checkTexts,
  configOf,
  indexOf,
  MemoryFacts,
  type Texts,
  testNow,
} from '../../support/memoryWorkspace';
import { drafted, requestFor } from '../notices/noticeWorkspace';

const file = 'CHG-1.md';
const text = `---
id: CHG-1
type: change
title: Portal
status: to_be_released
environments: [UAT, PRO]
procedure: PROC-1@1.0.0
schedule:
  phases:
    - { name: Rehearsal, start: 2026-11-24 22:00, duration: 1h, environments: [UAT] }
    - { name: Canary, start: 2026-11-25 22:00, duration: 1h, environments: [PRO], share: 5 }
    - { name: All, start: "2026-11-30 22:00", duration: 2h, environments: [PRO], share: 100 }
---
# Portal

## Deployment

### 1. Before

- [ ] Errors looked at <!-- step: choice=errors -->
- [ ] Errors asked about <!-- step: choice=errors -->
`;
const procedure = `---
id: PROC-1
type: procedure
version: 1.0.0
gates: [{ phase: canary, requires: ["1."] }]
---
# How

## 1. Before

- [ ] Errors looked at
`;
const texts: Texts = new Map([
  ['.changebook/config.yaml', 'timezone: Europe/Madrid\n'],
  [file, text],
  ['PROC-1.md', procedure],
]);
const { config } = configOf(texts);
const index = indexOf(texts);
const entry = index.entry(file) ?? assert.fail('no record');
const record = parseRecord(text);
assert.ok(record?.type === 'change');

/** What the gate says of the window at a moment in Madrid. */
function said(day: number, hour: number, asked: AskedWindow = {}): string[] {
  const now = Date.UTC(2026, 10, day, hour - 1);
  const files = new MemoryFacts(texts);
  const input = { config, index, files, git: undefined, now, textOf: () => undefined };
  return windowReasons(entry, input, 'en', asked).map(({ message }) => message);
}

describe('A change with phases', () => {
  it('starts with the first of them, and ends with the last one', () => {
    assert.equal(record.data.schedule?.start, '2026-11-24 22:00');
    assert.equal(entry.summary.change?.end, Date.UTC(2026, 10, 30, 23));
  });

  it('is let through in each of its windows, and not between them', () => {
    assert.deepEqual(said(24, 22), []);
    assert.deepEqual(said(24, 21), [
      'Its phase “Rehearsal” opens at 2026-11-24 22:00 and it is 2026-11-24 21:00 now (Europe/Madrid).',
    ]);
    assert.match(said(25, 12)[0] ?? '', /^Its phase “Canary” opens at/);
    assert.match(said(30, 24 + 2)[0] ?? '', /^Its phase “All” closed at/);
  });

  it('is let through for the phase and the environment that are asked about', () => {
    assert.match(said(24, 22, { environment: 'PRO' })[0] ?? '', /^Its phase “Canary” opens at/);
    assert.match(said(24, 22, { phase: 'canary' })[0] ?? '', /^Its phase “Canary” opens at/);
    assert.deepEqual(said(24, 22, { phase: 'rehearsal', environment: 'UAT' }), []);
    assert.deepEqual(said(24, 22, { phase: 'al' }), [
      'It has no phase “al” that is about this. Did you mean “All”?',
    ]);
    const named = (environment: string) =>
      namedChanges(
        index,
        { environment, tag: undefined, customer: undefined },
        { config, now: Date.UTC(2026, 10, 24, 21) },
      );
    assert.deepEqual(named('UAT'), [file]);
  });

  it('waits for the steps that the procedure requires before a phase', () => {
    const waits = '1 step under “1.” is open, which PROC-1 requires before the phase “Canary”.';
    assert.deepEqual(said(25, 22), [waits]);
    assert.ok(said(30, 22)[0]?.includes('before the phase “Canary”'));
  });

  it('has an entry of the calendar and a bar for each', () => {
    const source = { record, stage: 'to_be_released', config, language: 'en', changedAt: testNow } as const;
    const { entries, skipped } = calendarEntries([source]);
    assert.deepEqual(skipped, []);
    assert.deepEqual(
      entries.map(({ uid, title, place }) => `${uid} ${title} @ ${place}`),
      [
        'CHG-1.1@changebook.invalid CHG-1 · Rehearsal · Portal @ UAT',
        'CHG-1.2@changebook.invalid CHG-1 · Canary (5 %) · Portal @ PRO',
        'CHG-1.3@changebook.invalid CHG-1 · All (100 %) · Portal @ PRO',
      ],
    );
    const first = dayOf('2026-11-23') ?? 0;
    const timeline = readTimeline([{ config, index }], {
      first,
      last: first + 7,
      now: testNow,
      language: 'en',
    });
    const rows = timeline.bands.flatMap(({ groups }) => groups.flatMap(({ rows: own }) => own));
    const bars = rows.map(({ environment, bars: own }) =>
      [environment, ...own.map(({ title }) => title)].join(' | '),
    );
    assert.ok(bars.includes('UAT | Rehearsal · Portal'), bars.join('\n'));
    assert.ok(bars.includes('PRO | Canary · Portal | All · Portal'), bars.join('\n'));
  });

  it('tells in notices of the phase that is on, and in requests of all', () => {
    const request = { ...requestFor(texts, file, 'en'), now: Date.UTC(2026, 10, 25, 20) };
    const start = drafted('start', request).plain;
    assert.match(start, /to PRO\./);
    assert.match(start, /This is the phase Canary \(5 %\)\. It should take 1 hour\./);
    const asked = drafted('approval_request', request).plain;
    assert.match(asked, /- Environments: UAT, PRO\n/);
    assert.doesNotMatch(asked, /Window|Estimated duration/);
    const back = text.replace(
      'schedule:',
      'actual: { rollback: { at: 2026-11-24 22:30, reason: slow } }\nrollback: { to: "1" }\nschedule:',
    );
    const rolledBack = requestFor(new Map([...texts, [file, back]]), file, 'en');
    assert.match(drafted('rollback', { ...rolledBack, now: request.now }).plain, /“Portal” to UAT\./);
    assert.match(asked, /- All \(100 %\): Monday 30 November 2026, from 22:00 to 00:00/);
    assert.match(
      contextRows(record.data, 'es', 'Europe/Madrid')[0]?.join(' ') ?? '',
      /^Fases .*Canary \(5 %\): 2026-11-25 22:00/,
    );
  });

  it('moves as a whole, to where no rule speaks against any of them', () => {
    const input = { config, index, files: new MemoryFacts(texts), git: undefined, now: testNow };
    const change = movableChange(text, entry, input) ?? assert.fail('no change');
    const [slot] = slotsOf(change, input, 1).slots;
    assert.ok(slot);
    const edits = startEdits(change, slot.start).map(({ text: written }) => written);
    assert.equal(edits.length, 3);
    assert.equal(edits[2]?.startsWith('"'), true);
    // None of them starts on a Friday, where the first one alone could start at once.
    const days = edits.map((written) => new Date(written.replaceAll('"', '').slice(0, 10)).getUTCDay());
    assert.ok(!days.includes(5), edits.join());
  });

  it('is not late between its phases', () => {
    const releasing = text.replace('to_be_released', 'releasing').replace('2026-11-24', '2026-11-10');
    const found = checkTexts(new Map([...texts, [file, releasing]])).map(({ finding }) => finding.rule);
    assert.ok(!found.includes('notify/delay') && !found.includes('schedule/overdue'), found.join());
  });
});
