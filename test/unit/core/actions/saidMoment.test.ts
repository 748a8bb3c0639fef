import { strict as assert } from 'node:assert';
import { isChange } from '../../../../src/core/actions/recordAction';
import { whenQuestion } from '../../../../src/core/actions/saidMoment';
import { actedOn } from '../../support/actedOn';
import { testNow } from '../../support/memoryWorkspace';

/** What the question for when something happened makes of a moment so many minutes from now. */
function answered(fields: string, minutes: number): unknown {
  const on = actedOn(`---\nid: CHG-1\ntype: change\n${fields}---\n# Title\n`, isChange);
  return whenQuestion(on).reads?.(new Date(testNow + minutes * 60_000).toISOString());
}

const isWritten = (answer: unknown): boolean => typeof answer === 'object' && 'written' in Object(answer);
const day = 24 * 60;

describe('When something happened', () => {
  it('is over, as far as clocks agree', () => {
    for (const minutes of [-60, 0, 5]) assert.ok(isWritten(answered('', minutes)), String(minutes));
    for (const minutes of [30, 365 * day]) assert.ok(!isWritten(answered('', minutes)), String(minutes));
  });

  it('is not years before the change, whatever of its dates is the first', () => {
    assert.ok(isWritten(answered('', -300 * day)));
    assert.ok(!isWritten(answered('', -3 * 365 * day)));
    const old = new Date(testNow - 3 * 365 * day * 60_000).toISOString().slice(0, 10);
    for (const fields of [
      `created: ${old}\n`,
      `requested_at: ${old} 09:30\n`,
      `schedule: { start: ${old} 22:00 }\n`,
    ])
      assert.ok(isWritten(answered(fields, -3 * 365 * day)), fields);
    assert.ok(!isWritten(answered(`created: ${old}\n`, -6 * 365 * day)));
    const wanted = answered('', -3 * 365 * day) as { readonly wanted: { readonly en: string } };
    assert.match(wanted.wanted.en, /^a moment from \d{4}-\d\d-\d\d until now$/);
  });
});
