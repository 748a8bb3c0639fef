import { htmlTagNames } from 'html-tag-names';

const known: ReadonlySet<string> = new Set(htmlTagNames);

/** Whether HTML has a tag of that name, however it is written. */
export function isHtmlTag(name: string): boolean {
  return known.has(name.toLowerCase());
}
