import { bareTitle, samePlainTitle, sectionTitled } from '../vocabulary/sections';
import type { Body, Heading, Step } from './step';

/** What a heading may say before the name: in which case, or what kind of text it is. */
const before =
  /^(?:(?:if|when|in case|si|en caso)\s[^:,–—]*[:,–—]\s*|(?:plan|procedure|process|steps|instructions|guide|checklist|procedimiento|proceso|pasos|instrucciones|gu[ií]a)\s+(?:for|to|of|de|del|para)\s+(?:(?:the|la|el)\s+)?)/iu;
/** What it may say behind it: of what, in which case, and once more what kind of text it is. */
const behind =
  /\s*\([^()]*\)\s*$|\s*[:–—/&|].*|\s+(?:if|in case|when|and|or|of|the|si|en caso|y|o|de|del)\s.*|\s+(?:plan|procedure|process|steps|instructions|guide|strategy|checklist)$/iu;

/** A word that the names of the rollback and what stands around them have in common. */
const hint =
  /back|revers|revert|undo|deshac|recover|recup|resto|restau|vuelt|volver|marcha|retro|retorn|conting|fail|fall|wrong|mal$|problem|error/i;

/** The lines of a way back, and how many headings stand above its own. */
interface RollbackSection {
  readonly line: number;
  readonly endLine: number;
  readonly above: number;
}

/**
 * Marks the steps that lead back: those below a heading that names the rollback, wherever it stands, or below the one
 * that the record itself names for them. The title of the record is no such heading. A deployment that has no other
 * steps is a way back as a whole, so its steps are steps like any other.
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

/** The outermost headings that name the way back, in the order of the text. */
function rollbackSections(headings: readonly Heading[], named: string | undefined): RollbackSection[] {
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

/** Beside the change's own section, too, a title of the rollback is no other section. */
function namesRollback(title: string): boolean {
  // Most titles end here.
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
