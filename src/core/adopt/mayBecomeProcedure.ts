import { longestText } from '../model/parse/longestText';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { titleOf } from './nameOfText';
import { type AdoptSource, readSource } from './readSource';
import { sourceRefusal } from './sourceRefusal';

/** A file that is no plan of work, whatever boxes it holds. */
const listed = /(?:^|\/)(?:change-?log|todo|roadmap|backlog|history)\b[^/]*$|(?:^|\/)node_modules\//i;

/**
 * Whether a file is one to offer this for: it has steps, can become a procedure, and none is called like it. Said of each
 * version of a text that is open, so most texts are decided by a glance.
 */
export function mayBecomeProcedure(
  source: AdoptSource,
  input: Pick<WorkspaceCheckInput, 'config' | 'index'>,
): boolean {
  if (!/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]/m.test(source.text) || listed.test(source.file))
    return false;
  if (source.text.length > longestText) return false;
  const read = readSource(source);
  if (read.body.steps.length === 0 || sourceRefusal(read, false, input)) return false;
  const title = titleOf(read.foreign, read.body.headings, source.file);
  for (const { summary } of input.index.all())
    if (summary.type === 'procedure' && summary.title === title) return false;
  return true;
}
