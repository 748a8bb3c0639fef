import { recordTypeChoice } from './choices';
import type { RecordType } from './vocabulary';

/** The name of a type of record in both languages, as the argument `name` of a sentence. */
export function typeArgs(name: string, type: RecordType): { [key: string]: string } {
  return { [`${name}.en`]: type, [`${name}.es`]: recordTypeChoice.choices[type][0] };
}
