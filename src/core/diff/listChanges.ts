import { canonicalJson } from '../model/text/canonicalJson';

/** What became of the items of a list. */
export interface ListChanges<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly (readonly [before: T, after: T])[];
}

/**
 * Compares two lists whatever their order: items that read the same are the same; of what is left over, those with
 * the same key are one item that changed.
 */
export function listChanges<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): ListChanges<T> {
  const gone = [...before];
  const left = after.filter((item) => !takeOut(gone, (other) => sameValue(other, item)));
  const changed: [T, T][] = [];
  const added = left.filter((item) => {
    const old = takeOut(gone, (other) => keyOf(other) === keyOf(item));
    if (old) changed.push([old.item, item]);
    return !old;
  });
  return { added, removed: gone, changed };
}

/** Whether two values hold the same, whatever the order of their keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}

function takeOut<T>(items: T[], fits: (item: T) => boolean): { readonly item: T } | undefined {
  const index = items.findIndex(fits);
  const [item] = index < 0 ? [] : items.splice(index, 1);
  return item === undefined ? undefined : { item };
}
