import { strict as assert } from 'node:assert';
import { durationMinutes } from '../../../../../src/core/model/time/duration';
import { duration } from '../../../../../src/core/model/vocabulary/fieldTypes';

const minutes: { readonly [text: string]: number } = {
  '15m': 15,
  '1h': 60,
  '1h30m': 90,
  '2d': 2880,
  '1d2h3m': 1563,
  '0m': 0,
  '90m': 90,
  PT15M: 15,
  PT1H30M: 90,
  P1D: 1440,
  P1DT1H: 1500,
};
const none = [
  '',
  'm',
  '1',
  '15',
  'h15m',
  '15m1h',
  '1.5h',
  '-15m',
  '15 m',
  'PT',
  'P',
  'P1',
  'P1DT',
  'PT15',
  '1h30',
  '15min',
  '15M',
  'P1Y',
];

describe('A duration', () => {
  it('is read in minutes', () => {
    for (const [text, expected] of Object.entries(minutes))
      assert.equal(durationMinutes(text), expected, text);
    for (const text of none) assert.equal(durationMinutes(text), undefined, text);
  });

  it('is what its field takes, and nothing else', () => {
    for (const text of Object.keys(minutes)) assert.ok(duration.schema.safeParse(text).success, text);
    for (const text of none) assert.ok(!duration.schema.safeParse(text).success, text);
  });
});
