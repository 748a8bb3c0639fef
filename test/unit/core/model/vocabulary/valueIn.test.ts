import { strict as assert } from 'node:assert';
import { changeText } from '../../../../../src/core/diff/diffText';
import { recordDiff } from '../../../../../src/core/diff/recordDiff';
import { parseRecord } from '../../../../../src/core/model/parse/parseRecord';
import { valueIn } from '../../../../../src/core/model/vocabulary/valueIn';
import { recordTypes } from '../../../../../src/core/model/vocabulary/vocabulary';

const front = (text: string) => `---\nid: CHG-1\ntype: change\n${text}---\n# A\n`;

describe('Values as their reader knows them', () => {
  const { fields } = recordTypes.change;

  it('have the names of the language, whatever the record is written in', () => {
    const schedule = { start: '2026-12-09 22:00', duration: '1h' };
    assert.equal(valueIn('es', schedule, fields.schedule.type), 'inicio: 2026-12-09 22:00 · duracion: 1h');
    assert.equal(valueIn('en', schedule, fields.schedule.type), 'start: 2026-12-09 22:00 · duration: 1h');
    assert.equal(valueIn('es', ['end_users', 'x@y.es'], fields.notify.type), 'usuarios_finales, x@y.es');
    const approvals = [
      { role: 'peer', by: 'Eva' },
      { role: 'dba', decision: 'denied' },
    ];
    assert.equal(
      valueIn('es', approvals, fields.approvals.type),
      'rol: par · por: Eva; rol: dba · decision: denegado',
    );
    assert.equal(valueIn('es', { constructor: 1 }, fields.schedule.type), 'constructor: 1');
    assert.equal(valueIn('es', undefined), '');
  });

  it('are in no other language in a comparison', () => {
    const before = front(
      'schedule: { start: 2026-12-09 22:00, duration: 1h, outage: 5m }\nimpact: { level: low }\napprovals: [{ role: peer, by: Eva, at: 2026-11-20T10:00Z, decision: approved }]\n',
    );
    const after = front(
      'schedule: { start: 2026-12-10 22:00, duration: 1h, outage: 5m }\nimpact: { level: high }\napprovals: [{ role: peer, by: Ana, at: 2026-11-20T10:00Z, decision: approved }]\n',
    );
    const [old, now] = [parseRecord(before), parseRecord(after)];
    const told = recordDiff(old, now).map((change) => changeText(change, 'change', 'es'));
    assert.deepEqual(told.slice(0, 3), [
      'Ventana movida de 2026-12-09 22:00 (1h, corte 5m) a 2026-12-10 22:00 (1h, corte 5m)',
      'Decisión como par reescrita: por: Eva · fecha: 2026-11-20T10:00Z · decision: aprobado → por: Ana · fecha: 2026-11-20T10:00Z · decision: aprobado',
      'impacto: nivel: bajo → nivel: alto',
    ]);
  });
});
