import { roleChoice } from './choices';
import { choiceNamed } from './vocabulary';

/** A role that the configuration names, by its canonical name: in either language, in capitals or not. */
export function roleNamed(written: string): string {
  const name = written.trim();
  return choiceNamed(roleChoice.choices, name.toLowerCase()) ?? name;
}
