import { strict as assert } from 'node:assert';
import { moveLedger } from '../../../../src/core/audit/moveLedger';

const author = { name: 'Jordi Mas', address: 'jordi@example.org' };

function moved(record: string, state: string): string {
  return `x\n\nChangebook-Record: ${record}\nChangebook-Action: advance\nChangebook-State: ${state}\n`;
}

function ledgerOf(...messages: readonly string[]) {
  return Object.fromEntries(moveLedger(messages.map((message) => ({ author, message }))));
}

describe('Moves that commits tell of', () => {
  it('are made by the author of their commit', () => {
    assert.deepEqual(ledgerOf(moved('CHG-1', 'in_testing'), moved('CHG-1', 'done')), {
      'CHG-1': { from: 'in_testing', to: 'done', author },
    });
  });

  it('are not made by whoever squashed several commits into one', () => {
    const both = `${moved('CHG-1', 'in_testing')}\n${moved('CHG-1', 'done')}`;
    assert.deepEqual(ledgerOf(both), { 'CHG-1': { from: 'in_testing', to: 'done' } });
  });

  it('are made by whom a squashed message names', () => {
    const original = (message: string): string =>
      `commit ${'a'.repeat(40)}\nAuthor: Anna Serra <anna@example.org>\nDate:   Mon Nov 30 10:00:00 2026 +0100\n\n${message}`;
    const both = `${original(moved('CHG-1', 'in_testing'))}\n${original(moved('CHG-1', 'done'))}`;
    const anna = { name: 'Anna Serra', address: 'anna@example.org' };
    assert.deepEqual(ledgerOf(both)['CHG-1'], { from: 'in_testing', to: 'done', author: anna });
  });
});
