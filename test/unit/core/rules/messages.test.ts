import { strict as assert } from 'node:assert';
import { messageOf, relatedMessageOf } from '../../../../src/core/rules/renderFinding';
import { checkTexts } from '../../support/memoryWorkspace';

describe('Messages of rules', () => {
  it('say of a digest of an older version that it is one', () => {
    const told = (digest: string, status = 'to_be_released', severity = 'error') =>
      checkTexts(
        new Map([
          [
            'CHG-1.md',
            `---\nid: CHG-1\ntype: change\nstatus: ${status}\napprovals: [{ role: peer, by: Nil Roca, decision: approved, digest: "${digest}" }]\n---\n`,
          ],
        ]),
      )
        .filter(({ finding }) => finding.rule === 'approval/stale' && finding.severity === severity)
        .map(({ finding }) => messageOf(finding, 'en'));
    assert.match(
      told(`sha256:${'0'.repeat(64)}`).join(),
      /of Nil Roca as peer was made by an older version of Changebook/,
    );
    for (const status of ['done', 'cancelled', 'rejected']) {
      assert.deepEqual(told(`sha256:${'0'.repeat(64)}`, status), [], 'nobody approves it anew');
    }
    assert.match(told(`sha256:${'0'.repeat(64)}`, 'done', 'info').join(), /by an older version/);
    assert.match(told(`sha256-2:${'0'.repeat(64)}`).join(), /no longer what stands here/);
  });

  it('speak of a start where no duration makes a window of it', () => {
    const windows = 'maintenance_windows: [{ days: [tue], from: "22:00", to: "23:00" }]\n';
    const fields = 'customer: acme\nschedule: { start: 2026-11-25 15:15 }\n';
    const texts = new Map([
      ['.changebook/config.yaml', 'timezone: Europe/Madrid\n'],
      ['.changebook/customers/acme.yaml', `name: Acme\n${windows}`],
      ['CHG-1.md', `---\nid: CHG-1\ntype: change\n${fields}---\n`],
    ]);
    const [told] = checkTexts(texts).filter(({ finding }) => finding.rule === 'schedule/window');
    assert.match(told ? messageOf(told.finding, 'en') : '', /^The start at 2026-11-25 15:15 is not inside/);
    assert.match(told ? messageOf(told.finding, 'es') : '', /^El inicio del 2026-11-25 15:15 no cae/);
  });

  it('name the zone of their times where a conflicting change has another', () => {
    const change = (id: string, customer: string, start: string): string =>
      `---\nid: ${id}\ntype: change\ncustomer: ${customer}\nassignee: Eva\nschedule: { start: ${start}, duration: 1h }\n---\n`;
    const texts = new Map([
      ['.changebook/config.yaml', 'timezone: Europe/Madrid\n'],
      ['.changebook/customers/acme.yaml', 'name: Acme\n'],
      ['.changebook/customers/isle.yaml', 'name: Isle\ntimezone: Europe/London\n'],
      ['CHG-1.md', change('CHG-1', 'acme', '2026-11-25 22:00')],
      ['CHG-2.md', change('CHG-2', 'isle', '2026-11-25 21:30')],
      ['CHG-3.md', change('CHG-3', 'acme', '2026-11-25 21:45')],
    ]);
    const told = checkTexts(texts)
      .filter(({ finding }) => finding.rule === 'schedule/conflict')
      .map(({ file, finding }) => {
        const related = finding.related?.map((place) => relatedMessageOf(finding, place, 'en'));
        return [file, /overlaps that of (.*): /.exec(messageOf(finding, 'en'))?.[1], ...(related ?? [])].join(
          ' | ',
        );
      });
    assert.deepEqual(told.slice(2), [
      'CHG-2.md | CHG-3, from 2026-11-25 20:45 to 2026-11-25 21:45 (Europe/London) | CHG-3 starts here, at 2026-11-25 21:45 (Europe/Madrid).',
      'CHG-2.md | CHG-1, from 2026-11-25 21:00 to 2026-11-25 22:00 (Europe/London) | CHG-1 starts here, at 2026-11-25 22:00 (Europe/Madrid).',
      'CHG-3.md | CHG-1, from 2026-11-25 22:00 to 2026-11-25 23:00 | CHG-1 starts here, at 2026-11-25 22:00.',
      'CHG-3.md | CHG-2, from 2026-11-25 22:30 to 2026-11-25 23:30 (Europe/Madrid) | CHG-2 starts here, at 2026-11-25 21:30 (Europe/London).',
    ]);
  });
});
