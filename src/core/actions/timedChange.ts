import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import { readDateTime } from '../model/time/dateTime';
import type { TextChange } from './textChange';

/** When something was said, in the zone that it is written with. */
export interface SaidAt {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly zone: string;
}

/**
 * A change that writes down its moment. Run again after an earlier run that did not get to its commit, it is the one
 * that stands in the file, with the moment there: two moments for one action would be two actions.
 *
 * @param momentIn the moment with which a record says that it is done, as written; undefined where it does not say so
 */
export function timedChange(
  { at, zone }: SaidAt,
  make: (at: number) => TextChange,
  momentIn: (record: ParsedRecord) => string | undefined,
): TextChange {
  return {
    ...make(at),
    asWritten(committed, workTree) {
      const [before, now] = [committed, workTree].map((text) => {
        const record = parseRecord(text, { expected: true });
        return record && momentIn(record);
      });
      const read = now === undefined || now === before ? undefined : readDateTime(now, zone);
      return make(read?.ok ? read.epochMs : at);
    },
  };
}
