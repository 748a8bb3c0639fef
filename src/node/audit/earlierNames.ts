import { relative, sep } from 'node:path';
import { isRenamedVersion } from '../../core/audit/isRenamedVersion';
import type { NameChange } from '../../core/audit/nameChange';
import { type RecordVersion, recordVersion } from '../../core/audit/recordVersion';
import { trailerActions } from '../../core/audit/trailerActions';
import { readTexts } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';
import { gitTopLevelOf } from '../workspaceRoot';
import { logFormat, parseLog } from './parseLog';

/** So many records are followed at most, and each through so many names. */
const mostRecords = 20;
const mostNames = 5;

/** A record in its file, from the top of the repository, by the id that it has there. */
interface NamedFile {
  readonly file: string;
  readonly id: string;
}

/**
 * Under which ids commits tell of records that somebody gave another one, with its file, in a commit that does not say
 * so. Only what certainly was the same record counts: one file came for another, nothing but the id differs, and no record
 * has the old id any more. Nobody gets what is another's.
 *
 * @param records by their files in the workspace
 */
export async function earlierNames(root: string, records: readonly NamedFile[]): Promise<NameChange[]> {
  const top = gitTopLevelOf(root);
  if (!top || records.length === 0) return [];
  const inside = relative(top, root).split(sep).join('/');
  const named = records.slice(0, mostRecords).map(({ file, id }) => {
    return { id, file: inside === '' ? file : `${inside}/${file}` };
  });
  const added = await addedIn(
    top,
    'HEAD',
    named.map(({ file }) => file),
  );
  const all: NameChange[] = [];
  for (const one of named) {
    const changes = await followed(top, one, added.get(one.file));
    if (changes.length > 0 && !(await isTaken(top, changes))) all.push(...changes);
  }
  return all;
}

/** Follows one record to where it begins; nothing where it had one name only, or where that cannot be seen. */
async function followed(top: string, named: NamedFile, added: string | undefined): Promise<NameChange[]> {
  const changes: NameChange[] = [];
  let [{ file, id }, commit] = [named, added];
  for (let count = 0; count < mostNames; count++) {
    if (commit === undefined) return [];
    const [move, ...more] = await movesIn(top, commit, file);
    if (!move || more.length > 0 || move.parents.length !== 1)
      return changes.length > 0 ? [...changes, { commit, id }] : [];
    const { fileBefore = '', before, after = '', message } = move;
    // Its message says under which id it was known.
    if (trailerActions(message).some(({ record, details }) => record === id && details.Was)) return changes;
    const was = await idBefore(top, [before[0] ?? '', after], id);
    if (was === undefined) return changes.length > 0 ? [...changes, { commit, id }] : [];
    if (was !== id) changes.push({ commit, id, was });
    [file, id] = [fileBefore, was];
    commit = (await addedIn(top, `${commit}^`, [file])).get(file);
  }
  return [];
}

/** The commits that brought files into a revision, the last ones where that happened more than once. */
async function addedIn(
  top: string,
  revision: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const what = ['--date-order', '--no-renames', '--diff-filter=AD', '--name-status', '-z', '--format=%x00%H'];
  const out = await run(top, ['log', ...what, '--no-show-signature', revision, '--', ...files]);
  const added = new Map<string, string>();
  const seen = new Set<string>();
  let [commit, letter] = ['', ''];
  for (const token of out.split('\0').map((part) => part.trim())) {
    if (/^[0-9a-f]{40,64}$/.test(token)) commit = token;
    else if (/^[AD]$/.test(token)) letter = token;
    else if (token !== '' && !seen.has(token)) {
      seen.add(token);
      // What went last is not there.
      if (letter === 'A') added.set(token, commit);
    }
  }
  return added;
}

/** How a file came in a commit in place of another. */
async function movesIn(top: string, commit: string, file: string) {
  const out = await run(top, ['log', '--no-walk', ...logFormat, commit]);
  return parseLog(out).filter((one) => one.change === 'moved' && one.file === file);
}

/** The id that the record had before; undefined where it was another record. */
async function idBefore(top: string, blobs: readonly string[], id: string): Promise<string | undefined> {
  const texts = await readTexts(top, blobs);
  const [before, after] = blobs.map((blob): RecordVersion | undefined =>
    recordVersion(texts?.get(blob) ?? ''),
  );
  if (after?.id !== id) return undefined;
  return before?.id === id || isRenamedVersion(before, after) ? before?.id : undefined;
}

/** Whether a record of HEAD has one of the ids that are to be those of another. */
async function isTaken(top: string, changes: readonly NameChange[]): Promise<boolean> {
  const old = new Set(changes.flatMap(({ was }) => was ?? []));
  const words = [...old].flatMap((id) => ['-e', id]);
  const { code, out } = await readOnlyGit(top, [
    ...['grep', '-z', '--name-only', '--full-name', '--fixed-strings', '--no-color', ...words],
    ...['HEAD', '--', '*.md'],
  ]);
  // Nothing found ends so, too.
  if (code !== 0) return code !== 1;
  const places = out.toString('utf8').split('\0').filter(Boolean);
  // Such a name cannot be asked for by a line.
  if (places.some((place) => place.includes('\n'))) return true;
  const blobs = await readOnlyGit(top, ['cat-file', '--batch-check=%(objectname)'], `${places.join('\n')}\n`);
  const versions = await readTexts(top, blobs.out.toString('utf8').split('\n').filter(Boolean));
  return !versions || [...versions.values()].some((text) => old.has(recordVersion(text)?.id ?? ''));
}

async function run(top: string, args: readonly string[]): Promise<string> {
  const quiet = ['-c', 'core.commitGraph=false', '--literal-pathspecs', ...args];
  const { code, out, err } = await readOnlyGit(top, quiet);
  if (code !== 0) throw new Error(err);
  return out.toString('utf8');
}
