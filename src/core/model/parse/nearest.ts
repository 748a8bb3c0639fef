import { distance } from 'fastest-levenshtein';
import { looseName } from '../text/plainName';

/**
 * The known name that somebody who typed `written` most likely meant: the same but for case, accents and what joins
 * its words; else at most a third of its letters differ (two may, where as many are the same or they only changed
 * places), of two as near the first by alphabet; else the only one that begins as it does, as `monday` begins with
 * `mon`, or ends so behind a slash. Undefined where none is that near.
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

/** The one known name that is the same but for case, accents and what joins its words. */
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
 * The id that somebody most likely meant. Numbered ids are all near each other, so their numbers must be the same: as
 * many of them as are written, zeros in front aside.
 */
export function nearestId(written: string, ids: Iterable<string>): string | undefined {
  const numbers = numbersIn(written);
  const last = numbers.slice(numbers.lastIndexOf(' ') + 1);
  const alike: string[] = [];
  // The last number is looked for first: there may be ten thousand ids, and most have another one.
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

function numbersIn(id: string): string {
  return (id.match(/\d+/g) ?? []).map((digits) => ` ${digits.replace(/^0+(?=.)/, '')}`).join('');
}

/** The end of a sentence that says what was most likely meant, as its argument `hint`. */
export function hintArgs(nearest: string | undefined): { 'hint.en': string; 'hint.es': string } {
  return {
    'hint.en': nearest ? ` Did you mean “${nearest}”?` : '',
    'hint.es': nearest ? ` ¿Querías decir «${nearest}»?` : '',
  };
}
