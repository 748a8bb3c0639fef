import type { RecordOf } from '../model/parse/record';
import type { Heading } from '../model/parse/step';
import { headingStartsWith } from '../model/text/headings';
import { bareTitle, type ChangeSectionName, sectionTitled } from '../model/vocabulary/sections';
import { procedureSections } from './procedureSections';

/** A procedure with its file, relative to the workspace. */
export interface SourceProcedure {
  readonly file: string;
  readonly record: RecordOf<'procedure'>;
}

/** The sections of a change that a procedure may have parts of. */
export type TakenName = ChangeSectionName | 'approvals';

/** A section of a procedure that goes to another section of the change than its deployment. */
export interface TakenSection {
  readonly heading: Heading;
  readonly name: TakenName;
  /** Whether its heading only repeats that of the change, which then stands for it. */
  readonly bare: boolean;
}

/** The heading of a checklist, in either language. */
const checklistTitle =
  /^(?:checklist|check list|lista de (?:comprobaci[oó]n|verificaci[oó]n|control|chequeo))(?![\p{L}\p{N}])/iu;

/**
 * The sections of a procedure that stand in a section of their own in the change: checklists, which are top sections
 * with steps, and what `procedureSections` finds. All others are its deployment. Where nothing else would be left of
 * that, only checklists are taken out of it.
 *
 * @param titles the change's own titles, by the names of its sections
 */
export function takenSections(
  record: RecordOf<'procedure'>,
  titles: { readonly [name in TakenName]: string },
): readonly TakenSection[] {
  const headings = untitledHeadings(record);
  const top = Math.min(...headings.map(({ level }) => level));
  const checklists = headings.filter(
    (heading) =>
      heading.level === top && checklistTitle.test(bareTitle(heading.title)) && hasSteps(heading, record),
  );
  const named = procedureSections(headings).filter(({ heading }) => !checklists.includes(heading));
  const others = named.filter(({ heading }) => !isStage(heading, named, record));
  const all = [...checklists, ...others.map(({ heading }) => heading)];
  const moved = leavesText(record, all) ? others : others.filter(({ heading }) => !hasSteps(heading, record));
  const taken = [
    ...checklists.map((heading) => ({ heading, name: 'checklist' as const })),
    ...moved.map(({ heading, section }) => ({ heading, name: section })),
  ];
  return taken
    .sort((a, b) => a.heading.line - b.heading.line)
    .map((one) => ({ ...one, bare: isBare(one.heading, one.name, record, titles[one.name]) }));
}

/** The headings of a procedure without that of its title, which a change does not take over. */
export function untitledHeadings(record: RecordOf<'procedure'>): readonly Heading[] {
  const title = titleHeading(record);
  return record.body.headings.filter((heading) => heading !== title);
}

/** The heading that is the record's title: the only one of level 1, or the first one if it repeats the title. */
export function titleHeading({ body, data }: RecordOf<'procedure'>): Heading | undefined {
  const [first] = body.headings;
  if (first?.level !== 1) return undefined;
  const only = body.headings.filter(({ level }) => level === 1).length === 1;
  return only || first.title === data.title ? first : undefined;
}

function hasSteps(heading: Heading, { body }: RecordOf<'procedure'>): boolean {
  return body.steps.some(({ line }) => line > heading.line && line < heading.endLine);
}

const numbered = /^\P{L}*\d/u;

/**
 * Whether a section that has another name for the tests is one of numbered stages: one that only says what to do
 * (“3. Verify”), or one before others that belong to the deployment.
 */
function isStage(
  { title, line, level }: Heading,
  named: readonly { readonly heading: Heading }[],
  record: RecordOf<'procedure'>,
): boolean {
  if (!numbered.test(title)) return false;
  const found = sectionTitled(title);
  if (found && (found.own || found.name !== 'tests')) return false;
  if (!found && /^\p{L}+$/u.test(bareTitle(title))) return true;
  return record.body.headings.some(
    (later) =>
      later.line > line &&
      later.level === level &&
      numbered.test(later.title) &&
      !named.some(({ heading }) => heading === later) &&
      hasSteps(later, record),
  );
}

/** Whether a procedure has any text outside of some sections and its title. */
function leavesText(record: RecordOf<'procedure'>, sections: readonly Heading[]): boolean {
  const { lines, bodyStart } = record;
  const title = titleHeading(record);
  for (let line = lines.lineAt(bodyStart); line < lines.lineCount; line++) {
    if (line === title?.line || sections.some((one) => line >= one.line && line < one.endLine)) continue;
    // The line below an underlined title is no text either.
    if (!/^\s*(?:=+\s*|-{3,}\s*)?$/.test(lines.lineText(line))) return true;
  }
  return false;
}

/** A heading is kept where it says more than the change's own, or where a gate goes by it. */
function isBare(
  { title, section }: Heading,
  name: TakenName,
  { data }: RecordOf<'procedure'>,
  own: string,
): boolean {
  const plain = section === name && (name === 'checklist' || sectionTitled(title)?.own === true);
  const gates = (data.gates ?? []).flatMap((gate) => [gate.section ?? '', ...(gate.requires ?? [])]);
  return plain && gates.every((gate) => !headingStartsWith(title, gate) || headingStartsWith(own, gate));
}
