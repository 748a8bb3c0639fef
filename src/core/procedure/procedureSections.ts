import { namesRollback } from '../model/parse/markRollback';
import type { Heading } from '../model/parse/step';
import { bareTitle, sectionTitled } from '../model/vocabulary/sections';

/** The sections of a procedure that a change takes over as sections of its own. */
const ownSections = ['impact', 'rollback', 'tests', 'approvals'] as const;

/** A section of a procedure that becomes, or joins, a section of the change that is made from it. */
export interface ProcedureSection {
  readonly heading: Heading;
  readonly section: (typeof ownSections)[number];
}

/**
 * The sections of a procedure that its changes have, too: its top sections whose titles name one in either language. Of
 * a procedure that has a single top section, those right below it.
 *
 * @param headings without the title of the procedure
 */
export function procedureSections(headings: readonly Heading[]): ProcedureSection[] {
  const top = topHeadings(headings);
  return top.flatMap((heading) => {
    const section = ownSectionTitled(heading.title);
    return section ? [{ heading, section }] : [];
  });
}

function topHeadings(headings: readonly Heading[]): readonly Heading[] {
  const level = Math.min(...headings.map((heading) => heading.level));
  const top = headings.filter((heading) => heading.level === level);
  const [only, ...others] = top;
  if (!only || others.length > 0 || ownSectionTitled(only.title)) return top;
  const below = headings.filter((heading) => heading !== only);
  return below.length > 0 ? topHeadings(below) : top;
}

/** Words that tell a section from a step: “Verify” is what to do last, “Verify the backup” is one step among others. */
const verbs = /^(?:verify|validate|verificar|validar|comprobar)$/i;
/** Words behind a name that leave its sense: when it is done, or who does it. */
const behind =
  /\s*\([^()]*\)$|\s*[:–—].*|\s+(?:after|tras|despu[eé]s de|posteriores a|by|from|for|por|del?)\s.*|\s+(?:required|needed|checklist|section)$/iu;
/** Words in front of a name that leave its sense. */
const before =
  /^(?:plan|checklist|steps|pasos|lista|post|final)\s+(?:for|of|de|del|para)\s+(?:(?:the|la|el|las|los)\s+)?/iu;

/** The section of a change that the title of a procedure's section names, also with other words around the name. */
export function ownSectionTitled(title: string): ProcedureSection['section'] | undefined {
  if (title.length > 120) return undefined;
  if (namesRollback(title)) return 'rollback';
  const bare = bareTitle(title);
  if (verbs.test(bare)) return 'tests';
  const ends = [title, bare.replace(behind, ''), bare.replace(before, '').replace(behind, '')];
  for (const end of ends) {
    const name = sectionTitled(end)?.name;
    const section = ownSections.find((own) => own === name);
    if (section) return section;
  }
  return undefined;
}
