import { readSourceDate } from '../import/sourceDate';
import { readDateTime } from '../model/time/dateTime';

/** How else a zone stands behind a time, or seconds since 1970. */
const saysZone = /(?:\d\s*(?:Z|UTC|GMT)|[+-]\d{2}:?\d{2}(?: [A-Z]{3,4})?)$/i;
const sinceEpoch = /^1\d{9}(?:\d{3})?$/;

/** A moment in milliseconds since 1970, or why there is none: it is no time, or nobody said in which zone. */
export type ReadTime = number | 'time' | 'zone';

/**
 * Reads the time of a deployment.
 *
 * @param zone of times that name none; undefined where nobody said one
 */
export function readDeploymentTime(text: string | undefined, zone: string | undefined): ReadTime {
  const written = text?.trim() ?? '';
  const read = readDateTime(written, zone ?? 'UTC');
  if (read.ok) return read.local && zone === undefined ? 'zone' : read.epochMs;
  // Go prints both: `2026-02-03 20:55:00 +0000 UTC`.
  const plain = written.replace(/ ([+-]\d{4}) [A-Z]{3,4}$/, ' $1');
  if (!saysZone.test(plain) && !sinceEpoch.test(plain)) return 'time';
  return readSourceDate(plain, 'dmy', 'UTC')?.moment ?? 'time';
}
