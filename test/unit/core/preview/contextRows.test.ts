import { strict as assert } from 'node:assert';
import { digestOf } from '../../../../src/core/approvals/approvedContent';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { RecordIndex } from '../../../../src/core/index/recordIndex';
import { summarise } from '../../../../src/core/index/summarise';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { contextRows } from '../../../../src/core/preview/contextRows';
import { riskOf } from '../../../../src/core/risk/riskOf';
import { riskText } from '../../../../src/core/risk/riskText';
import { drafted, requestFor, workspaceWith } from '../notices/noticeWorkspace';

const around = `justification: The certificate ends
risk: { likelihood: low, impact: high }
contacts: [{ name: Nil Roca, role: On call, phone: "+34 600" }, { role: Support, email: help@example.org }]
channel: "#portal"
links:
  - { title: "<b>Errors</b>", url: "https://grafana.example.org/d", kind: dashboard, threshold: under 1 % }
  - { url: "javascript:alert(1)", kind: runbook }
cab: { meeting: CAB 48, at: 2026-11-17 12:00, decision: deferred }
`;

function changeOf(front: string) {
  const record = parseRecord(`---\nid: CHG-1\ntype: change\n${front}---\n# T\n`);
  assert.ok(record?.type === 'change');
  return record;
}

describe('What surrounds a change', () => {
  it('is shown on its card, with links to web addresses alone', () => {
    const rows = new Map(contextRows(changeOf(around).data, 'en'));
    assert.equal(rows.get('Why'), 'The certificate ends');
    assert.equal(rows.get('Stated risk'), 'likelihood: low · impact: high');
    assert.equal(rows.get('Channel'), '#portal');
    assert.equal(
      rows.get('Contacts'),
      '<ul><li>Nil Roca, On call <small>+34 600</small></li><li>Support <small>help@example.org</small></li></ul>',
    );
    assert.equal(
      rows.get('At hand'),
      '<ul><li><a href="https://grafana.example.org/d">&lt;b&gt;Errors&lt;/b&gt;</a> <small>under 1 %</small></li><li>javascript:alert(1)</li></ul>',
    );
    const spanish = new Map(contextRows(changeOf(around).data, 'es'));
    assert.equal(
      spanish.get('Comité de cambios'),
      'reunion: CAB 48 · fecha: 2026-11-17 12:00 · decision: aplazado',
    );
    assert.deepEqual(contextRows(changeOf('').data, 'en'), []);
  });

  it('stands in the approval request, and whom to call in the notice of the start', () => {
    const request = requestFor(workspaceWith(around), 'CHG-1.md', 'en');
    const { plain } = drafted('approval_request', request);
    for (const part of [
      'Likelihood of failure: low',
      'Change advisory board: CAB 48, 12:00 on Tuesday 17 November 2026',
      'Why: The certificate ends',
      'Nil Roca (On call), +34 600',
      'under 1 %',
    ])
      assert.ok(plain.includes(part), `${part} in ${plain}`);
    const start = drafted('start', requestFor(workspaceWith(around), 'CHG-1.md', 'es')).plain;
    assert.match(start, /Durante el despliegue se habla en #portal\./);
    assert.match(start, /Support, help@example\.org/);
  });

  it('takes part in the risk, the higher one counting', () => {
    const facts = summarise(changeOf(around), 'CHG-1.md', emptyConfig).change;
    assert.ok(facts);
    const risk = riskOf(facts, 'CHG-1.md', new RecordIndex(), () => false);
    assert.equal(riskText(risk, 'en'), 'high (consequences of a failure)');
  });

  it('is approved with the change, and without the meeting', () => {
    const digest = (front: string) => digestOf(changeOf(front));
    assert.notEqual(digest('channel: a\n'), digest('channel: b\n'));
    assert.notEqual(digest('justification: a\n'), digest('justification: b\n'));
    assert.equal(digest('cab: { meeting: CAB 48 }\n'), digest(''));
  });
});
