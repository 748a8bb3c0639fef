import { slugsOf } from '../index/anchors';
import type { Heading } from '../model/parse/step';

/** Titles of a change's own headings: above the headings that it copies, and between the steps and the checklists. */
export interface OwnHeadings {
  readonly above: readonly string[];
  readonly between: readonly string[];
}

/** New anchors by old ones of the headings that a change copies. They differ where titles repeat. */
export function movedAnchors(
  all: readonly Heading[],
  kept: readonly Heading[],
  checklists: readonly Heading[],
  bare: readonly Heading[],
  { above, between }: OwnHeadings,
): ReadonlyMap<string, string> {
  const isBare = (heading: Heading): boolean => bare.includes(heading);
  const inChecklist = ({ line }: Heading): boolean =>
    checklists.some((heading) => line >= heading.line && line < heading.endLine);
  const moved = [...kept.filter((heading) => !inChecklist(heading)), ...kept.filter(inChecklist)];
  const own = moved.filter((heading) => !isBare(heading));
  const first = own.findIndex(inChecklist);
  const at = first < 0 ? own.length : first;
  const titles = [
    ...own.slice(0, at).map(({ title }) => title),
    ...between,
    ...own.slice(at).map(({ title }) => title),
  ];
  const slugs = slugsOf([...above, ...titles]).slice(above.length);
  const anchors = new Map<string, string>();
  slugsOf(all.map(({ title }) => title)).forEach((slug, index) => {
    const heading = all[index];
    if (!heading || !kept.includes(heading)) return;
    const place = own.indexOf(heading);
    // A heading “Checklist” is replaced by the change's own, the last one before the checklists.
    const now = isBare(heading)
      ? slugs[at + between.length - 1]
      : slugs[place < at ? place : place + between.length];
    if (now !== undefined) anchors.set(slug, now);
  });
  return anchors;
}
