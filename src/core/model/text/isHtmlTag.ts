import { htmlTagNames } from 'html-tag-names';

const known: ReadonlySet<string> = new Set(htmlTagNames);

/** Whether HTML has a tag of this name; case does not matter. */
export function isHtmlTag(name: string): boolean {
  return known.has(name.toLowerCase());
}
