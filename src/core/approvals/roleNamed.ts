import { roleChoice } from '../model/vocabulary/choices';
import { choiceNamed } from '../model/vocabulary/vocabulary';

/** A role that the configuration names, by its canonical name: in either language, in capitals or not. */
export function roleNamed(written: string): string {
  const name = written.trim();
  return choiceNamed(roleChoice.choices, name.toLowerCase()) ?? name;
}
