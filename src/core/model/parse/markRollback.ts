import { bareTitle, samePlainTitle, sectionTitled } from '../vocabulary/sections';
import type { Body, Heading, Step } from './step';

/** Words before the name of the section: a condition, or the kind of text. */
const before =
  /^(?:(?:if|when|in case|si|en caso)\s[^:,–—]*[:,–—]\s*|(?:plan|procedure|process|steps|instructions|guide|checklist|procedimiento|proceso|pasos|instrucciones|gu[ií]a)\s+(?:for|to|of|de|del|para)\s+(?:(?:the|la|el)\s+)?)/iu;
/** Words after the name: what is rolled back, a condition, or the kind of text. */
const behind =
  /\s*\([^()]*\)\s*$|\s*[:–—/&|].*|\s+(?:if|in case|when|and|or|of|the|si|en caso|y|o|de|del)\s.*|\s+(?:plan|procedure|process|steps|instructions|guide|strategy|checklist)$/iu;

/** A quick test: every name for a rollback, and every phrase around it, holds one of these. */
const hint =
  /back|revers|revert|undo|deshac|recover|recup|resto|restau|vuelt|volver|marcha|retro|retorn|conting|fail|fall|remed|plan b|wrong|mal$|problem|error/i;

/** The lines of a rollback section, and how many headings contain it. */
interface RollbackSection {
  readonly line: number;
  readonly endLine: number;
  readonly above: number;
}

/**
 * Marks the steps of the rollback: those below a heading that names the rollback at any place, or below the heading
 * that the record itself names as its rollback. The record's title is not such a heading. Where all steps of the
 * deployment section belong to a rollback, the deployment itself is one, and its steps stay unmarked.
 */
export function markRollback(body: Body, named: string | undefined): Body {
  const { headings, steps } = body;
  const ways = steps.length > 0 ? rollbackSections(headings, named) : [];
  if (ways.length === 0) return body;
  const deployment = headings.find(({ section, level }) => section === 'deployment' && level <= 2);
  let [next, forward] = [0, false];
  const backs = steps.map((step) => {
    while ((ways[next]?.endLine ?? Number.POSITIVE_INFINITY) <= step.line) next++;
    const way = ways[next];
    const found = way && isBelow(step, way) ? way : undefined;
    forward ||= found === undefined && deployment !== undefined && isBelow(step, deployment);
    return found;
  });
  const marked = steps.map((step, index): Step => {
    const way = backs[index];
    if (!way || (!forward && deployment && isBelow(step, deployment))) return step;
    return { ...step, rollback: way.above };
  });
  return { ...body, steps: marked };
}

/**
 * The sections below the outermost rollback headings, in the order of the text.
 *
 * @param named the heading that the record itself names as its rollback
 */
export function rollbackSections(headings: readonly Heading[], named: string | undefined): RollbackSection[] {
  const ways: RollbackSection[] = [];
  const open: Heading[] = [];
  headings.forEach((heading, index) => {
    while ((open.at(-1)?.endLine ?? Number.POSITIVE_INFINITY) <= heading.line) open.pop();
    const inside = heading.line < (ways.at(-1)?.endLine ?? 0);
    const { line, endLine } = heading;
    if (!inside && isRollbackHeading(heading, index, named)) ways.push({ line, endLine, above: open.length });
    open.push(heading);
  });
  return ways;
}

function isRollbackHeading(
  { level, section, title }: Heading,
  index: number,
  named: string | undefined,
): boolean {
  if (index === 0 && level === 1) return false;
  if (section === 'rollback' || namesRollback(title)) return true;
  return named !== undefined && section === undefined && samePlainTitle(title, named);
}

/** Whether a title names the rollback, also with other words around the name. */
export function namesRollback(title: string): boolean {
  // The quick tests decide most titles.
  if (title.length > 120 || !hint.test(title)) return false;
  if (isRollback(title)) return true;
  const bare = bareTitle(title);
  const ends = [bare, bare.replace(before, '')].flatMap((text) => [text, text.replace(behind, '')]);
  return ends.some((text) => text !== title && isRollback(text));
}

function isRollback(title: string): boolean {
  return sectionTitled(title)?.name === 'rollback';
}

function isBelow({ line }: Step, way: Pick<RollbackSection, 'line' | 'endLine'>): boolean {
  return line > way.line && line < way.endLine;
}
