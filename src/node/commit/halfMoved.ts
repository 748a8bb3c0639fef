import { rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { applyEdits } from '../../core/model/text/edit';
import { runGit } from '../gitProcess';
import { gitFolderOf } from '../gitState';
import { readRegular } from '../openFile';
import { readOnlyGit } from '../readOnlyGit';
import { entriesOf } from '../walk';
import { createFile, editFile } from '../writeFile';
import { folderName, isGone, movingEnding, OwnFolder } from './ownFolder';
import { pathInside } from './repository';
import type { FilePlan } from './stagedChange';
import { noBlob } from './storedCopies';
import { filesOnDisk } from './workTree';

/**
 * One file of a commit that gives a file another name, as it was and as it becomes; no text is no file. An edit that is
 * killed halfway is found again by whoever asks for it once more, but of a record under another id nobody would ask again.
 */
interface MovedPart {
  /** Path from the top of the repository. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly staged: { readonly mode: string; readonly blob: string };
  readonly stagedBlob: string;
}

const longestNote = 64_000_000;

/**
 * Notes, before anything is written, how files stand that a commit moves and edits: what is killed on the way is taken
 * back by whoever comes next.
 *
 * @param note where it is noted
 */
export async function noteMoves(note: string, top: string, plans: readonly FilePlan[]): Promise<void> {
  if (!plans.some(({ move }) => move)) return;
  const parts: MovedPart[] = [];
  for (const { stored, stagedBlob, move, workPath, change } of plans) {
    const { mode, blob } = stored.staged;
    const shown = move ? undefined : await filesOnDisk().read(workPath);
    const edits = shown === undefined ? undefined : change.plan(shown, 'workTree');
    const edited =
      shown !== undefined && edits && 'edits' in edits ? applyEdits(shown, edits.edits).text : null;
    const [before, after] = typeof move === 'object' ? [null, move.after] : [shown ?? null, edited];
    parts.push({ path: pathInside({ top }, workPath), before, after, staged: { mode, blob }, stagedBlob });
  }
  // What leaves stands as it was under the new name.
  for (const { move } of plans) {
    const path = typeof move === 'object' ? pathInside({ top }, move.from) : undefined;
    const at = parts.findIndex((part) => part.path === path);
    const leaving = parts[at];
    if (leaving && typeof move === 'object') parts[at] = { ...leaving, before: move.before, after: null };
  }
  writeFileSync(note, JSON.stringify(parts));
}

/**
 * Takes back what a process left that was killed while it gave a file another name: its files, and its entries of the
 * index. What somebody has edited since stays as it is, and so does all where the commit was made.
 *
 * @param top of the work tree
 */
export async function undoHalfMoved(top: string): Promise<void> {
  const parent = join(gitFolderOf(top), folderName);
  const left = (): string[] =>
    [...entriesOf(parent, () => {})].flatMap(({ name }) =>
      name.endsWith(movingEnding) && isGone(name) ? [join(parent, name)] : [],
    );
  if (left().length === 0) return;
  const own = OwnFolder.make(gitFolderOf(top));
  const { release } = await own.takeTurn();
  try {
    for (const note of left()) {
      const parts = readNote(note);
      if (parts && !(await isCommitted(top, parts))) await takeBack(top, parts);
      rmSync(note, { force: true });
    }
  } finally {
    release();
    own.remove();
  }
}

async function isCommitted(top: string, parts: readonly MovedPart[]): Promise<boolean> {
  const gone = parts.find(({ before, after }) => before !== null && after === null);
  const args = ['--literal-pathspecs', 'ls-tree', '-z', '--name-only', 'HEAD', '--', gone?.path ?? ''];
  const { code, out } = await readOnlyGit(top, args);
  return code !== 0 || (gone?.staged.blob !== noBlob && out.length === 0);
}

async function takeBack(top: string, parts: readonly MovedPart[]): Promise<void> {
  const disk = filesOnDisk();
  const now = new Map<MovedPart, string | null>();
  for (const part of parts) now.set(part, (await disk.read(join(top, part.path))) ?? null);
  if (parts.some((part) => ![part.before, part.after].includes(now.get(part) ?? null))) return;
  // What left comes back before what came goes.
  for (const [{ path, before, after }, text] of now) {
    const file = join(top, path);
    if (text === before || before === null) continue;
    if (text === null) createFile(file, before);
    else editFile(file, text, [{ range: { start: 0, end: (after ?? '').length }, text: before }]);
  }
  for (const [{ path, before }, text] of now) if (before === null && text !== null) rmSync(join(top, path));
  const staged = await stagedBlobs(top, parts);
  const lines = parts.flatMap(({ path, staged: { mode, blob }, stagedBlob }) => {
    const isOurs = (staged.get(path) ?? noBlob) === stagedBlob && stagedBlob !== blob;
    const [first, id] = blob === noBlob ? ['0', '0'.repeat(stagedBlob.length)] : [mode, blob];
    return isOurs ? [`${first} ${id}\t${path}\0`] : [];
  });
  if (lines.length > 0)
    await runGit(top, ['update-index', '-z', '--add', '--index-info'], { input: lines.join('') });
}

async function stagedBlobs(top: string, parts: readonly MovedPart[]): Promise<Map<string, string>> {
  const paths = parts.map(({ path }) => path);
  const args = ['--literal-pathspecs', 'ls-files', '-z', '--stage', '--', ...paths];
  const { out } = await readOnlyGit(top, args);
  const entries = out.toString('utf8').matchAll(/\d{6} ([0-9a-f]+) 0\t([^\0]+)\0/g);
  return new Map([...entries].map(([, blob = '', path = '']) => [path, blob]));
}

/** The parts of a note; undefined where it was cut short by the same kill, when nothing was written yet. */
function readNote(path: string): MovedPart[] | undefined {
  try {
    const parts: unknown = JSON.parse(readRegular(path, longestNote).bytes.toString('utf8'));
    return Array.isArray(parts) && parts.every(isPart) ? parts : undefined;
  } catch {
    return undefined;
  }
}

function isPart(value: unknown): value is MovedPart {
  const isText = (text: unknown): boolean => text === null || typeof text === 'string';
  if (typeof value !== 'object' || value === null) return false;
  if (!('path' in value && 'before' in value && 'after' in value && 'staged' in value)) return false;
  const { path, before, after, staged } = value;
  const inside = typeof path === 'string' && !isAbsolute(path) && !path.split(/[\\/]/).includes('..');
  const isEntry = typeof staged === 'object' && staged !== null && 'mode' in staged && 'blob' in staged;
  return inside && isText(before) && isText(after) && isEntry;
}
