import { plainName } from './plainName';

/** Whether a heading begins with a text: `5.` fits `5. Release` and `5.1 Build`, but `5.1` does not fit `5.10 Tag`. */
export function headingStartsWith(title: string, start: string): boolean {
  const [whole, wanted] = [plain(title), plain(start)];
  if (wanted === '' || !whole.startsWith(wanted)) return false;
  return !(/\d$/.test(wanted) && /^\d/.test(whole.slice(wanted.length)));
}

/** A title without emphasis and pictures in front of it. */
function plain(title: string): string {
  const name = plainName(title);
  return /^[a-z\d]/.test(name) ? name : name.replace(/^[^\p{L}\p{N}]+/u, '');
}
