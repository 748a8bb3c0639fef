import { canonicalJson } from '../model/text/canonicalJson';

/** The difference between two lists. */
interface ListChanges<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly (readonly [before: T, after: T])[];
}

/**
 * Compares two lists regardless of order. Equal items are unchanged. Of the rest, items with the same key are one item
 * that changed.
 */
export function listChanges<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): ListChanges<T> {
  const { gone, left } = leftOver(before, after, (item) => canonicalJson(item) ?? '');
  const changed: (readonly [T, T])[] = [];
  const rest = leftOver(gone, left, keyOf, (old, item) => changed.push([old, item]));
  return { added: rest.left, removed: rest.gone, changed };
}

/** What is left of two lists when items with the same key are paired, first with first. */
function leftOver<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  taken: (old: T, item: T) => void = () => {},
): { readonly gone: readonly T[]; readonly left: readonly T[] } {
  const places = new Map<string, number[]>();
  // Backwards, because places are taken from the end of each list.
  for (let place = before.length - 1; place >= 0; place--) {
    const key = keyOf(before[place] as T);
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  }
  const kept = new Set<number>();
  const left = after.filter((item) => {
    const place = places.get(keyOf(item))?.pop();
    if (place === undefined) return true;
    kept.add(place);
    taken(before[place] as T, item);
    return false;
  });
  return { gone: before.filter((_, place) => !kept.has(place)), left };
}

/** Whether two values are equal, regardless of the order of their keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}
