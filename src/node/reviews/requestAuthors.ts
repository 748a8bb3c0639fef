import type { CommitPerson } from '../../core/model/ports';
import { logFormat, parseLog } from '../audit/parseLog';
import { readOnlyGit } from '../readOnlyGit';
import { targetWithin } from './changedRecords';

/**
 * Who wrote or committed what a request brings. A merge counts as far as it brings something of its own: who only takes
 * over the branch that the request is for has written nothing.
 *
 * @param base the tip of the branch that the request is for
 * @param head its own
 * @returns undefined where git cannot tell
 */
export async function requestAuthors(
  root: string,
  base: string,
  head: string,
): Promise<readonly CommitPerson[] | undefined> {
  const target = await targetWithin(root, head);
  const left = [base, ...(target === undefined ? [] : [target])].map((commit) => `^${commit}`);
  // A graph of commits that somebody wrote may tell of parents that they do not have.
  const call = ['-c', 'core.commitGraph=false', 'log', ...logFormat, head, ...left, '--'];
  const { code, out } = await readOnlyGit(root, call);
  if (code !== 0) return undefined;
  const people = new Map<string, CommitPerson>();
  for (const { author, committer } of parseLog(out.toString('utf8')))
    for (const person of [author, committer]) people.set(`${person.name}\n${person.address}`, person);
  return [...people.values()];
}
