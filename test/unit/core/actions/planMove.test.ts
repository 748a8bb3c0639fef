import { strict as assert } from 'node:assert';
import { movesOf, waitsOn } from '../../../../src/core/actions/moves';
import {
  type MoveInput,
  type MoveWords,
  planMove,
  plannedMoves,
} from '../../../../src/core/actions/planMove';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { defaultWorkflow } from '../../../../src/core/workflow/workflow';
import { configOf, indexOf, MemoryFacts, testNow } from '../../support/memoryWorkspace';

const file = 'CHG-2026-0001.md';

function inputFor(texts: ReadonlyMap<string, string>): MoveInput {
  const { config } = configOf(texts);
  const index = indexOf(texts);
  const files = new MemoryFacts(texts);
  return { config, index, files, git: undefined, now: testNow, textOf: (path) => texts.get(path) };
}

function planFor(text: string, to: string, words: MoveWords = {}, beside: { [path: string]: string } = {}) {
  const texts = new Map(Object.entries({ ...beside, [file]: text }));
  const record = parseRecord(text);
  if (record?.type !== 'change') return assert.fail('no change');
  const input = inputFor(texts);
  const move = movesOf(record.data, input.config.workflow).find((candidate) => candidate.to === to);
  if (!move) return assert.fail(`no move to ${to}`);
  const plan = planMove(record, file, move, words, input);
  return { plan, text: applyEdits(text, plan.edits).text };
}

function change(lines: string, body = '# Title\n'): string {
  return `---\nid: CHG-2026-0001\ntype: change\n${lines}---\n${body}`;
}

function movesFrom(data: { status?: string; performed_by?: 'customer' }): string[] {
  return movesOf(data, defaultWorkflow).map(({ to, kind }) => `${kind} ${to}`);
}

describe('What a move lacks', () => {
  it('is shown where it stands in the text before the move', () => {
    const text = change('status: to_be_released\nenvironments: [PRO]\noutcome: well\ntitle: A\n');
    const { plan, text: moved } = planFor(text, 'releasing');
    assert.notEqual(moved.split('\n').length, text.split('\n').length);
    const found = plan.findings.find(({ args }) => args.value === 'well');
    assert.deepEqual(found?.range, { start: { line: 5, column: 9 }, end: { line: 5, column: 13 } });
  });
});

describe('The default workflow', () => {
  it('has the moves of the format', () => {
    const aside = ['hold on_hold', 'end cancelled'];
    assert.deepEqual(movesFrom({}), ['forward in_progress', ...aside]);
    assert.deepEqual(movesFrom({ status: 'in_progress' }), ['forward to_be_reviewed', ...aside]);
    assert.deepEqual(movesFrom({ status: 'to_be_reviewed' }), [
      ...['forward to_be_released', 'back in_progress', 'end rejected', ...aside],
    ]);
    assert.deepEqual(movesFrom({ status: 'to_be_released' }), [
      ...['forward releasing', 'back in_progress', 'end rejected', ...aside],
    ]);
    assert.deepEqual(movesFrom({ status: 'releasing' }), ['forward in_testing', ...aside]);
    assert.deepEqual(movesFrom({ status: 'in_testing' }), ['forward done', 'back in_progress', ...aside]);
    for (const status of ['done', 'rejected', 'cancelled']) assert.deepEqual(movesFrom({ status }), []);
  });

  it('passes over the review where the customer performs the change', () => {
    const moves = movesFrom({ status: 'in_progress', performed_by: 'customer' });
    assert.equal(moves[0], 'forward to_be_released');
  });

  it('says on whom each state waits', () => {
    const who = (status: string, performed_by?: 'customer' | 'partner') =>
      waitsOn(status, performed_by ? { performed_by } : {}, defaultWorkflow);
    assert.deepEqual(
      ['to_do', 'to_be_reviewed', 'to_be_released', 'releasing', 'in_testing', 'done'].map((status) =>
        who(status),
      ),
      ['us', 'customer', 'us', 'us', 'customer', 'nobody'],
    );
    assert.equal(who('to_be_released', 'customer'), 'customer');
    assert.equal(who('to_be_released', 'partner'), 'partner');
  });
});

describe('A move', () => {
  it('is refused with what the change would lack, and leaves the index as it was', () => {
    const text = change('status: in_progress\n');
    const { plan } = planFor(text, 'to_be_reviewed');
    assert.equal(plan.allowed, false);
    assert.ok(plan.findings.length > 0);
    assert.ok(
      plan.findings.every(({ severity, rule }) => severity === 'error' && rule === 'format/sections'),
    );
  });

  it('to on hold needs a reason, keeps where it came from, and returns there', () => {
    const text = change('status: releasing\nactual: { start: 2026-11-16T11:00Z }\n');
    assert.deepEqual(planFor(text, 'on_hold').plan.lacks, ['reason']);
    const held = planFor(text, 'on_hold', { reason: 'Power cut' });
    assert.ok(held.plan.allowed);
    assert.match(held.text, /status: on_hold\n/);
    assert.match(held.text, /hold: \{ reason: Power cut, from: releasing, at: 2026-11-16T11:00\+00:00 \}\n/);
    assert.doesNotMatch(held.text, /end:/);
    assert.equal(planFor(held.text, 'releasing').text, text);
  });

  it('out of a deployment writes when it ended', () => {
    const text = change('status: releasing\nactual: { start: 2026-11-16T10:00Z }\n');
    assert.match(
      planFor(text, 'in_testing').text,
      /actual: \{ start: 2026-11-16T10:00Z, end: 2026-11-16T11:00\+00:00 \}/,
    );
  });

  it('to done needs an outcome, in the language of the record', () => {
    const text = `---\nid: CHG-2026-0001\ntipo: cambio\nestado: en_pruebas\n---\n# Título\n`;
    assert.deepEqual(planFor(text, 'done').plan.lacks, ['outcome']);
    const { text: after, plan } = planFor(text, 'done', { outcome: 'rolled_back' });
    assert.match(after, /estado: cerrado\n/);
    assert.match(after, /resultado: revertido\n/);
    assert.ok(!plan.allowed, 'without test results and end notice it is not done');
  });

  it('below the threshold of tests is open to the rollback and to a follow-up alone', () => {
    const text = change('status: in_testing\ntests: { passed: 7, total: 10 }\n');
    const rules = (words: MoveWords, beside = {}) =>
      planFor(text, 'done', words, beside).plan.findings.map(({ rule }) => rule);
    assert.ok(rules({ outcome: 'successful' }).includes('rollback/required'));
    assert.ok(!rules({ outcome: 'rolled_back' }).includes('rollback/required'));
    const next = {
      'CHG-2026-0002.md': '---\nid: CHG-2026-0002\ntype: change\nsupersedes: CHG-2026-0001\n---\n',
    };
    assert.ok(!rules({ outcome: 'superseded' }, next).includes('rollback/required'));
  });

  it('makes the customer’s user the requester where the customer performs the change', () => {
    const text = change('status: in_progress\nperformed_by: customer\nrequested_by: Marta López\n');
    assert.ok(planFor(text, 'to_be_released').plan.lacks.includes('requester'));
    const { text: after } = planFor(text, 'to_be_released', { requester: 'Liam Hart' });
    assert.match(after, /requested_by: Liam Hart\n/);
  });

  it('takes the tickets along into testing', () => {
    const text = change(
      'status: releasing\ntickets:\n  - TKT-0001\n  - { id: ES-7, status: to_be_released }\n  - TKT-0002\n',
    );
    const beside = {
      'TKT-0001.md': '---\nid: TKT-0001\ntipo: incidencia\nestado: por_desplegar\n---\n',
      'TKT-0002.md': '---\nid: TKT-0002\ntype: ticket\nstatus: done\n---\n',
    };
    const { plan, text: after } = planFor(text, 'in_testing', {}, beside);
    assert.deepEqual(
      plan.tickets.map(({ id, text: ticket }) => [id, /estado: (\w+)/.exec(ticket)?.[1]]),
      [['TKT-0001', 'en_pruebas']],
    );
    assert.match(after, /\{ id: ES-7, status: in_testing \}/);
  });

  it('backwards is open whatever is wrong, and nothing moves without a front matter', () => {
    const text = change('status: to_be_reviewed\nseverity: urgent\n');
    assert.ok(planFor(text, 'in_progress').plan.allowed);
    const flow = '---\n{ id: CHG-2026-0001, type: change }\n---\n';
    assert.deepEqual(planFor(flow, 'in_progress').plan.lacks, ['frontMatter']);
  });

  it('is kept out of a state by what its guards name, even a warning', () => {
    const config = `workflow:
  states:
    to_do: { moves: [in_progress] }
    in_progress: { moves: [done], guards: [format/sections] }
    done: {}
`;
    const beside = { '.changebook/config.yaml': config };
    const { plan } = planFor(change(''), 'in_progress', {}, beside);
    assert.deepEqual(
      new Set(plan.findings.map(({ rule, severity }) => `${severity} ${rule}`)),
      new Set(['warning format/sections']),
    );
  });

  it('is planned for each state at once', () => {
    const text = change('status: in_testing\n');
    const record = parseRecord(text);
    if (record?.type !== 'change') return assert.fail('no change');
    const plans = plannedMoves(record, file, inputFor(new Map([[file, text]])));
    assert.deepEqual(
      plans.map(({ move, allowed }) => [move.to, allowed]),
      [
        ['done', false],
        ['in_progress', true],
        ['on_hold', false],
        ['cancelled', false],
      ],
    );
  });
});
