import { zoneFor } from '../config/recordZone';
import { readDateTime } from '../model/time/dateTime';
import { readMomentAnswer } from '../model/time/momentTexts';
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
  return {
    name: 'at',
    prompt: { en: 'When?', es: '¿Cuándo?' },
    optional: true,
    unasked: true,
    reads: readsMoment(on, { past: true }),
  };
}

/** The moment that was said, else now, and the zone that it is written with. */
export function saidMoment({ record, input }: ActedOn, at: string | undefined): SaidAt {
  const zone = zoneFor(record, input.config);
  const read = at === undefined ? undefined : readDateTime(at, zone);
  return { at: read?.ok ? read.epochMs : input.now, zone };
}
