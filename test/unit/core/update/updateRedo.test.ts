import { strict as assert } from 'node:assert';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { updateRedo } from '../../../../src/core/update/updateRedo';

const before = `---
id: CHG-2026-0001
type: change
status: in_progress
procedure: PROC-A@1.0.0
---
# A change

## Deployment

- [x] One
- [ ] Two
- [ ] Three
`;
const after = before.replace('@1.0.0', '@1.1.0').replace('- [ ] Three\n', '- [ ] Three\n- [ ] Four\n');
const trailers = new Map([['Action', 'update']]);

function redone(text: string): string {
  const plan = updateRedo({ before, after, trailers })?.(text);
  assert.ok(plan && 'edits' in plan);
  return applyEdits(text, plan.edits).text;
}

describe('An update that is done again', () => {
  it('keeps what others did meanwhile', () => {
    assert.equal(redone(before), after);
    assert.equal(redone(after), after);
    const theirs = before.replace('- [ ] Three', '- [x] Three').replace('# A change', '# Another');
    const both = after.replace('- [ ] Three', '- [x] Three').replace('# A change', '# Another');
    assert.equal(redone(theirs), both);
  });

  it('guesses nothing where both changed the same', () => {
    const plan = updateRedo({ before, after, trailers })?.(before.replace('@1.0.0', '@1.2.0'));
    assert.ok(plan && 'refusal' in plan);
  });

  it('is no way to tick, to approve or to move a change', () => {
    for (const forged of [
      after.replace('- [ ] Two', '- [x] Two'),
      after.replace('- [ ] Four', '- [x] Four'),
      after.replace('- [ ] Two', '- [x] ~~Two~~ (n/a: none)'),
      after.replace('in_progress', 'done'),
      after.replace('---\n#', 'approvals: [{ role: peer, by: Ana, decision: approved }]\n---\n#'),
      after.replace('CHG-2026-0001', 'CHG-2026-0002'),
    ])
      assert.equal(updateRedo({ before, after: forged, trailers }), undefined, forged);
    assert.equal(updateRedo({ before, after, trailers: new Map([['Action', 'edit']]) }), undefined);
  });
});
