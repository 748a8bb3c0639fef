import { strict as assert } from 'node:assert';
import { findStep } from '../../../../src/core/actions/findStep';
import { refusalText } from '../../../../src/core/actions/refusals';
import { type ProcedureGates, planStepAction } from '../../../../src/core/actions/stepAction';
import { identityOf, type StepIdentity, stepWith } from '../../../../src/core/actions/stepIdentity';
import type { StepActionName } from '../../../../src/core/actions/stepKind';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { nextStep, progressOf, relevantSteps } from '../../../../src/core/model/parse/stepGates';
import { applyEdits } from '../../../../src/core/model/text/edit';

const front = '---\nid: CHG-2026-0001\ntype: change\n---\n# Title\n\n## Checklist\n\n';
const range: readonly [number, number, number, number] = [0, 0, 0, 1];
const gated: ProcedureGates = {
  gates: [{ section: '2.', requires: [{ heading: '1.', range, steps: 1 }] }],
  procedure: 'PROC-RELEASE',
};

function bodyOf(text: string) {
  return (parseRecord(text, { expected: true }) ?? assert.fail()).body;
}

function identityIn(text: string, index: number): StepIdentity {
  const { steps } = bodyOf(text);
  return identityOf(steps[index] ?? assert.fail(`no step ${index}`), steps);
}

/** The text after an action on one of its steps, or the sentence that refuses it. */
function textAfter(
  body: string,
  index: number,
  action: StepActionName,
  words = {},
  gates?: ProcedureGates,
): string {
  const text = front + body;
  const plan = planStepAction(text, { action, step: identityIn(text, index), ...words }, gates);
  if ('refusal' in plan) return refusalText(plan.refusal, 'en');
  return applyEdits(text, plan.edits).text.slice(front.length);
}

describe('An action on a step', () => {
  it('ticks by changing one character, whatever the item looks like', () => {
    assert.equal(textAfter('- [ ] a\n- [ ] b\n', 1, 'tick'), '- [ ] a\n- [x] b\n');
    assert.equal(textAfter('1. [ ] a <!-- step: n -->\n', 0, 'tick'), '1. [x] a <!-- step: n -->\n');
    assert.equal(textAfter('* [\t] a\r\n', 0, 'tick'), '* [x] a\r\n');
    assert.equal(textAfter('> - [ ] a\n>   on\n', 0, 'tick'), '> - [x] a\n>   on\n');
    assert.equal(textAfter('- [X] a', 0, 'untick'), '- [ ] a');
  });

  it('marks as not applicable and takes that back, keeping name, line breaks and indentation', () => {
    for (const item of [
      '- [ ] Copy it\n',
      '- [ ]  Copy **it** (n/a)   <!-- step: backup evidence -->\r\n  - [ ] b\r\n',
      '+ [ ] Two\n  lines ~~here~~ <!-- step: b -->',
    ]) {
      const marked = textAfter(item, 0, 'skip', { reason: 'no\ndatabase', evidence: 'run 7' });
      assert.match(marked, /\[x\] +~~[\s\S]*~~ \(n\/a: no database\)/, item);
      assert.equal(textAfter(marked, 0, 'untick'), item);
    }
    const named = textAfter('- [ ] Copy <!-- step: backup -->\n', 0, 'skip', { reason: 'none' });
    assert.equal(named, '- [x] ~~Copy~~ (n/a: none) <!-- step: backup -->\n');
  });

  it('refuses what cannot be marked so that it is read back, and says so', () => {
    for (const item of ['- [ ] ~~a~~ (n/a: b) c\n', '- [ ] ~ odd\n'])
      assert.match(textAfter(item, 0, 'skip', { reason: 'x' }), /by hand/);
  });

  it('tells what is done already, what is in the way, and what nobody said', () => {
    assert.equal(textAfter('- [x] a\n', 0, 'tick'), '- [x] a\n');
    assert.match(textAfter('- [x] ~~a~~ (n/a: b)\n', 0, 'tick'), /not applicable; take that back/);
    assert.match(textAfter('- [x] a\n', 0, 'skip', { reason: 'b' }), /untick it first/);
    assert.match(textAfter('- [ ] a\n', 0, 'skip', { reason: ' \n' }), /--reason/);
    assert.match(textAfter('- [ ] a <!-- step: a evidence -->\n', 0, 'tick'), /--evidence/);
    assert.match(textAfter('- [ ] a <!-- step: a evidence -->\n', 0, 'skip', { reason: 'b' }), /--evidence/);
    assert.match(textAfter('- [ ] a <!-- step: a evidence -->\n', 0, 'tick', { evidence: 'run 7' }), /\[x\]/);
  });

  it('waits for no optional step, which is never next and counts once it is done', () => {
    const body = '### 1. A\n\n- [ ] a <!-- step: optional -->\n\n### 2. B\n\n- [ ] b\n';
    assert.match(textAfter(body, 1, 'tick', {}, gated), /- \[x\] b/);
    const { steps } = bodyOf(front + body);
    assert.equal(nextStep(steps, [])?.text, 'b');
    assert.deepEqual(progressOf(steps), { done: 0, all: 1 });
    const done = bodyOf(front + textAfter(body, 0, 'tick'));
    assert.deepEqual(progressOf(done.steps), { done: 1, all: 2 });
  });

  it('ticks one of a choice, and the others then do not apply, without a mark', () => {
    const body = '- [ ] a <!-- step: choice=c -->\n- [ ] b <!-- step: choice=c -->\n- [ ] d\n';
    assert.deepEqual(progressOf(bodyOf(front + body).steps), { done: 0, all: 2 });
    const chosen = textAfter(body, 1, 'tick');
    assert.equal(chosen, body.replace('[ ] b', '[x] b'));
    const { steps } = bodyOf(front + chosen);
    assert.deepEqual(
      steps.map(({ notChosen }) => notChosen),
      [true, undefined, undefined],
    );
    assert.deepEqual(progressOf(steps), { done: 1, all: 2 });
    assert.equal(nextStep(steps, [])?.text, 'd');
    const none = { gates: [], procedure: '' };
    assert.match(textAfter(chosen, 0, 'tick', {}, none), /“a” does not apply, since “b” of the same choice/);
    assert.equal(textAfter(chosen, 1, 'untick', {}, none), body);
  });

  it('waits for a gate, and only a tick does', () => {
    const body = '### 1. First\n\n- [ ] a\n- [ ] b\n\n### 2. Then\n\n- [ ] c\n- [x] d\n';
    assert.match(
      textAfter(body, 2, 'tick', {}, gated),
      /has to wait: 2 steps under “1\.”.*“a”.*PROC-RELEASE/,
    );
    assert.match(textAfter(body, 1, 'tick', {}, gated), /- \[x\] b/);
    assert.match(textAfter(body, 2, 'skip', { reason: 'x' }, gated), /~~c~~/);
    assert.match(textAfter(body, 3, 'untick', {}, gated), /- \[ \] d/);
    const done = body.replace('- [ ] a', '- [x] a').replace('- [ ] b', '- [x] ~~b~~ (n/a: x)');
    assert.match(textAfter(done, 2, 'tick', {}, gated), /- \[x\] c/);
    const own = { ...gated, gates: [{ section: '1.', requires: [{ heading: '1.', range, steps: 2 }] }] };
    assert.match(textAfter(body, 1, 'tick', {}, own), /- \[x\] b/);
  });

  it('leaves a closed record alone, whatever is asked of it', () => {
    const gates = { gates: [], procedure: '', stages: new Map([['deployed', 'done']]) };
    const states = {
      'change\nstatus: ': ['cancelled', 'rechazado', 'done', 'deployed'],
      'ticket\nstatus: ': ['done'],
    };
    for (const [begin, names] of Object.entries(states))
      for (const name of names) {
        const text = `---\nid: X-1\ntype: ${begin}${name}\n---\n- [ ] a\n- [x] b\n- [x] ~~c~~ (n/a: d)\n`;
        const told = (index: number, action: StepActionName) => {
          const wish = { action, step: identityIn(text, index), reason: 'why' };
          const plan = planStepAction(text, wish, gates);
          return 'refusal' in plan ? plan.refusal.code : plan.edits.length;
        };
        assert.deepEqual(
          [told(0, 'tick'), told(0, 'skip'), told(1, 'untick'), told(2, 'untick'), told(1, 'tick')],
          [...Array(4).fill('closedStep'), 0],
          begin + name,
        );
      }
  });

  it('leaves a procedure alone', () => {
    const text = '---\nid: PROC-A\ntype: procedure\n---\n- [ ] a\n';
    const plan = planStepAction(text, { action: 'tick', step: identityIn(text, 0) });
    assert.equal('refusal' in plan && plan.refusal.code, 'procedureStep');
  });
});

describe('A step', () => {
  const text = `${front}- [x] Same\n- [ ] Same\n- [ ] Copy the base <!-- step: backup -->\n- [ ] Copy the logs\n\n## Rollback\n\n- [ ] Same\n`;
  const { steps } = bodyOf(text);
  const find = (named: string) => {
    const found = findStep(steps, named, ({ line }) => line);
    return found.kind === 'found' ? steps.indexOf(found.step) : found.kind;
  };

  it('is found by ordinal, line, name, text or the beginning of it', () => {
    assert.deepEqual([find('2'), find('L9'), find('l11'), find('Backup')], [1, 0, 2, 2]);
    assert.deepEqual([find('copy  the logs'), find('Copy the b')], [3, 2]);
    assert.deepEqual([find('Copy'), find('same')], ['ambiguous', 'ambiguous']);
    assert.deepEqual([find('9'), find('0'), find('L1'), find(' '), find('nothing')], Array(5).fill('none'));
  });

  it('is the same in another state of its record, by name or by path, text and ordinal', () => {
    const later = `${front}- [ ] New\n- [ ] Same\n- [ ] Same\n- [x] Reworded <!-- step: backup -->\n\n## Rollback\n\n- [ ] Same\n`;
    const found = [0, 1, 2, 3, 4].map((index) => {
      const step = stepWith(identityIn(text, index), bodyOf(later).steps);
      return step && bodyOf(later).steps.findIndex(({ line }) => line === step.line);
    });
    assert.deepEqual(found, [1, 2, 3, undefined, 4]);
  });

  it('is next where it is the first that is open and not kept back', () => {
    const body = bodyOf(
      `${front}- [x] a\n- [x] ~~b~~ (n/a)\n\n### 2. x\n\n- [ ] c\n\n### 1. y\n\n- [ ] d\n- [ ] e\n`,
    );
    assert.equal(nextStep(body.steps, [])?.text, 'c');
    assert.equal(nextStep(body.steps, gated.gates)?.text, 'd');
    assert.deepEqual(progressOf(body.steps), { done: 1, all: 4 });
  });

  it('counts the way back only where the change was rolled back, and then nothing else', () => {
    const ways = [
      ...['## Rollback\n', '## 9. **Plan de marcha atrás**:\n', '## Backout (if it fails)\n'],
      ...[
        ...['Reversión', '5.2 Rollback steps', 'Vuelta atrás si falla la migración', 'Rollback: database'],
        ...[
          'If it fails',
          'In case of problems',
          'En caso de error',
          'Si algo sale mal',
          'Cómo volver atrás',
        ],
        'Plan de restauración',
      ].map((title) => `## Deployment\n\n- [x] x\n\n### 4. y\n\n#### ${title}\n`),
      '## Rollback\n\nIn words.\n\n## Steps\n\n- [x] x\n\n### Rollback plan\n',
    ];
    for (const way of ways) {
      const text = (outcome: string, title: string) =>
        `---\nid: CHG-2026-0001\ntype: change\n${outcome}---\n# ${title}\n\n## Steps\n\n- [x] a\n\n${way}\n- [ ] back\n\n## Checklist\n\n- [ ] c\n`;
      const next = (outcome: string, title = 'Title') =>
        nextStep(relevantSteps(parseRecord(text(outcome, title))), [])?.text;
      assert.equal(next(''), 'c');
      assert.equal(next('outcome: failed\n'), 'c');
      assert.equal(next('outcome: rolled_back\n'), 'back');
      // The title of a change says what it does, not that all of it is a way back.
      assert.equal(next('', 'Rollback'), 'c');
    }
  });
});
