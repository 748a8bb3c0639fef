import { visibleText } from '../model/text/plainName';

/**
 * The ids that a person may mean by a text, without regard to case: the whole id, else every one that ends so. An end is
 * a part of the id, or the last digits of its number: `42` and `2026-0042` of `CHG-2026-0042`.
 */
export function idsMeant(ids: Iterable<string>, written: string): string[] {
  const text = visibleText(written).toLowerCase();
  if (text === '') return [];
  const whole: string[] = [];
  const ending: string[] = [];
  for (const id of ids) {
    if (id === written) return [id];
    const lower = id.toLowerCase();
    if (lower === text) whole.push(id);
    else if (lower.endsWith(text) && beginsPart(lower, lower.length - text.length)) ending.push(id);
  }
  return whole.length > 0 ? whole : ending.sort();
}

function beginsPart(id: string, at: number): boolean {
  const [before = '', first = ''] = [id[at - 1], id[at]];
  return !/[\p{L}\p{N}]/u.test(before) || (/\d/.test(before) && /\d/.test(first));
}
