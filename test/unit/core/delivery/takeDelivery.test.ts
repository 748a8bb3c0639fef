import { strict as assert } from 'node:assert';
import { packDelivery, unpackDelivery } from '../../../../src/core/delivery/packedDelivery';
import { takeAll, takeDelivery } from '../../../../src/core/delivery/takeDelivery';
import { keysOf } from '../../../../src/core/index/indexKeys';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { recordSummary } from '../../../../src/core/rules/recordEntry';
import { configOf } from '../../support/memoryWorkspace';

const { config } = configOf(new Map([['.changebook/config.yaml', 'timezone: Europe/Madrid\n']]));

/** What is taken; what is kept of it comes back as the same. */
function factsOf(text: string) {
  const record = parseRecord(text) ?? assert.fail('a record');
  const summary = recordSummary(record, 'a.md', config);
  const facts = takeDelivery(record, summary, config);
  const all = takeAll(record, summary, config);
  if (all) {
    const kept = JSON.parse(JSON.stringify([packDelivery(all), keysOf(summary)]));
    assert.deepEqual(unpackDelivery(kept[0], kept[1]), facts);
  }
  return facts;
}

/** A moment of local time in Madrid, in winter. */
const madrid = (text: string): number => Date.parse(`${text}+01:00`);

const spanish = `---
id: CHG-2026-0042
tipo: cambio
titulo: Portal 4.2.0
estado: cerrado
tipo_cambio: emergencia
justificacion: No podía esperar
cliente: DiBa
entornos: [PRO]
solicitante: Marta López
solicitado: 2026-11-03 09:30
ejecutor: Jordi Puig
componentes: [{ nombre: portal, a: "4.2.0" }]
procedimiento: proc-release@1.0.0
publicacion: { version: "4.2.0", etiqueta: v4.2.0, artefacto: portal.tgz }
programacion: { inicio: 2026-11-25T22:00+01:00, duracion: 1h }
real: { inicio: 2026-11-25 22:03, fin: 2026-11-25 22:51, reversion: { fecha: 2026-11-25 22:31, motivo: Errores } }
aprobaciones:
  - { rol: par, por: Nil, fecha: 2026-11-13 10:05, decision: denegado }
  - { rol: par, por: Nil, fecha: 2026-11-14 10:05, decision: aprobado }
  - { rol: par, por: Nil, fecha: mañana, decision: aprobado }
notificaciones: [{ clase: inicio, fecha: 2026-11-25 22:00, canal: correo, por: Jordi }]
exenciones: [{ regla: schedule/friday, por: Rita, motivo: Cierra los lunes, hasta: 2026-12-31 }]
reversion: { a: "4.1.3" }
tickets: [ES-7412280, { correo: Acentos }]
reemplaza: CHG-2026-0041
resultado: revertido
---
# Portal
`;

describe('What a change says of its delivery', () => {
  it('is what figures, comparisons and lists need, under English names and as moments', () => {
    assert.deepEqual(factsOf(spanish), {
      id: 'CHG-2026-0042',
      title: 'Portal 4.2.0',
      status: 'done',
      stage: 'done',
      zone: 'Europe/Madrid',
      changeType: 'emergency',
      justification: 'No podía esperar',
      outcome: 'rolled_back',
      owesReview: true,
      goesBack: true,
      customer: 'diba',
      environments: ['PRO'],
      components: ['portal'],
      procedure: 'PROC-RELEASE',
      procedureVersion: '1.0.0',
      requestedBy: 'Marta López',
      requestedAt: madrid('2026-11-03T09:30'),
      assignee: 'Jordi Puig',
      start: madrid('2026-11-25T22:00'),
      end: madrid('2026-11-25T23:00'),
      actualStart: madrid('2026-11-25T22:03'),
      actualEnd: madrid('2026-11-25T22:51'),
      rollbackAt: madrid('2026-11-25T22:31'),
      rollbackReason: 'Errores',
      rollbackTo: '4.1.3',
      release: { version: '4.2.0', tag: 'v4.2.0', artifact: 'portal.tgz' },
      approvals: [
        { role: 'peer', by: 'Nil', at: madrid('2026-11-13T10:05'), decision: 'denied' },
        { role: 'peer', by: 'Nil', at: madrid('2026-11-14T10:05'), decision: 'approved' },
        { role: 'peer', by: 'Nil', decision: 'approved' },
      ],
      approvedAt: madrid('2026-11-14T10:05'),
      waivers: [{ rule: 'schedule/friday', by: 'Rita', reason: 'Cierra los lunes', until: '2026-12-31' }],
      notices: [{ kind: 'start', at: madrid('2026-11-25T22:00'), by: 'Jordi' }],
      tickets: ['ES-7412280', 'Acentos'],
      supersedes: 'CHG-2026-0041',
    });
  });

  it('keeps nothing of what is not there, and only so much of long lists and texts', () => {
    assert.deepEqual(factsOf('---\nid: CHG-2026-0001\ntype: change\n---\n# Nothing yet\n'), {
      ...{ id: 'CHG-2026-0001', title: 'Nothing yet', status: 'to_do', stage: 'to_do' },
      ...{ zone: 'Europe/Madrid', environments: [], components: [] },
    });
    const many = Array.from({ length: 120 }, (_, at) => `T-${at}`).join(', ');
    const long = factsOf(
      `---\nid: CHG-2026-0001\ntype: change\ntickets: [${many}]\nowner: ${'o'.repeat(900)}\n---\n`,
    );
    assert.equal(long?.tickets?.length, 100);
    assert.equal(long?.owner?.length, 300);
  });

  it('is said by changes alone', () => {
    assert.equal(factsOf('---\nid: TKT-1\ntype: ticket\n---\n# A ticket\n'), undefined);
  });
});
