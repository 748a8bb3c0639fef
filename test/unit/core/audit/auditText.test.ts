import { strict as assert } from 'node:assert';
import type { AuditEvent } from '../../../../src/core/audit/auditEvent';
import { deviationText, eventText, evidenceAndReason, spanText } from '../../../../src/core/audit/auditText';
import { plannedTimes } from '../../../../src/core/audit/plannedTimes';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';

const plain: AuditEvent = {
  ...{ commit: '0'.repeat(40), subject: 'CHG-1: do it', by: 'Anna', address: 'anna@example.org', at: 0 },
  ...{ action: 'tick', own: true, file: 'CHG-1.md', details: {} },
};

function timesOf(front: string) {
  const record = parseRecord(`---\nid: CHG-1\ntype: change\n${front}---\n`) ?? assert.fail();
  return plannedTimes(record, 'Europe/Madrid') ?? assert.fail();
}

describe('The words of an audit trail', () => {
  it('say what happened, in both languages', () => {
    const told = (event: Partial<AuditEvent>) =>
      (['en', 'es'] as const).map((language) => eventText({ ...plain, ...event }, language));
    assert.deepEqual(told({ step: { path: [], text: 'Copy' } }), ['Ticked “Copy”', 'Marcado «Copy»']);
    assert.deepEqual(told({ action: 'advance', to: 'in_testing', own: false }), [
      'Moved to in_testing (by hand)',
      'Pasado a en_pruebas (a mano)',
    ]);
    assert.deepEqual(told({ action: 'approve', role: 'peer', decidedBy: 'Berta', own: false }), [
      'Approved as peer (by Berta, by hand)',
      'Aprobado como par (por Berta, a mano)',
    ]);
    assert.deepEqual(told({ action: 'advance', to: 'in_testing', along: 'CHG-1' }), [
      'Moved to in_testing (along with CHG-1)',
      'Pasado a en_pruebas (junto con CHG-1)',
    ]);
    const details = { Rule: 'schedule/friday' };
    assert.deepEqual(told({ action: 'waive', decidedBy: 'Berta', details }), [
      'Waived schedule/friday (by Berta)',
      'Eximido de schedule/friday (por Berta)',
    ]);
    assert.deepEqual(told({ action: 'notify', details: { Notice: 'start' } }), [
      'Notice sent: start',
      'Aviso enviado: inicio',
    ]);
    assert.deepEqual(told({ action: 'create', own: false, ticked: 2 }), [
      'Written for the first time (2 steps ticked already)',
      'Escrito por primera vez (2 pasos ya marcados)',
    ]);
  });

  it('are those of the commit for an action that has none here, with what else the commit tells', () => {
    const event = {
      ...plain,
      action: 'frobnicate',
      details: { Rule: 'schedule/friday' },
      reason: 'So\u001b[31m it is',
    };
    assert.equal(eventText(event, 'en'), 'do it');
    assert.deepEqual(evidenceAndReason(event, 'es'), [
      ['Motivo', 'So[31m it is'],
      ['Regla', 'schedule/friday'],
    ]);
  });

  it('compare planned and actual times, in the zone of the record', () => {
    const times = timesOf(
      'schedule: { start: 2026-11-24 22:00, duration: 3h }\nactual: { start: 2026-11-24T21:00Z, end: 2026-11-25 01:10 }\n',
    );
    assert.equal(spanText(times.planned, 'Europe/Madrid'), '2026-11-24 22:00 → 2026-11-25 01:00');
    assert.equal(spanText(times.actual, 'Europe/Madrid'), '2026-11-24 22:00 → 2026-11-25 01:10');
    assert.equal(deviationText(times, 'en'), 'began as planned, ended 10 min late');
    assert.equal(deviationText(times, 'es'), 'empezó según lo previsto, terminó 10 min tarde');
    const running = timesOf('schedule: { start: 2026-11-24 22:00 }\nactual: { start: 2026-11-24 21:55 }\n');
    assert.equal(spanText(running.actual, 'Europe/Madrid'), '2026-11-24 21:55 → …');
    assert.equal(deviationText(running, 'en'), 'began 5 min early');
    assert.equal(spanText(timesOf('').planned, 'Europe/Madrid'), undefined);
  });
});
