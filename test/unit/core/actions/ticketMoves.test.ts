import { strict as assert } from 'node:assert';
import { moveTicket } from '../../../../src/core/actions/moveTicket';
import { isMovable } from '../../../../src/core/actions/recordMoves';
import { redoOf } from '../../../../src/core/actions/redo/redoOf';
import { changesOfTicket, ticketMovesOf, ticketWaitsOn } from '../../../../src/core/actions/ticketMoves';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { RecordOf } from '../../../../src/core/model/parse/record';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { ticketStatusChoice } from '../../../../src/core/model/vocabulary/choices';
import { actedOn } from '../../support/actedOn';
import { configOf, indexOf } from '../../support/memoryWorkspace';

function ticketText(fields: string): string {
  return `---\nid: TKT-1\ntype: ticket\n${fields}---\n# Accents\n`;
}

function read(text: string): RecordOf<'ticket'> {
  const record = parseRecord(text);
  return record?.type === 'ticket' ? record : assert.fail('no ticket');
}

function movesFrom(status: string, stages: ReadonlyMap<string, string> = new Map()): string[] {
  return ticketMovesOf(read(ticketText(`status: ${status}\n`)), stages).map(({ to }) => to);
}

describe('The moves of a ticket', () => {
  it('are those of the format, the usual next state first', () => {
    assert.deepEqual(movesFrom('waiting_for_support'), ['to_do', 'waiting_for_customer', 'on_hold']);
    assert.deepEqual(movesFrom('waiting_for_customer'), ['to_do', 'waiting_for_support', 'on_hold']);
    assert.equal(movesFrom('to_do')[0], 'in_progress');
    assert.equal(movesFrom('in_progress')[0], 'to_be_released');
    assert.equal(movesFrom('to_be_released')[0], 'in_testing');
    assert.deepEqual(movesFrom('in_testing'), ['done', 'waiting_for_support', 'on_hold']);
    assert.deepEqual(movesFrom('done'), ['waiting_for_support']);
    assert.deepEqual(movesFrom('on_hold'), ['waiting_for_support', 'to_do']);
    assert.deepEqual(movesFrom('somewhere'), []);
    assert.deepEqual(movesFrom('constructor'), []);
  });

  it('begin with support where no state is written, and go by the counterpart of a team’s own state', () => {
    assert.deepEqual(
      ticketMovesOf(read(ticketText('')), new Map()).map(({ to }) => to),
      movesFrom('waiting_for_support'),
    );
    assert.deepEqual(movesFrom('qa', new Map([['qa', 'in_testing']])), movesFrom('in_testing'));
  });

  it('lead from every state to done, and nowhere but to states', () => {
    const states = Object.keys(ticketStatusChoice.choices);
    for (const state of states) {
      const reached = new Set([state]);
      for (const from of reached) for (const to of movesFrom(from)) reached.add(to);
      assert.deepEqual([...reached].sort(), [...states].sort(), state);
    }
  });

  it('write the state in the record’s language, where nobody wrote another one', () => {
    const spanish = '---\nid: TKT-1\ntipo: incidencia\nestado: en_pruebas # ayer\n---\n# Acentos\n';
    const on = actedOn(spanish, isMovable);
    const action = moveTicket(on, { to: 'done', kind: 'forward' }, 'Seen\nby Marta');
    const change = action.files[0]?.change ?? assert.fail();
    const plan = change.plan(spanish, 'committed');
    assert.ok('edits' in plan);
    assert.equal(applyEdits(spanish, plan.edits).text, spanish.replace('en_pruebas', 'cerrado'));
    assert.deepEqual(action.parts, { action: 'advance', to: 'done', reason: 'Seen by Marta' });
    assert.deepEqual(change.plan(ticketText('status: done\n'), 'staged'), { edits: [] });
    const codes = [ticketText('status: to_do\n'), '# No record\n'].map((text) => {
      const refused = change.plan(text, 'committed');
      return 'refusal' in refused ? refused.refusal.code : '';
    });
    assert.deepEqual(codes, ['otherState', 'notARecord']);
  });

  it('are done again on what others pushed, unless they moved it elsewhere', () => {
    const [before, after] = [ticketText('status: in_testing\n'), ticketText('status: done\n')];
    const redo = redoOf({ before, after, trailers: new Map([['Action', 'advance']]) });
    assert.ok(redo);
    const theirs = ticketText('status: in_testing\nseverity: minor\n');
    const plan = redo(theirs);
    assert.ok('edits' in plan);
    assert.equal(applyEdits(theirs, plan.edits).text, theirs.replace('in_testing', 'done'));
    assert.deepEqual(redo(after), { edits: [] });
    const elsewhere = redo(ticketText('status: waiting_for_support\n'));
    assert.equal('refusal' in elsewhere && elsewhere.refusal.code, 'fieldDiffers');
    const first = { before: ticketText(''), after: ticketText('status: to_do\n') };
    assert.ok(redoOf({ ...first, trailers: new Map([['Action', 'advance']]) }), 'without a state before');
  });

  it('know the changes that list the ticket, and on whom it waits', () => {
    const change = (id: string, fields: string): [string, string] => [
      `${id}.md`,
      `---\nid: ${id}\ntype: change\n${fields}---\n# Title\n`,
    ];
    const texts = new Map([
      ['TKT-1.md', ticketText('status: to_be_released\n')],
      change('CHG-2026-0001', 'status: done\ntickets: [TKT-1]\n'),
      change('CHG-2026-0002', 'related: [TKT-1]\n'),
    ]);
    assert.deepEqual(changesOfTicket('TKT-1', indexOf(texts)), ['CHG-2026-0001']);
    const ticket = read(ticketText(''));
    const waits = (status: string): string =>
      ticketWaitsOn(status, ticket, { config: configOf(texts).config, index: indexOf(texts) });
    assert.equal(waits('to_be_released'), 'us');
    texts.set(...change('CHG-2026-0003', 'performed_by: customer\ntickets: [{ id: TKT-1 }]\n'));
    assert.deepEqual(changesOfTicket('TKT-1', indexOf(texts)), ['CHG-2026-0003']);
    assert.deepEqual(changesOfTicket(undefined, indexOf(texts)), []);
    assert.equal(waits('to_be_released'), 'customer');
    assert.equal(waits('in_testing'), 'customer');
    assert.equal(waits('waiting_for_support'), 'us');
    assert.equal(waits('done'), 'nobody');
  });
});
