import { plainBodyStart } from '../model/parse/readFrontMatter';
import { lineBreakOf } from '../model/text/edit';
import type { SetupFacts } from './setupFacts';

const named = /(?:releas|publish|deploy|rollout|go-?live|publicaci|publicar|desplieg|despleg|lanzamiento)/i;
const passedOver =
  /(?:^|\/)(?:node_modules|vendor|third_party|test|tests|fixtures|examples?)\/|notes|notas|changelog|history/i;

/** Whether a file may be the checklist of a release, by its path. */
export function mayBeChecklist(file: string): boolean {
  return named.test(file.replace(/\.md$/i, '')) && !passedOver.test(file) && file.split('/').length <= 3;
}

/** The checklist of releases that a repository has already: the one nearest to its top, with at least two boxes. */
export function ownChecklist({
  texts,
}: Pick<SetupFacts, 'texts'>): { readonly file: string; readonly text: string } | undefined {
  const lists = [...texts].filter(([file, text]) => mayBeChecklist(file) && boxesIn(text) > 1);
  lists.sort(([a], [b]) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  const [best] = lists;
  return best && { file: best[0], text: best[1] };
}

function boxesIn(text: string): number {
  return text.match(/^[ \t]*(?:[-*+]|\d+[.)]) \[[ xX]\][ \t]/gm)?.length ?? 0;
}

/** A checklist below the front matter of a procedure, in place of whatever another tool has put there. */
export function procedureOf(checklist: string, procedure: string): string {
  const head = procedure.slice(0, plainBodyStart(procedure));
  return head.replaceAll('\n', lineBreakOf(checklist)) + checklist.slice(plainBodyStart(checklist));
}
