import { linkEdits } from '../adopt/placeOfProcedure';
import { type AdoptSource, readSource } from '../adopt/readSource';
import { plainBodyStart } from '../model/parse/readFrontMatter';
import type { FileFacts } from '../model/ports';
import { applyEdits, lineBreakOf } from '../model/text/edit';
import { textRange } from '../model/text/range';
import type { SetupFacts } from './setupFacts';

const named = /(?:releas|publish|deploy|rollout|go-?live|publicaci|publicar|desplieg|despleg|lanzamiento)/i;
const passedOver =
  /(?:^|\/)(?:node_modules|vendor|third_party|test|tests|fixtures|examples?)\/|notes|notas|changelog|history/i;

/** Whether a file may be the checklist of a release, by its path. */
export function mayBeChecklist(file: string): boolean {
  return named.test(file.replace(/\.md$/i, '')) && !passedOver.test(file) && file.split('/').length <= 3;
}

type FilesOfSetup = Pick<SetupFacts, 'texts' | 'markdown'>;

/** The checklist of releases that a repository has already: the one nearest to its top, with at least two boxes. */
export function ownChecklist(
  facts: FilesOfSetup,
): { readonly file: string; readonly text: string } | undefined {
  return nearestWith(facts, (text) => boxesIn(text) > 1);
}

/**
 * The same where its steps are numbered and have no boxes, so that somebody has to say that they are steps. Its path
 * stands in a command that people copy, so it is one that no shell reads as anything else.
 */
export function numberedChecklist(facts: FilesOfSetup): string | undefined {
  const list = nearestWith(facts, (text) => boxesIn(text) === 0 && numbersIn(text) > 2);
  return list && /^\w[\w./-]*$/.test(list.file) ? list.file : undefined;
}

function nearestWith({ texts, markdown }: FilesOfSetup, fits: (text: string) => boolean) {
  const records = new Set(markdown.records.map(({ file }) => file));
  const lists = [...texts].filter(([file, text]) => mayBeChecklist(file) && !records.has(file) && fits(text));
  lists.sort(([a], [b]) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  const [best] = lists;
  return best && { file: best[0], text: best[1] };
}

function boxesIn(text: string): number {
  return text.match(/^[ \t]*(?:[-*+]|\d+[.)]) \[[ xX]\][ \t]/gm)?.length ?? 0;
}

function numbersIn(text: string): number {
  return text.match(/^ {0,3}\d+[.)][ \t]+\S/gm)?.length ?? 0;
}

/**
 * A checklist as the procedure in a file: below the front matter of that procedure, without the gates that are about
 * other steps, and with links that lead to the same files from there.
 */
export function procedureOf(checklist: AdoptSource, procedure: string, file: string): string {
  const read = readSource(checklist);
  const edits = linkEdits(read, file, { files: unknownFiles });
  const own = { range: textRange(0, read.foreign.bodyStart), text: '' };
  const head = procedure
    .slice(0, plainBodyStart(procedure))
    .replace(/^(?:gates|compuertas):.*\n(?:[ -].*\n)*/m, '');
  return (
    head.replaceAll('\n', lineBreakOf(checklist.text)) + applyEdits(checklist.text, [own, ...edits]).text
  );
}

/** Whether a link of it leads anywhere is for a check to say. */
const unknownFiles: FileFacts = {
  exists: () => undefined,
  text: () => undefined,
  anchors: () => undefined,
};
