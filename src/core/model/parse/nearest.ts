import { distance } from 'fastest-levenshtein';
import { looseName } from '../text/plainName';

/**
 * The known name that was most likely meant by `written`, or undefined where none is near enough:
 *
 * 1. the name with the smallest edit distance, of equal ones the first by alphabet. The distance is at most a third of
 *    the letters, or two if at least half of the letters are the same or they are only reordered.
 * 2. else the only name that one of the two begins with, as `monday` begins with `mon`, or that ends with `/written`.
 *
 * Case, accents and separators between words do not count.
 */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  if (written.length > 60) return undefined;
  const lower = looseName(written);
  const names = [...known];
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(lower.length / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - lower.length) > bestDistance) continue;
    const apart = distance(lower, looseName(name));
    const nearer = apart < bestDistance || (apart === bestDistance && best !== undefined && name < best);
    const alike = 2 * apart <= Math.max(name.length, lower.length) || letters(name) === letters(written);
    if (nearer && alike) {
      best = name;
      bestDistance = apart;
    }
  }
  return best ?? onlyStart(lower, names);
}

function letters(name: string): string {
  return [...looseName(name)].sort().join('');
}

/** The known name that is the same but for case, accents and separators between words. */
export function sameLooseName(written: string, known: Iterable<string>): string | undefined {
  if (written.length > 60) return undefined;
  const loose = looseName(written);
  for (const name of known) if (looseName(name) === loose) return name;
  return undefined;
}

function onlyStart(written: string, known: readonly string[]): string | undefined {
  if (written.length < 3) return undefined;
  const found = known.filter((name) => {
    const loose = looseName(name);
    const begins = loose.startsWith(written) || written.startsWith(loose);
    return loose.length >= 3 && (begins || loose.endsWith(`/${written}`));
  });
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The id that was most likely meant. Numbered ids are all near each other, so their last numbers must be the ones that
 * are written; leading zeros do not count.
 */
export function nearestId(written: string, ids: Iterable<string>): string | undefined {
  const numbers = numbersIn(written);
  const last = lastNumber(written);
  const alike: string[] = [];
  // The last number is compared first, since most of possibly ten thousand ids have another one.
  for (const id of ids) {
    const may = last === '' ? !/\d/.test(id) : id.includes(last);
    if (may && numbersIn(id).endsWith(numbers)) alike.push(id);
  }
  const exact = alike.filter((id) => numbersIn(id) === numbers);
  const nearest = sameLooseName(written, alike) ?? nearestName(written, exact);
  if (nearest || numbers === '') return nearest;
  const [only, another] = exact.length > 0 ? exact : alike;
  return another === undefined && only?.[0]?.toLowerCase() === written[0]?.toLowerCase() ? only : undefined;
}

/** The last number of an id, without leading zeros: the nearest id to another one has the same. Empty where it has none. */
export function lastNumber(id: string): string {
  const numbers = numbersIn(id);
  return numbers.slice(numbers.lastIndexOf(' ') + 1);
}

function numbersIn(id: string): string {
  return (id.match(/\d+/g) ?? []).map((digits) => ` ${digits.replace(/^0+(?=.)/, '')}`).join('');
}

/** The argument `hint` of a message: a sentence with what was most likely meant, or an empty text. */
export function hintArgs(nearest: string | undefined): { 'hint.en': string; 'hint.es': string } {
  return {
    'hint.en': nearest ? ` Did you mean “${nearest}”?` : '',
    'hint.es': nearest ? ` ¿Querías decir «${nearest}»?` : '',
  };
}
