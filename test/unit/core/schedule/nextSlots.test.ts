import { strict as assert } from 'node:assert';
import type { FixEdit } from '../../../../src/core/findings/finding';
import { localText } from '../../../../src/core/model/time/localText';
import type { WorkspaceCheckInput } from '../../../../src/core/rules/checkRecord';
import {
  type MovableChange,
  movableChange,
  slotFixFor,
  slotsOf,
  startEdits,
} from '../../../../src/core/schedule/slotFix';
import {
  checkTexts,
  configOf,
  indexOf,
  MemoryFacts,
  type Texts,
  testNow,
} from '../../support/memoryWorkspace';

const file = 'CHG-2026-0001.md';
const common = {
  '.changebook/config.yaml': `timezone: Europe/Madrid
business_hours: "09:00-18:00"
holidays: { country: ES, region: CT, dates: [{ date: 2026-12-07, name: Bridge }] }
freezes: [{ from: 2026-12-18, to: 2027-01-07, hard: true }, { from: 2026-11-19, to: 2026-11-19, customers: [diba] }]
vacations: [{ from: 2026-11-26, to: 2026-11-27, who: team }]
`,
  '.changebook/customers/diba.yaml': `name: Diba
timezone: Europe/Madrid
maintenance_windows: [{ days: [tue, wed, thu], from: "22:00", to: "02:00" }]
`,
  'CHG-2026-0002.md': `---\nid: CHG-2026-0002\ntype: change\nstatus: to_be_released\ncustomer: diba\nenvironments: [PRO]\nschedule: { start: 2026-11-18 23:00, duration: 2h }\n---\n`,
};

function changeText(front: string, start = '2026-11-17 10:00'): string {
  return `---\nid: ${file.slice(0, -3)}\ntype: change\n${front}schedule: { start: ${start}, duration: 1h }\n---\n# x\n`;
}

interface Found {
  readonly change: MovableChange;
  readonly input: WorkspaceCheckInput;
  readonly texts: Texts;
}

function movable(text: string, beside: { readonly [name: string]: string } = common): Found {
  const texts = new Map([...Object.entries(beside), [file, text]]);
  const result = configOf(texts);
  const index = indexOf(texts, result);
  const entry = index.entry(file) ?? assert.fail('no record');
  const input = { config: result.config, index, files: new MemoryFacts(texts), git: undefined, now: testNow };
  return { change: movableChange(text, entry, input) ?? assert.fail('no change'), input, texts };
}

function edited(text: string, edits: readonly FixEdit[]): string {
  const lines = text.split('\n');
  for (const { range, text: inserted } of edits) {
    assert.equal(range.start.line, range.end.line);
    const line = lines[range.start.line] ?? '';
    lines[range.start.line] = line.slice(0, range.start.column) + inserted + line.slice(range.end.column);
  }
  return lines.join('\n');
}

/** The schedule findings of a whole check for a change that starts then. */
function rulesAt({ change, texts }: Found, start: number): string[] {
  const text = edited(texts.get(file) ?? '', startEdits(change, start));
  return checkTexts(new Map([...texts, [file, text]]))
    .filter((found) => found.file === file && found.finding.rule.startsWith('schedule/'))
    .filter(({ finding }) => !finding.waived)
    .map(({ finding }) => finding.rule);
}

function starts({ change, input }: Found, count: number): string[] {
  return slotsOf(change, input, count).slots.map(({ start }) => localText(start, change.zone));
}

const diba = 'customer: diba\nenvironments: [PRO]\ndeployment_type: 4\n';

describe('The next slots', () => {
  it('are the first starts in which the checks find nothing', () => {
    const found = movable(changeText(`${diba}requested_at: 2026-11-15 23:30\n`));
    // On the evening of the 18th there is another change from 23:00 on, the 19th is frozen, the 25th precedes a vacation.
    assert.deepEqual(starts(found, 4), [
      ...['2026-11-17 23:30', '2026-11-18 00:30', '2026-11-18 22:00', '2026-11-24 22:00'],
    ]);
    const slots = slotsOf(found.change, found.input, 20).slots;
    assert.equal(slots.length, 20);
    for (const { start } of slots)
      assert.deepEqual(rulesAt(found, start), [], localText(start, found.change.zone));
  });

  it('leave out no start', () => {
    for (const front of [diba, 'deployment_type: 4\n', 'change_type: emergency\ndeployment_type: 2\n']) {
      const found = movable(changeText(front));
      const [slot] = slotsOf(found.change, found.input, 1).slots;
      assert.ok(slot, front);
      assert.deepEqual(rulesAt(found, slot.start), []);
      let tried = 0;
      for (let start = testNow + 900_000; start < slot.start && tried < 300; start += 900_000, tried++) {
        assert.notDeepEqual(rulesAt(found, start), [], localText(start, found.change.zone));
      }
    }
  });

  it('are not where a rule leaves none, and that rule is named', () => {
    const blocked = (text: string) => {
      const { change, input } = movable(text);
      const search = slotsOf(change, input, 3);
      assert.deepEqual(search.slots, []);
      return search.blocked.map(({ rule }) => rule);
    };
    const outage = changeText(diba).replace('duration: 1h', 'duration: 1h, outage: 2h');
    assert.deepEqual(blocked(outage), ['schedule/outage-limit']);
    assert.deepEqual(blocked(changeText(`${diba}severity: blocker\nreported_at: 2026-11-10 10:00\n`)), [
      'schedule/deadline',
    ]);
    assert.deepEqual(blocked(changeText(diba).replace('duration: 1h', 'duration: 5h')), ['schedule/window']);
    const urgent = blocked(
      changeText('deployment_type: 4\nseverity: critical\nreported_at: 2026-11-16 12:00\n'),
    );
    assert.deepEqual(urgent.sort(), ['schedule/business-hours', 'schedule/deadline']);
  });

  it('take waivers and settings into account', () => {
    const waiver = 'waivers: [{ rule: schedule/business-hours, by: Eva, reason: agreed }]\n';
    assert.deepEqual(starts(movable(changeText(`deployment_type: 4\n${waiver}`)), 1), ['2026-11-16 12:30']);
    const off = {
      '.changebook/config.yaml': `${common['.changebook/config.yaml']}rules: { schedule/business-hours: "off" }\n`,
    };
    assert.deepEqual(starts(movable(changeText('deployment_type: 4\n'), off), 2), [
      '2026-11-16 12:30',
      '2026-11-16 13:30',
    ]);
  });

  it('are not moved by what is only information', () => {
    const before = {
      'CHG-2026-0003.md': `---\nid: CHG-2026-0003\ntype: change\nstatus: done\n${diba}schedule: { start: 2026-11-12 22:00, duration: 1h }\n---\n`,
    };
    assert.deepEqual(starts(movable(changeText(diba), { ...common, ...before }), 1), ['2026-11-17 22:00']);
    const asked = { '.changebook/config.yaml': 'timezone: UTC\nrules: { schedule/frequency: warning }\n' };
    const found = movable(changeText(diba), { ...common, ...before, ...asked });
    const [start = ''] = starts(found, 1);
    assert.ok(start.startsWith('2026-12-1'), start);
    const { passedOver } = slotsOf(found.change, found.input, 1);
    assert.ok(passedOver.some(({ rule }) => rule === 'schedule/frequency'));
  });

  it('are none on a day off, unless the customer has windows then or it is urgent', () => {
    const late = 'requested_at: 2026-11-20 15:05\ndeployment_type: 4\n';
    const plain = { '.changebook/config.yaml': 'timezone: Europe/Madrid\n' };
    assert.deepEqual(starts(movable(changeText(late), plain), 1), ['2026-11-23 00:00']);
    const sunday = {
      ...plain,
      '.changebook/customers/diba.yaml':
        'maintenance_windows: [{ days: [sun], from: "15:00", to: "20:00" }]\n',
    };
    assert.deepEqual(starts(movable(changeText(`customer: diba\n${late}`), sunday), 1), ['2026-11-22 15:30']);
    const urgent = 'change_type: emergency\ndeployment_type: 4\n';
    assert.deepEqual(starts(movable(changeText(urgent), plain), 1), ['2026-11-16 12:15']);
    const kathmandu = { '.changebook/config.yaml': 'timezone: Asia/Kathmandu\n' };
    assert.match(starts(movable(changeText('deployment_type: 4\n'), kathmandu), 1)[0] ?? '', /:[03]0$/);
  });

  it('have a length, though the change names none', () => {
    for (const schedule of [
      '{ start: 2026-11-17 10:00 }',
      '{ start: 2026-11-17 10:00, duration: 0m }',
      '~',
    ]) {
      const { change, input } = movable(changeText(diba).replace(/schedule: .*/, `schedule: ${schedule}`));
      const { slots, assumed } = slotsOf(change, input, 2);
      assert.deepEqual(
        slots.map(({ start, end }) => (end - start) / 60_000),
        [60, 60],
        schedule,
      );
      assert.ok(assumed);
    }
    const found = movable(changeText(diba));
    assert.equal(slotsOf(found.change, found.input, 1).assumed, false);
  });

  it('repair a start by a later one, and into no freeze that nobody answers for', () => {
    const moved = (front: string, start: string): string | undefined => {
      const { change, input } = movable(changeText(`${diba}${front}`, start));
      return slotFixFor(change, input)?.args?.start as string | undefined;
    };
    assert.equal(moved('', '2026-12-01 21:00'), '2026-12-01 22:00');
    assert.equal(moved('', '2026-12-14 22:00'), '2026-12-15 22:00');
    const waiver = 'waivers: [{ rule: schedule/freeze, by: Eva, reason: agreed }]\n';
    assert.equal(moved(waiver, '2026-11-18 22:00'), '2026-11-24 22:00');
    assert.equal(moved(waiver, '2026-12-21 22:00'), '2026-12-22 22:00');
    const until = waiver.replace(' }', ', until: 2026-12-22 }');
    assert.equal(moved(until, '2026-12-22 21:00'), '2026-12-22 22:00');
    assert.equal(moved(until, '2026-12-22 23:30'), '2027-01-12 22:00');
  });

  it('are written the way the start is written, or where it belongs', () => {
    const moved = (text: string): string => {
      const { change, input } = movable(text);
      const fix = slotFixFor(change, input) ?? assert.fail('no fix');
      return edited(text, fix.edits);
    };
    assert.ok(moved(changeText(diba)).includes('{ start: 2026-11-17 22:00, duration: 1h }'));
    assert.ok(
      moved(changeText(diba, '"2026-11-17T10:00+01:00"')).includes(
        '{ start: "2026-11-17T22:00+01:00", duration',
      ),
    );
    assert.ok(moved(changeText(diba, '')).includes('start: 2026-11-17 22:00'));
    assert.ok(
      moved(changeText(diba).replace(/schedule: .*/, 'schedule: { duration: 1h }')).includes(
        '{ start: 2026-11-17 22:00, duration: 1h }',
      ),
    );
    assert.ok(
      moved(changeText(diba).replace(/schedule: .*/, 'programacion:\n  duracion: 1h')).includes(
        'programacion:\n  start: 2026-11-17 22:00\n  duracion: 1h',
      ),
    );
    assert.ok(
      moved(changeText(diba).replace(/schedule: .*\n/, '')).includes(
        '\nschedule: { start: 2026-11-17 22:00 }\n---\n',
      ),
    );
    assert.ok(
      moved(changeText(diba).replace(/schedule: .*/, 'schedule: ~')).includes(
        '\nschedule: { start: 2026-11-17 22:00 }\n---\n',
      ),
    );
    assert.ok(
      moved(changeText(diba).replace(/schedule: .*/, 'schedule:')).includes(
        '\nschedule: { start: 2026-11-17 22:00 }\n---\n',
      ),
    );
  });
});
