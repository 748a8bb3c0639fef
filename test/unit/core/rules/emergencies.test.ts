import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { rules } from '../../../../src/core/rules/registry';

const page = readFileSync(path.join(__dirname, '../../../../docs/pipelines.md'), 'utf8');

/** The rules in the row of a table that begins with some words. */
function inRow(begin: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${begin}`)) ?? '';
  return [...row.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, id = '']) => id).sort();
}

describe('What an emergency is excused from', () => {
  it('is what the page about the gate says', () => {
    const ids = (row: string, own: readonly string[]): void =>
      assert.deepEqual(inRow(row), [...own, ...excused(row)].sort(), `the row “${row}” of docs/pipelines.md`);
    // These two look at the type of the change themselves.
    ids('until', ['approval/missing']);
    ids('only', []);
    ids('altogether', ['validation/missing']);
  });
});

function excused(row: string): string[] {
  return rules
    .filter(({ emergency }) =>
      row === 'until' ? emergency?.from !== undefined : row === 'only' ? emergency?.warning : emergency?.off,
    )
    .map(({ id }) => id);
}
