import { titlesIn } from '../create/newChangeSections';
import type { Sides } from '../merge/conflict';
import type { RecordOf } from '../model/parse/record';
import type { Heading } from '../model/parse/step';
import { changeSectionNames } from '../model/vocabulary/sections';
import { procedureParts } from '../procedure/procedureParts';
import { sectionTexts } from '../procedure/sectionTexts';
import { type SourceProcedure, type TakenName, takenSections } from '../procedure/takenSections';

/** Two versions of a procedure: the one that a change was made from, and the one that it is to follow. */
export interface ProcedureVersions {
  readonly from: SourceProcedure;
  readonly to: SourceProcedure;
}

/**
 * What stands in a change beside what two versions of its procedure would have put there, line by line. Where the change
 * has its sections, both have them too, so that only what differs between the versions differs between these two.
 */
export function updateSides(
  change: RecordOf<'change'>,
  file: string,
  { from, to }: ProcedureVersions,
): Sides {
  const { lines, bodyStart } = change;
  const ours = linesOf(lines.text.slice(bodyStart));
  return { ours, base: placedLines(change, file, from), theirs: placedLines(change, file, to) };
}

/** The lines of a text; a line break at its end begins none. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The sections of a change as they were if only its procedure had written them. */
export function placedLines(change: RecordOf<'change'>, file: string, source: SourceProcedure): string[] {
  const language = change.data.language ?? change.language;
  const titles = titlesIn(language);
  const own = sectionHeadings(change);
  const taken = takenSections(source.record, titles);
  const names = sectionOrder(own);
  const title = change.body.headings.find(({ level }) => level === 1)?.title;
  const headings = names.map((name) => ({ title: own.get(name)?.title ?? titles[name], name }));
  const parts = procedureParts(source, file, taken, [
    ...(title === undefined ? [] : [{ title }]),
    ...headings,
  ]);
  const { lines } = change;
  const placed = names.flatMap((name) => {
    const heading = own.get(name);
    const part = parts[name] || placeholderIn(heading, name, change);
    if (!heading && part === '') return [];
    const head = heading
      ? lines.text.slice(lines.startOf(heading.line), lines.endOf(heading.line))
      : `## ${titles[name]}`;
    return [head, '', ...(part === '' ? [] : [...linesOf(part), ''])];
  });
  return [...(title === undefined ? [] : [`# ${title}`, '']), ...placed.slice(0, -1)];
}

/** The headings of a change's sections: the outermost of each name, the first of those. */
function sectionHeadings({ body }: RecordOf<'change'>): ReadonlyMap<TakenName, Heading> {
  const found = new Map<TakenName, Heading>();
  for (const name of [...changeSectionNames, 'approvals'] as const) {
    const [heading] = body.headings
      .filter(({ section }) => section === name)
      .sort((a, b) => a.level - b.level || a.line - b.line);
    if (heading) found.set(name, heading);
  }
  return found;
}

/** The sections in the order in which the change has them; one that it does not have stands behind the one before it. */
function sectionOrder(own: ReadonlyMap<TakenName, Heading>): TakenName[] {
  const names = [...own].sort(([, a], [, b]) => a.line - b.line).map(([name]) => name);
  const usual: TakenName[] = [...changeSectionNames];
  usual.splice(usual.indexOf('checklist'), 0, 'approvals');
  for (const [at, name] of usual.entries()) {
    if (names.includes(name)) continue;
    const above = usual.slice(0, at).findLast((other) => names.includes(other));
    names.splice(above === undefined ? 0 : names.indexOf(above) + 1, 0, name);
  }
  return names;
}

/** What a section says that nobody has filled in yet, where it still says so. */
function placeholderIn(
  heading: Heading | undefined,
  name: TakenName,
  { lines, data, language }: RecordOf<'change'>,
): string {
  if (!heading || name === 'approvals') return '';
  const usual = sectionTexts[name][data.language ?? language];
  const below = lines.text.slice(lines.startOf(heading.line), lines.startOf(heading.endLine));
  return usual !== '' && below.includes(usual) ? usual : '';
}
