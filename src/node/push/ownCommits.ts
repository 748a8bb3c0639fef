import type { OwnTrailers, RecordStep, Redo } from '../../core/actions/redo/redo';
import { redoOf } from '../../core/actions/redo/redoOf';
import { trailerActions } from '../../core/audit/trailerActions';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { isSetupFile } from '../../core/setup/setupProfile';
import { updateRedo } from '../../core/update/updateRedo';
import { shownOutput } from '../commit/faultError';
import { readBlobs, textOfBlob } from '../commit/storedCopies';
import { type GitAuthor, runGit } from '../gitProcess';
import { type CarriedEvidence, carriedEvidence, hasDigest, isCarried } from './carriedEvidence';
import type { CommittedFile, FileRedo } from './fileRedo';
import { pushError } from './pushError';
import { renamedRedos } from './renamedRedos';

/** A commit as git tells of it. */
export interface LoggedCommit {
  readonly commit: string;
  readonly parents: readonly string[];
  readonly author: GitAuthor;
  readonly message: string;
  readonly trailers: OwnTrailers;
  readonly files: readonly CommittedFile[];
}

/** A commit that only did what an action of Changebook's does, and how to do it again. */
export interface OwnCommit extends LoggedCommit {
  readonly redos: readonly FileRedo[];
  /** The file that comes along as evidence, or goes. */
  readonly carried?: CarriedEvidence | undefined;
}

const logOptions = [
  '--no-show-signature',
  '--no-color',
  '--no-notes',
  '--encoding=UTF-8',
  '--date=raw',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--no-ext-diff',
  '--reverse',
  '--topo-order',
  '--format=%x00%H%x00%P%x00%an%x00%ae%x00%ad%x00%B%x00',
];

/** Commits of a range with the files that they changed, oldest first; of a merge no files. */
export async function loggedCommits(
  top: string,
  range: readonly string[],
  options: { readonly paths?: readonly string[]; readonly signal?: AbortSignal | undefined } = {},
): Promise<LoggedCommit[]> {
  const { paths = [], signal } = options;
  const args = ['--literal-pathspecs', 'log', ...logOptions, ...range, '--', ...paths];
  const answer = await runGit(top, args, { signal });
  if (signal?.aborted) throw pushError('cancelled');
  if (answer.code !== 0) throw pushError('failed', { output: shownOutput(answer.err) });
  return readLog(answer.out.toString('utf8'));
}

function readLog(out: string): LoggedCommit[] {
  const tokens = out.split('\0');
  const commits: (LoggedCommit & { files: CommittedFile[] })[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const raw = /^\n?:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) (\w)/.exec(token);
    if (raw) {
      const [, from = '', to = '', before = '', after = '', letter = ''] = raw;
      commits
        .at(-1)
        ?.files.push({ path: tokens[++at] ?? '', modes: [from, to], blobs: [before, after], letter });
    } else if (/^\n?[0-9a-f]{40,64}$/.test(token)) {
      const [parents = '', name = '', address = '', date = '', message = ''] = tokens.slice(at + 1, at + 6);
      at += 5;
      commits.push({
        commit: token.trim(),
        parents: parents.split(' ').filter(Boolean),
        author: { name, address, date },
        message,
        trailers: readTrailers(message),
        files: [],
      });
    }
  }
  return commits;
}

/** Also where a hook put something below them, so that git takes them for trailers no more. */
function readTrailers(message: string): OwnTrailers {
  const trailers = new Map<string, string>();
  for (const line of message.split(/\r?\n/)) {
    const [, name, value] = /^Changebook-([A-Za-z-]+): (.*)$/.exec(line) ?? [];
    if (!name || value === undefined) continue;
    if (trailers.has(name)) return skippedTogether(message);
    trailers.set(name, value.trim());
  }
  return trailers;
}

/**
 * The trailers of a commit that says of several steps, one after the other, that they do not apply, each label on a line of
 * its own. Several commits squashed into one are no single action.
 */
function skippedTogether(message: string): OwnTrailers {
  const told = trailerActions(message);
  const [first] = told;
  const alike = told.every(({ action, record, origin, details }) => {
    const isSkip = action === 'skip' && record === first?.record && !origin && details.Step !== undefined;
    return isSkip && details.Reason === first?.details.Reason;
  });
  if (!first || !alike) return new Map();
  const { record: Record, action: Action } = first;
  const details: { readonly [name: string]: string } = Object.assign({}, ...told.map((one) => one.details));
  const labels = told.map((one) => one.details.Step).join('\n');
  return new Map(Object.entries({ Record, Action, ...details, Step: labels }));
}

/**
 * Reads commits as Changebook's own, each with how to do it again.
 *
 * @returns the commits that are not, where there are such: what is in them is nobody's to publish but their author's
 */
export async function ownCommits(
  top: string,
  commits: readonly LoggedCommit[],
  signal?: AbortSignal,
): Promise<{ readonly own: readonly OwnCommit[] } | { readonly others: readonly LoggedCommit[] }> {
  const candidates = commits.filter(looksOwn);
  const all = candidates.flatMap(({ files }) => files.flatMap((file) => file.blobs));
  const blobs = new Set(all.filter((blob) => !/^0+$/.test(blob)));
  const contents = await readBlobs({ top }, [...blobs], signal);
  const own: OwnCommit[] = [];
  const others: LoggedCommit[] = [];
  for (const commit of commits) {
    const redos = looksOwn(commit) ? redosOf(commit, contents) : undefined;
    if (redos) own.push({ ...commit, redos, carried: carriedEvidence(commit.trailers) });
    else others.push(commit);
  }
  return others.length > 0 ? { others } : { own };
}

function looksOwn({ parents, trailers, files }: LoggedCommit): boolean {
  const action = trailers.get('Action');
  if (parents.length !== 1 || !trailers.has('Record') || !action || files.length === 0) return false;
  if (trailers.has('Was'))
    return action === 'set' && trailers.get('Fields') === 'id' && files.every((file) => isPlain(file));
  if (action === 'set-up' && !files.every(({ path }) => isSetupFile(path))) return false;
  if (action === 'create' || action === 'set-up')
    return files.every(({ letter, modes }) => letter === 'A' && modes[1].startsWith('100'));
  const carried = carriedEvidence(trailers);
  return files.every((file) => {
    const { letter, modes } = file;
    const isEdit = letter === 'M' && modes[0] === modes[1] && modes[0].startsWith('100');
    return isEdit || (carried !== undefined && isCarried(file, carried));
  });
}

/** Whether all that there is of a file, before and after, is a plain file. */
function isPlain({ letter, modes }: CommittedFile): boolean {
  const there = letter === 'A' ? [modes[1]] : letter === 'D' ? [modes[0]] : modes;
  return /[AMD]/.test(letter) && there.every((mode) => mode.startsWith('100')) && new Set(there).size === 1;
}

function redosOf(
  { files, trailers }: LoggedCommit,
  contents: ReadonlyMap<string, Buffer>,
): FileRedo[] | undefined {
  if (trailers.has('Was'))
    return renamedRedos(files, trailers, ({ path, blobs }, side) =>
      textIfRecord(path, contents.get(blobs[side])),
    );
  const redos: FileRedo[] = [];
  const carried = carriedEvidence(trailers);
  for (const file of files) {
    if (carried && isCarried(file, carried)) {
      const there = contents.get(file.blobs[carried.goes ? 0 : 1]);
      if (!hasDigest(there, carried)) return undefined;
      continue;
    }
    const [before, after] = file.blobs.map((blob) => textIfRecord(file.path, contents.get(blob)));
    if (after === undefined) return undefined;
    const isNew =
      trailers.get('Action') === 'set-up' ||
      (file.letter === 'A' && parseRecord(after)?.data.id === trailers.get('Record'));
    const redo = before === undefined ? undefined : recordRedo({ before, after, trailers });
    if (!redo && !isNew) return undefined;
    redos.push({ file, after, redo });
  }
  return redos;
}

/** How to do again what a commit did to one record. */
function recordRedo(step: RecordStep): Redo | undefined {
  return redoOf(step) ?? updateRedo(step);
}

function textIfRecord(path: string, bytes: Buffer | undefined): string | undefined {
  try {
    return textOfBlob(path, bytes);
  } catch {
    // Whatever it is, it is no text that an action has written.
    return undefined;
  }
}

/** Of commits, tells which deeds of others are among them: each stands for one, however alike two may be. */
export class Deeds {
  private readonly counts = new Map<string, number>();

  constructor(commits: readonly LoggedCommit[]) {
    for (const commit of commits) {
      const deed = deedOf(commit);
      this.counts.set(deed, (this.counts.get(deed) ?? 0) + 1);
    }
  }

  /** Whether a commit's deed is there; it then counts as found, and the next one like it needs another. */
  take(commit: LoggedCommit): boolean {
    const deed = deedOf(commit);
    const left = this.counts.get(deed) ?? 0;
    if (left > 0) this.counts.set(deed, left - 1);
    return left > 0;
  }
}

/** Two commits are the same deed: by the same person at the same moment, to the same step. */
function deedOf({ author, trailers }: LoggedCommit): string {
  return JSON.stringify([author.name, author.address, author.date, ...[...trailers].sort().flat()]);
}

/** The first line of a commit's message. */
export function subjectOf({ message }: Pick<LoggedCommit, 'message'>): string {
  return message.split('\n', 1)[0] ?? '';
}
