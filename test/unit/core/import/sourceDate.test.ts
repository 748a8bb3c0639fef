import { strict as assert } from 'node:assert';
import { orderOf, readSourceDate } from '../../../../src/core/import/sourceDate';

const zone = 'Europe/Madrid';

function iso(text: string, order: 'dmy' | 'mdy' = 'dmy'): string | undefined {
  const date = readSourceDate(text, order, zone);
  return date && (date.moment === undefined ? date.day : new Date(date.moment).toISOString());
}

describe('A date of an export', () => {
  it('is read as tools and people write it, in both languages', () => {
    for (const [text, moment] of [
      ['2026-11-24 22:00:00', '2026-11-24T21:00:00.000Z'],
      ['2026-11-24T22:00:00.000+0200', '2026-11-24T20:00:00.000Z'],
      ['2026-11-24T22:00:00Z', '2026-11-24T22:00:00.000Z'],
      ['2026/11/24', '2026-11-24'],
      ['24/11/2026 22:00', '2026-11-24T21:00:00.000Z'],
      ['24.11.2026', '2026-11-24'],
      ['24-11-26 9:05 PM', '2026-11-24T20:05:00.000Z'],
      ['24/11/2026 12:30 a. m.', '2026-11-23T23:30:00.000Z'],
      ['03/Nov/26 9:30 AM', '2026-11-03T08:30:00.000Z'],
      ['4/ago/26 13:05', '2026-08-04T11:05:00.000Z'],
      ['24 de noviembre de 2026', '2026-11-24'],
      ['Nov 24, 2026, 10:00 PM', '2026-11-24T21:00:00.000Z'],
      ['Tuesday 24 November 2026', '2026-11-24'],
      ['martes, 24 de noviembre de 2026 22:00', '2026-11-24T21:00:00.000Z'],
      ['Mar 3, 2026', '2026-03-03'],
      ['20261124T220000Z', '2026-11-24T22:00:00.000Z'],
      ['1795557600', '2026-11-24T22:00:00.000Z'],
      ['1795557600000', '2026-11-24T22:00:00.000Z'],
      // As a spreadsheet stores it.
      ['46350', '2026-11-24'],
      ['46350.9166667', '2026-11-24T21:00:00.000Z'],
      // Skipped in that night, and doubled in this one.
      ['2026-03-29 02:30', '2026-03-29T01:30:00.000Z'],
      ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
    ] as const)
      assert.equal(iso(text), moment, text);
    assert.equal(iso('11/24/2026', 'mdy'), '2026-11-24');
  });

  it('is none where there is no such day, time or word', () => {
    for (const text of [
      '31/02/2026',
      '24/13/2026',
      '2026-11-24 25:00',
      '24/Foo/2026',
      'soon',
      '',
      '1'.repeat(500),
      '12345',
      '1795557600123456',
    ])
      assert.equal(iso(text), undefined, text);
  });

  it('shows its order only where it can be read in one way', () => {
    assert.deepEqual(orderOf(['01/02/2026', '2026-01-02']), { order: 'unclear', example: '01/02/2026' });
    assert.deepEqual(orderOf(['01/02/2026', '25/12/2026']), { order: 'dmy' });
    assert.deepEqual(orderOf(['01/02/2026', '12/25/2026']), { order: 'mdy' });
    assert.equal(orderOf(['25/12/2026', '12/25/2026']).order, 'both');
    // The same day either way.
    assert.deepEqual(orderOf(['05/05/2026', '03/Nov/26']), { order: 'none' });
  });
});
