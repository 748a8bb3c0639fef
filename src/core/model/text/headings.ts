import { plainName } from './plainName';
/**
 * Whether a heading begins as a gate says: `5.` names `5. Release` and `5.1 Build`, but `5.1` does not name
 * `5.10 Tag`.
 */
export function headingStartsWith(title: string, start: string): boolean {
  const [whole, wanted] = [plain(title), plain(start)];
  if (wanted === '' || !whole.startsWith(wanted)) return false;
  return !(/\d$/.test(wanted) && /^\d/.test(whole.slice(wanted.length)));
}

/** Emphasis and pictures in front of a title are none of its words. */
function plain(title: string): string {
  return plainName(title).replace(/^[^\p{L}\p{N}]+/u, '');
}
