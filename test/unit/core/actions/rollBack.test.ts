import { strict as assert } from 'node:assert';
import { movesOf } from '../../../../src/core/actions/moves';
import { planMove } from '../../../../src/core/actions/planMove';
import { isChange } from '../../../../src/core/actions/recordAction';
import { redoOf } from '../../../../src/core/actions/redo/redoOf';
import { chosenReason, rollBack } from '../../../../src/core/actions/rollBack';
import { planStep } from '../../../../src/core/actions/stepChange';
import { stepToTick } from '../../../../src/core/actions/stepChoice';
import { undoRollback } from '../../../../src/core/actions/undoRollback';
import { bindingDigests, digestOf, isBound } from '../../../../src/core/approvals/approvedContent';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { RecordOf } from '../../../../src/core/model/parse/record';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { actedOn } from '../../support/actedOn';

const plain = '## Rollback\n\n1. Restore the dump\n2. Restart\n   - both nodes\n';
const boxed = '## Rollback\n\n1. [ ] Restore the dump\n2. [ ] Restart\n   - both nodes\n';

function change(fields: string, rollback = boxed): string {
  return `---\nid: CHG-2026-0001\ntype: change\n${fields}---\n# Title\n\n## Deployment\n\n- [x] Deploy\n- [ ] Warm up\n\n${rollback}`;
}

function recordIn(text: string): RecordOf<'change'> {
  const record = parseRecord(text);
  return record?.type === 'change' ? record : assert.fail(text);
}

/** The text that an action leaves, or the code of its refusal. */
function written(action: typeof rollBack, text: string, answers = {}): string {
  const [file] = action.plan(actedOn(text, isChange), answers).files;
  const plan = file?.change.plan(text, 'committed') ?? assert.fail();
  return 'refusal' in plan ? plan.refusal.code : applyEdits(text, plan.edits).text;
}

const going = 'status: releasing\nactual: { start: 2026-11-20T09:00Z }\n';
const said = { reason: 'Logins fail', at: '2026-11-20T10:00Z' };
const back = 'rollback: { at: 2026-11-20T10:00+00:00, reason: Logins fail }';

describe('A rollback', () => {
  it('is written with its moment and its reason, from where something is deployed', () => {
    const text = change(going);
    const expected = text.replace('09:00Z }', `09:00Z, ${back} }`);
    assert.equal(written(rollBack, text, said), expected);
    assert.equal(written(rollBack, expected, { reason: 'Another' }), expected, 'said already');
    const tested = written(rollBack, change('status: in_testing\n'), said);
    assert.ok(tested.includes(`\nactual: { ${back} }\n`), tested);
    const spanish = written(
      rollBack,
      change('estado: desplegando\nreal:\n  inicio: 2026-11-20T09:00Z\n'),
      said,
    );
    assert.match(spanish, /\n {2}reversion: \{ fecha: 2026-11-20T10:00\+00:00, motivo: Logins fail \}\n/);
    for (const status of ['to_do', 'to_be_released', 'done', 'on_hold', 'cancelled'])
      assert.equal(written(rollBack, change(`status: ${status}\n`), said), 'notDeployed', status);
  });

  it('is committed as a run wrote it that was killed before the commit', () => {
    for (const boxes of ['yes', 'no']) {
      const committed = change(going, plain);
      const left = written(rollBack, committed, { ...said, boxes });
      // What is written already is not asked again.
      const on = actedOn(left, isChange);
      const asked = rollBack.asks(on).map(({ name }) => name);
      assert.deepEqual(asked, boxes === 'yes' ? ['at'] : ['at', 'boxes']);
      const answers = boxes === 'yes' ? { at: said.at } : { at: said.at, boxes };
      const [file] = rollBack.plan(on, answers).files;
      const plan = file?.change.plan(committed, 'committed') ?? assert.fail();
      assert.equal('refusal' in plan ? plan.refusal.code : applyEdits(committed, plan.edits).text, left);
    }
  });

  it('takes an abort criterion by its number or its beginning, or any other words', () => {
    const criteria = ['More than 2 % fail', 'Logins fail', 'Logs grow'];
    assert.equal(chosenReason('2', criteria), 'Logins fail');
    assert.equal(chosenReason('more than', criteria), 'More than 2 % fail');
    assert.equal(chosenReason('Log', criteria), 'Log');
    assert.equal(chosenReason('4', criteria), '4');
    assert.equal(chosenReason(' The\nsky ', []), 'The sky');
    const asked = rollBack.asks(actedOn(change(`${going}abort_criteria: [a, b]\n`, plain), isChange));
    assert.deepEqual(
      asked.map(({ name, choices = [] }) => [name, ...choices.map(({ value }) => value)]),
      [['at'], ['reason', 'a', 'b'], ['boxes', 'yes', 'no']],
    );
  });

  it('makes the rollback the checklist, and leaves the rest of the deployment alone', () => {
    const text = change(going);
    const next = (own: string) => stepToTick(actedOn(own, isChange), undefined)?.text;
    assert.equal(next(text), 'Warm up');
    assert.equal(next(written(rollBack, text, said)), 'Restore the dump');
    const tick = (own: string): string => {
      const on = actedOn(own, isChange);
      const step = on.record.body.steps.find(({ text: named }) => named === 'Restart') ?? assert.fail();
      const plan = planStep(on, 'tick', step, {}).files[0]?.change.plan(own, 'committed') ?? assert.fail();
      return 'refusal' in plan ? plan.refusal.code : 'ticked';
    };
    assert.equal(tick(text), 'rollbackStep');
    assert.equal(tick(written(rollBack, text, said)), 'ticked');
    assert.equal(tick(change('status: done\noutcome: rolled_back\n')), 'closedStep');
  });

  it('makes steps of plain items only where no step of the rollback is there', () => {
    const given = written(rollBack, change(going, plain), { ...said, boxes: 'yes' });
    assert.ok(given.endsWith(boxed), given);
    assert.ok(written(rollBack, change(going, plain), { ...said, boxes: 'no' }).endsWith(plain));
    const later = change(`status: releasing\nactual: { ${back} }\n`, plain);
    assert.equal(written(rollBack, later, { boxes: 'yes' }), later.replace(plain, boxed));
    const mixed = '## Rollback\n\n- [ ] a\n- b\n';
    assert.ok(written(rollBack, change(going, mixed), { ...said, boxes: 'yes' }).endsWith(mixed));
    const bullets = '## Vuelta atrás\n\n- a\n- b\n';
    assert.ok(
      written(rollBack, change(going, bullets), { ...said, boxes: 'yes' }).endsWith('- [ ] a\n- [ ] b\n'),
    );
  });

  it('keeps approvals bound to what they were given for, and to nothing else', () => {
    const text = change(going, plain);
    const digest = digestOf(recordIn(text));
    const bound = (own: string) => isBound(digest, bindingDigests(recordIn(own)), recordIn(own));
    const given = written(rollBack, text, { ...said, boxes: 'yes' });
    assert.ok(bound(given));
    assert.ok(bound(given.replace('[ ] Restart', '[x] Restart')));
    assert.ok(bound(given.replace('[ ] Restart', '[x] ~~Restart~~ (n/a: one node)')));
    assert.ok(!bound(given.replace('[ ] Restart', '[ ] Reboot')));
    assert.ok(!bound(given.replace(`, ${back}`, '')), 'without a rollback a box is a new step');
    assert.ok(bound(given.replace('2. [ ]', '2.')), 'it was plain');
    const own = change(going);
    assert.ok(
      isBound(digestOf(recordIn(own)), bindingDigests(recordIn(written(rollBack, own, said))), recordIn(own)),
    );
  });

  it('is taken back as long as nothing was done of it', () => {
    const text = change(going, plain);
    const approved = text.replace(
      '---\n# T',
      `approvals: [{ digest: "${digestOf(recordIn(text))}" }]\n---\n# T`,
    );
    for (const own of [text.replace(plain, boxed), approved]) {
      const opened = written(rollBack, own, { ...said, boxes: 'yes' });
      assert.notEqual(opened, own);
      assert.equal(written(undoRollback, opened), own);
      assert.equal(written(undoRollback, own), own, 'there is none');
      assert.equal(written(undoRollback, opened.replace('[ ] Restart', '[x] Restart')), 'rollbackBegun');
    }
    const closed = change(`status: done\nactual: { ${back} }\n`);
    assert.equal(written(undoRollback, closed), 'closedRollback');
  });

  it('is done again on what others pushed', () => {
    const text = change(going, plain);
    const done = written(rollBack, text, { ...said, boxes: 'yes' });
    const undone = written(undoRollback, done);
    const redo = (action: string, before: string, now: string, there: string): string => {
      const plan = redoOf({ before, after: now, trailers: new Map([['Action', action]]) })?.(there);
      return !plan ? 'not own' : 'refusal' in plan ? plan.refusal.code : applyEdits(there, plan.edits).text;
    };
    const theirs = (own: string) => own.replace('[ ] Warm up', '[x] Warm up');
    assert.equal(redo('rollback', text, done, theirs(text)), theirs(done));
    assert.equal(redo('rollback', text, done, done), done);
    assert.equal(redo('rollback', text, theirs(done), text), 'not own');
    assert.equal(redo('undo-rollback', done, undone, theirs(done)), theirs(undone));
  });

  it('needs no testing, and ends as rolled back without a question', () => {
    const text = change(`status: releasing\nactual: { start: 2026-11-20T09:00Z, ${back} }\n`);
    const on = actedOn(text, isChange);
    const { workflow } = on.input.config;
    const forward = movesOf(on.record.data, workflow).filter(({ kind }) => kind === 'forward');
    assert.deepEqual(
      forward.map(({ to }) => to),
      ['done', 'in_testing'],
    );
    const plan = (to: string, own = text, words = {}) => {
      const from = actedOn(own, isChange);
      const move = movesOf(from.record.data, workflow).find((other) => other.to === to) ?? assert.fail(to);
      return planMove(from.record, from.file, move, words, { ...from.input, textOf: () => undefined });
    };
    const { lacks, edits, findings } = plan('done');
    assert.deepEqual(lacks, []);
    assert.match(applyEdits(text, edits).text, /\noutcome: rolled_back\n/);
    assert.ok(findings.some(({ rule }) => rule === 'checklist/incomplete'));
    const other = plan('done', text, { outcome: 'successful' }).findings;
    assert.ok(other.some(({ rule, message }) => rule === 'closure/outcome' && message === 'rolledBack'));
    const again = text.replace('status: releasing', 'status: in_testing');
    assert.equal(
      applyEdits(again, plan('in_progress', again).edits).text,
      again.replace('in_testing', 'in_progress').replace(`, ${back}`, ''),
    );
  });
});
