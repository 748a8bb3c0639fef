import { strict as assert } from 'node:assert';
import { approvalChange, type Decision } from '../../../../src/core/actions/approvalChange';
import { People } from '../../../../src/core/config/people';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { checkText, testNow } from '../../support/memoryWorkspace';
import { recordFixture } from '../../support/recordFixtures';

const people = new People('', []);
const decision: Decision = {
  role: 'operations',
  by: 'Rita Mas',
  at: testNow,
  zone: 'Europe/Madrid',
  decision: 'approved',
};

function decided(text: string, changed: Partial<Decision> = {}): string {
  const plan = approvalChange({ ...decision, ...changed }, people).plan(text, 'committed');
  return 'edits' in plan ? applyEdits(text, plan.edits).text : plan.refusal.code;
}

function rulesIn(text: string): string[] {
  return checkText(text, 'CHG-2026-0042.md').map(({ rule }) => rule);
}

describe('A decision', () => {
  const text = recordFixture('CHG-2026-0042.es.md');

  it('is written in the language of the record, bound to what it says, and is not stale', () => {
    const after = decided(text);
    const line = after.split('\n').find((own) => own.includes('huella:')) ?? '';
    assert.match(
      line,
      /^ {2}- \{ rol: operaciones, por: Rita Mas, fecha: 2026-11-16T12:00\+01:00, decision: aprobado, huella: /,
    );
    assert.equal(after.replace(`${line}\n`, ''), text);
    assert.ok(!rulesIn(after).includes('approval/stale'));
    const edited = after.replace('corte: 20m', 'corte: 30m');
    assert.ok(rulesIn(edited).includes('approval/stale'));
  });

  it('is not written twice, but anew once the content has changed', () => {
    const after = decided(text);
    assert.equal(decided(after), after);
    const edited = after.replace('corte: 20m', 'corte: 30m');
    assert.notEqual(decided(edited), edited);
    assert.ok(!rulesIn(decided(edited)).includes('approval/stale'));
  });

  it('is refused to whoever asked for the change or performs it, unless they deny it', () => {
    for (const by of ['Marta López', 'jordi puig']) {
      assert.equal(decided(text, { by }), 'selfApproval');
      assert.match(decided(text, { by, decision: 'denied' }), /decision: denegado/);
    }
  });
});
