/**
 * Whether a heading begins as a gate says: `5.` names `5. Release` and `5.1 Build`, but `5.1` does not name
 * `5.10 Tag`.
 */
export function headingStartsWith(title: string, start: string): boolean {
  const [whole, wanted] = [title.trim().toLowerCase(), start.trim().toLowerCase()];
  if (wanted === '' || !whole.startsWith(wanted)) return false;
  return !(/\d$/.test(wanted) && /^\d/.test(whole.slice(wanted.length)));
}
