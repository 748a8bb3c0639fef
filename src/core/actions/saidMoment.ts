import { zoneFor } from '../config/recordZone';
import { readDateTime } from '../model/time/dateTime';
import { type ReadAnswer, readMomentAnswer } from '../model/time/momentTexts';
import type { ActedOn } from './action';
import type { Question } from './question';
import type { SaidAt } from './timedChange';

/**
 * Reads an answer that has to be a moment in the record's zone.
 *
 * @param like the moment as whose words are written down
 */
export function readsMoment(
  { record, input }: ActedOn,
  { past = false, like }: { readonly past?: boolean; readonly like?: string | undefined } = {},
): NonNullable<Question['reads']> {
  const at = { now: input.now, zone: zoneFor(record, input.config), past };
  return (answer) => readMomentAnswer(answer, at, like);
}

/** The question for when something happened, which is now unless somebody says otherwise. */
export function whenQuestion(on: ActedOn): Question {
  const reads = readsMoment(on, { past: true });
  return {
    name: 'at',
    prompt: { en: 'When?', es: '¿Cuándo?' },
    optional: true,
    unasked: true,
    reads: (answer) => inItsTime(on, reads(answer)),
  };
}

/** Clocks of two machines may differ by this. */
const skewMs = 10 * 60_000;
/** What is written down late, or was asked for early, lies within this of the dates that the change names. */
const earlyMs = 366 * 86_400_000;

/** What happened did so by now, and not years before the change: another year is a slip of the keyboard. */
function inItsTime(on: ActedOn, answer: ReadAnswer): ReadAnswer {
  if (!('written' in answer)) return answer;
  const { now } = on.input;
  const { at } = saidMoment(on, answer.written);
  const first = Math.min(now, ...datesOf(on)) - earlyMs;
  if (at >= first && at <= now + skewMs) return answer;
  const day = new Date(first).toISOString().slice(0, 10);
  return { wanted: { en: `a moment from ${day} until now`, es: `un momento desde el ${day} hasta ahora` } };
}

/** The days that a change names of its own time, in milliseconds since 1970. */
function datesOf({ record }: ActedOn): number[] {
  if (record.type !== 'change') return [];
  const { created, reported_at, requested_at, schedule } = record.data;
  return [created, reported_at, requested_at, schedule?.start]
    .map((text = '') => Date.parse(text.slice(0, 10)))
    .filter((day) => !Number.isNaN(day));
}

/** The moment that was said, else now, and the zone that it is written with. */
export function saidMoment({ record, input }: ActedOn, at: string | undefined): SaidAt {
  const zone = zoneFor(record, input.config);
  const read = at === undefined ? undefined : readDateTime(at, zone);
  return { at: read?.ok ? read.epochMs : input.now, zone };
}
