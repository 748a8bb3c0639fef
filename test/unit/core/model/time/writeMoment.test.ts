import { strict as assert } from 'node:assert';
import { readDateTime } from '../../../../../src/core/model/time/dateTime';
import { isoWithOffset } from '../../../../../src/core/model/time/isoWithOffset';
import { writeMoment } from '../../../../../src/core/model/time/writeMoment';

const winter = Date.UTC(2026, 10, 24, 21);
const summer = Date.UTC(2027, 5, 24, 20);

describe('A moment written like another one', () => {
  it('stays local, or keeps its offset, its separator and its seconds', () => {
    const like = (text: string | undefined, moment = winter) => writeMoment(moment, 'Europe/Madrid', text);
    assert.equal(like(undefined), '2026-11-24 22:00');
    assert.equal(like('TBD'), '2026-11-24 22:00');
    assert.equal(like('2026-11-01 10:00'), '2026-11-24 22:00');
    assert.equal(like('2026-11-01T10:00:30'), '2026-11-24T22:00:00');
    assert.equal(like('2026-11-01T10:00Z'), '2026-11-24T21:00Z');
    assert.equal(like('2026-11-01T10:00+01:00', summer), '2027-06-24T22:00+02:00');
    assert.equal(like('2026-11-01T10:00+0100', summer), '2027-06-24T22:00+0200');
    assert.equal(like('2026-11-01T10:00+01', summer), '2027-06-24T22:00+02');
    assert.equal(like('2026-11-01T10:00-05:00', summer), '2027-06-24T15:00-05:00');
    assert.equal(writeMoment(winter, 'Asia/Kolkata', '2026-11-01 10:00+05:30'), '2026-11-25 02:30+05:30');
    assert.equal(isoWithOffset(winter, 'America/Bogota'), '2026-11-24T16:00-05:00');
  });

  it('is nothing where a clock change doubles its local time', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30);
    for (const moment of [first, first + 3_600_000]) {
      assert.equal(writeMoment(moment, 'Europe/Madrid', '2026-10-01 10:00'), undefined);
      const text = writeMoment(moment, 'Europe/Madrid', '2026-10-01T10:00+02:00');
      const read = readDateTime(text ?? '', 'UTC');
      assert.ok(read.ok && read.epochMs === moment, text);
    }
  });
});
