import GithubSlugger, { slug } from 'github-slugger';
import { readBody } from '../model/parse/readBody';
import { plainBodyStart } from '../model/parse/readFrontMatter';
import type { Heading } from '../model/parse/step';
import { LineMap } from '../model/text/lineMap';
import { ownCopy } from '../model/text/ownCopy';

const htmlAnchor = /<[a-z][^<>]{0,200}?\s(?:id|name)\s*=\s*["']([^"'<>]{1,200})["']/gi;

/** The anchors of a markdown text as GitHub and VS Code make them, in lower case. */
export function anchorsOf(headings: readonly Heading[], text: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  for (const heading of headings) anchors.add(slugger.slug(heading.title.normalize('NFC')));
  for (const { anchor } of htmlAnchors(text)) anchors.add(anchor);
  return anchors;
}

/** The anchors that HTML gives, in lower case, with the offsets of their tags. */
export function htmlAnchors(text: string): { readonly anchor: string; readonly at: number }[] {
  if (!text.includes('<')) return [];
  return [...text.matchAll(htmlAnchor)].map(({ 1: name = '', index }) => ({
    anchor: name.normalize('NFC').toLowerCase(),
    at: index,
  }));
}

/** The same for a text that nothing has read yet. */
export function anchorsIn(text: string): ReadonlySet<string> {
  return anchorsOf(readBody(new LineMap(text), plainBodyStart(text)).headings, text);
}

/**
 * Tells of anchors whether a text has them, looking no further than it has to: making anchors is slow.
 *
 * @param headings all headings of the text
 * @returns whether there is an anchor, in whatever case it is written
 */
export function anchorTest(headings: readonly Heading[], text: string): (fragment: string) => boolean {
  let titles: ReadonlySet<string> | undefined;
  let all: ReadonlySet<string> | undefined;
  return (fragment) => {
    const wanted = fragment.normalize('NFC').toLowerCase();
    titles ??= new Set(headings.map(({ title }) => knownSlug(title)));
    // Where a title alone gives it, it is there: the first of several keeps it, and another may only have taken it before.
    if (titles.has(wanted)) return true;
    if (!/-\d+$/.test(wanted) && !text.includes('<')) return false;
    all ??= anchorsOf(headings, text);
    return all.has(wanted);
  };
}

/** Records share most of their titles. */
const slugs = new Map<string, string>();

function knownSlug(title: string): string {
  const known = slugs.get(title);
  if (known !== undefined) return known;
  if (slugs.size > 2000) slugs.clear();
  const own = ownCopy(title);
  const made = slug(own.normalize('NFC'));
  slugs.set(own, made);
  return made;
}

/** The anchor of each of some headings that follow each other in one text. */
export function slugsOf(titles: readonly string[]): string[] {
  const slugger = new GithubSlugger();
  return titles.map((title) => slugger.slug(title));
}

/** The anchor that one heading gives when no other has its title. */
export function slugOf(title: string): string {
  return slug(title);
}
