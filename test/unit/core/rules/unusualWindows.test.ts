import { strict as assert } from 'node:assert';
import { movableChange, slotsOf } from '../../../../src/core/schedule/slotFix';
import { checkTexts, configOf, indexOf, MemoryFacts, testNow } from '../../support/memoryWorkspace';

const config = `timezone: Europe/Madrid
business_hours: "22:00-06:00"
working_days: []
holidays: { country: TW }
freezes: [{ from: 0100-01-01, to: 9999-12-31 }]
vacations: [{ from: 9999-12-31 }]
rules: { schedule/lead-time: { hours: 99999999999 } }
`;
const diba =
  'maintenance_windows: [{ from: "10:00", to: "10:00" }, { days: [], from: "01:00" }]\nenvironments: [{ name: PRO, updated: 0100-01-01 }]\n';

const starts = [
  '0000-01-01 00:00',
  '0100-01-01 00:00',
  '1899-12-31 23:59',
  '2126-11-24 22:00',
  '9999-12-31 23:59',
];
const durations = ['0m', '1h', '9999d', '99999999999999999999d', 'P99999999999999999DT1H'];

describe('Windows that nobody meant', () => {
  for (const start of starts) {
    for (const duration of durations) {
      it(`${start} for ${duration} is checked, and has slots or reasons`, () => {
        const change = (id: string): string =>
          `---\nid: ${id}\ntype: change\ncustomer: diba\nenvironments: [PRO]\ndeployment_type: 4\nseverity: critical\nreported_at: ${start}\nrequested_at: ${start}\nassignee: Eva\nschedule: { start: ${start}, duration: ${duration}, outage: ${duration} }\n---\n`;
        const texts = new Map([
          ['.changebook/config.yaml', config],
          ['.changebook/customers/diba.yaml', diba],
          ...['CHG-1', 'CHG-2'].map((id): [string, string] => [`${id}.md`, change(id)]),
        ]);
        assert.ok(checkTexts(texts).length > 0);
        const result = configOf(texts);
        const index = indexOf(texts, result);
        const input = {
          config: result.config,
          index,
          files: new MemoryFacts(texts),
          git: undefined,
          now: testNow,
        };
        const movable = movableChange(change('CHG-1'), index.entry('CHG-1.md') ?? assert.fail(), input);
        const { slots, blocked } = slotsOf(movable ?? assert.fail(), input, 2);
        assert.ok(slots.length + blocked.length > 0);
      });
    }
  }
});
