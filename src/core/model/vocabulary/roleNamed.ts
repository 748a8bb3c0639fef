import { roleChoice } from './choices';
import { choiceNamed } from './vocabulary';

/** The canonical name of a role that the configuration writes in either language and in any case. */
export function roleNamed(written: string): string {
  const name = written.trim();
  return choiceNamed(roleChoice.choices, name.toLowerCase()) ?? name;
}
