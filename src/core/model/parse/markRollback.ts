import { samePlainTitle, sectionTitled } from '../vocabulary/sections';
import type { Body, Heading, Step } from './step';

/** What a heading may say behind the name: of what, or in which case. */
const further = /\s*\([^()]*\)\s*$|\s*[:–—].*|\s+(?:if|in case|when|si|en caso)\s.*/iu;

/**
 * Marks the steps that lead back: those below a heading that names the rollback, wherever it stands, or below the one
 * that the record itself names for them. The title of the record is no such heading. A deployment that has no other
 * steps is a way back as a whole, so its steps are steps like any other.
 */
export function markRollback(body: Body, named: string | undefined): Body {
  const { headings, steps } = body;
  const back = headings.filter((heading, index) => leadsBack(heading, index, named));
  if (back.length === 0 || steps.length === 0) return body;
  const backOf = (step: Step): Heading | undefined => back.find((heading) => isBelow(step, heading));
  const deployment = headings.find(({ section, level }) => section === 'deployment' && level <= 2);
  const within = new Set(deployment && steps.filter((step) => isBelow(step, deployment)));
  const forward = [...within].some((step) => !backOf(step));
  const marked = steps.map((step): Step => {
    const heading = forward || !within.has(step) ? backOf(step) : undefined;
    return heading ? { ...step, rollback: headings.filter((outer) => isBelow(heading, outer)).length } : step;
  });
  return { ...body, steps: marked };
}

function leadsBack({ level, section, title }: Heading, index: number, named: string | undefined): boolean {
  if (index === 0 && level === 1) return false;
  if (section === 'rollback' || namesRollback(title) || namesRollback(title.replace(further, '')))
    return true;
  return named !== undefined && section === undefined && samePlainTitle(title, named);
}

/** Beside the change's own section, too, a title of the rollback is no other section. */
function namesRollback(title: string): boolean {
  return sectionTitled(title)?.name === 'rollback';
}

function isBelow({ line }: Pick<Step | Heading, 'line'>, heading: Heading): boolean {
  return line > heading.line && line < heading.endLine;
}
