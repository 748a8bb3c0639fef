import { strict as assert } from 'node:assert';
import { checkTexts } from '../../support/memoryWorkspace';

const file = 'CHG-2026-0042.md';
const fine = `---
id: CHG-2026-0042
type: change
status: to_be_released
change_type: normal
environments: [PRO]
performed_by: provider
schedule: { start: 2026-11-24 22:00, duration: 1h }
agreement: { by: Anna Serra, at: 2026-11-10 10:00, start: 2026-11-24 22:00 }
components: [{ name: portal, from: "1.0.0", to: "1.0.1" }]
rollback: { to: "1.0.0" }
approvals:
  - { role: peer, by: Nil Roca, at: 2026-11-13 10:05, digest: x, decision: approved }
---
# Portal
`;

/** Rule and place of everything that is found in the record. */
function found(text: string, config = ''): string[] {
  const findings = checkTexts(
    new Map([
      [file, text],
      ['.changebook/config.yaml', `timezone: Europe/Madrid\n${config}`],
    ]),
  );
  return findings.map(({ finding }) => `${finding.rule} ${JSON.stringify(finding.args ?? {})}`);
}

describe('One slip', () => {
  const known = new Set(found(fine));
  for (const [wrong, right] of [
    ['schedule: 2026-11-24 22:00', /schedule: .*/],
    ['schedule: [2026-11-24 22:00]', /schedule: .*/],
    ['schedule: { start: 2026-11-24 22:00, durration: 1h }', /schedule: .*/],
    ['agreement: Anna Serra', /agreement: .*/],
    ['rollback: yes', /rollback: .*/],
    ['at: 13-11-2026', /at: 2026-11-13 10:05/],
    ['id: chg 42', /id: .*/],
    ['status: on_hold\nhold: true', /status: .*/],
    [
      'status: releasing\nactual: { start: 2026-11-24 22:0 }\nnotifications: [{ kind: start, at: 2026-11-16 10:00 }]',
      /status: .*/,
    ],
  ] as const)
    it(`is one finding: ${wrong}`, () => {
      const more = found(fine.replace(right, wrong)).filter((one) => !known.has(one));
      assert.equal(more.filter((one) => !/^format\/sections|^release/.test(one)).length, 1, more.join('\n'));
    });

  it('is one finding in the configuration: hours that an "and" joins', () => {
    const more = found(fine, 'business_hours: "09:00-14:00 y 16:00-18:00"\n').filter(
      (one) => !known.has(one),
    );
    assert.deepEqual(
      more.map((one) => one.split(' ')[0]),
      ['config/invalid'],
    );
  });
});
