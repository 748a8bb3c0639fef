import { zoneFor } from '../config/recordZone';
import { readDateTime } from '../model/time/dateTime';
import type { ActedOn } from './action';
import type { Question } from './question';
import type { SaidAt } from './timedChange';

/** Says that an answer has to be a moment, where it is none in the record's zone. */
export function wantsMoment({ record, input }: ActedOn): NonNullable<Question['wants']> {
  const zone = zoneFor(record, input.config);
  return (answer) => (readDateTime(answer.trim(), zone).ok ? undefined : 'moment');
}

/** The question for when something happened, which is now unless somebody says otherwise. */
export function whenQuestion(on: ActedOn): Question {
  return {
    name: 'at',
    prompt: { en: 'When?', es: '¿Cuándo?' },
    optional: true,
    unasked: true,
    wants: wantsMoment(on),
  };
}

/** The moment that was said, else now, and the zone that it is written with. */
export function saidMoment({ record, input }: ActedOn, at: string | undefined): SaidAt {
  const zone = zoneFor(record, input.config);
  const read = at === undefined ? undefined : readDateTime(at, zone);
  return { at: read?.ok ? read.epochMs : input.now, zone };
}
