import { compare, validate } from 'compare-versions';

/** Whether a text is a version of numbers, such as `4.2`, `v4.2.0` or `4.2.0-rc.1`. */
export function isVersion(text: string): boolean {
  return /^v?\d/.test(text) && validate(text);
}

/** Whether a version comes after another one; nothing where one of them is no version. */
export function isAbove(text: string, other: string): boolean | undefined {
  return isVersion(text) && isVersion(other) ? compare(text, other, '>') : undefined;
}

/** Whether a component moves to another first number: what may not fit together any more. */
export function isMajorStep(from: string | undefined, to: string | undefined): boolean {
  if (!from || !to || !isVersion(from) || !isVersion(to)) return false;
  return Number.parseInt(from.replace('v', ''), 10) < Number.parseInt(to.replace('v', ''), 10);
}
