import { fillIn } from '../model/text/localized';
import type { SetupValues } from './setupValues';

/** A text of a profile with what is known in it; what is in braces otherwise stays. */
export function fillProfile(text: string, values: SetupValues): string {
  const known: { [name: string]: string } = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries<string | undefined>({ contact: undefined, ...values })) {
    if (value === undefined) unknown.push(`{${name}}`);
    else known[name] = value;
  }
  return text
    .split(/(?<=\n)/)
    .filter((line) => !unknown.some((placeholder) => line.includes(placeholder)))
    .map((line) => fillIn(line, known))
    .join('');
}
