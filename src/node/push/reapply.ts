import { refusalText } from '../../core/actions/refusals';
import { progressOf } from '../../core/actions/stepGates';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { applyEdits } from '../../core/model/text/edit';
import type { Language } from '../../core/model/text/localized';
import { commitTree, enterPlans, headIndex } from '../commit/commitTree';
import { FaultError } from '../commit/faultError';
import type { Repository } from '../commit/repository';
import { committedEntries, readBlobs, storeText, textOfBlob } from '../commit/storedCopies';
import { runGit } from '../gitProcess';
import { type CommittedFile, deedOf, type LoggedCommit, loggedCommits, type OwnCommit } from './ownCommits';
import { pushError } from './pushError';
import type { PushTarget } from './pushTarget';

/** An action that others had done already, so that it was not committed again. */
export interface DoneByOthers {
  readonly commit: string;
  /** Subject of the commit that was not made again. */
  readonly subject: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What came of doing commits again on top of another commit. */
export interface Reapplied {
  /** The last commit; the one that was begun from where nothing was left to do. */
  readonly tip: string;
  /** What was done again, oldest first. */
  readonly made: readonly OwnCommit[];
  readonly already: readonly DoneByOthers[];
}

/** What doing again is done with. */
export interface Reapplying {
  readonly repository: Repository;
  readonly target: PushTarget;
  /** The commit of the remote's branch. */
  readonly upstream: string;
  /** Where the local commits begin. */
  readonly from: string;
  readonly language: Language;
  /** A folder for what is needed for a moment. */
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
}

/** A record as it is at the tip of the commits that are being made. */
interface Current {
  readonly path: string;
  readonly mode: string;
  readonly text: string;
  readonly blob: string;
}

/**
 * Does commits again, one by one, on top of the remote's branch: each action on its record as it is there, found by
 * identity; texts are never merged. What is done there already is not done twice. Nothing that exists is changed.
 */
export async function reapply(commits: readonly OwnCommit[], work: Reapplying): Promise<Reapplied> {
  const { repository, upstream, folder, signal } = work;
  const records = new Records(work);
  const theirs = new Theirs(work);
  await records.load(commits.flatMap(({ files }) => files));
  let tip = upstream;
  const made: OwnCommit[] = [];
  const already: DoneByOthers[] = [];
  let index: string | undefined;
  for (const commit of commits) {
    const plans = await plansOf(commit, records, work);
    if (plans.length === 0) {
      already.push(...(await theirs.doneBy(commit, records)));
      continue;
    }
    const on = { ...repository, base: tip };
    index ??= await headIndex(on, folder, signal);
    await enterPlans(on, plans, index, signal);
    const message = recounted(commit, records);
    const { author } = commit;
    tip = await hooked(
      commit,
      work,
      async () =>
        (await commitTree(on, plans, { index: index ?? '', folder, message, author }, signal)).commit,
    );
    made.push(commit);
  }
  return { tip, made, already };
}

/** Plans of the files that a commit still changes; the records stand afterwards as it leaves them. */
async function plansOf(commit: OwnCommit, records: Records, work: Reapplying) {
  const plans = [];
  for (const { file, redo } of commit.redos) {
    const current = records.at(file.path);
    const plan = redo(current.text);
    if (plan.kind === 'refused') {
      const reason = refusalText(plan.refusal, work.language);
      throw pushError('cannotRedo', { target: work.target.name, subject: subjectOf(commit), reason });
    }
    if (plan.kind === 'already') continue;
    const text = applyEdits(current.text, plan.edits).text;
    const newBlob = await storeText(work.repository, text, work.signal);
    const { path, mode, blob } = current;
    records.set(file.path, { path, mode, text, blob: newBlob });
    const committed = { mode, blob, text: current.text };
    plans.push({ stored: { path, committed, staged: committed, flags: [] }, newBlob });
  }
  return plans;
}

async function hooked(
  commit: OwnCommit,
  { target }: Reapplying,
  make: () => Promise<string>,
): Promise<string> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.code !== 'hookFailed') throw error;
    const { hook = '', output = '' } = error.fault.args;
    throw pushError('hookOnRedo', { target: target.name, subject: subjectOf(commit), hook, output });
  }
}

export function subjectOf({ message }: Pick<LoggedCommit, 'message'>): string {
  return message.split('\n', 1)[0] ?? '';
}

/** The message with the progress that the record has after the commit now. */
function recounted({ message, redos }: OwnCommit, records: Records): string {
  const [first] = redos;
  if (!first) return message;
  const [before, now] = [first.after, records.at(first.file.path).text].map(countOf);
  const [subject = '', ...rest] = message.split('\n');
  const at = before === undefined ? -1 : subject.lastIndexOf(before);
  if (at < 0 || before === undefined || now === undefined) return message;
  return [subject.slice(0, at) + now + subject.slice(at + before.length), ...rest].join('\n');
}

function countOf(text: string): string {
  const { done, all } = progressOf(parseRecord(text, { expected: true })?.body.steps ?? []);
  return `(${done}/${all})`;
}

/** The records that commits are about, as they are at the tip; a record that was renamed there is found again. */
class Records {
  private readonly byLocalPath = new Map<string, Current>();

  constructor(private readonly work: Reapplying) {}

  async load(files: readonly CommittedFile[]): Promise<void> {
    const { repository, upstream, from, signal, target } = this.work;
    const paths = [...new Set(files.map(({ path }) => path))];
    const base = { top: repository.top, base: upstream };
    const entries = await committedEntries(base, paths, signal);
    const missing = paths.filter((path) => !entries.has(path));
    const moved = missing.length > 0 ? await this.renamed(from, upstream) : new Map<string, string>();
    const there = new Map(paths.map((path) => [path, entries.has(path) ? path : moved.get(path)]));
    const gone = missing.find((path) => !moved.has(path));
    if (gone !== undefined) throw pushError('recordGone', { target: target.name, file: gone });
    if (missing.length > 0)
      for (const [path, entry] of await committedEntries(base, [...moved.values()], signal))
        entries.set(path, entry);
    const contents = await readBlobs(
      base,
      [...new Set([...entries.values()].map(({ blob }) => blob))],
      signal,
    );
    for (const [local, path] of there) {
      const entry = entries.get(path ?? '');
      if (!entry?.mode.startsWith('100') || path === undefined)
        throw pushError('recordGone', { target: target.name, file: local });
      this.byLocalPath.set(local, { path, ...entry, text: textOfBlob(path, contents.get(entry.blob)) });
    }
  }

  at(localPath: string): Current {
    const current = this.byLocalPath.get(localPath);
    if (!current) throw pushError('recordGone', { target: this.work.target.name, file: localPath });
    return current;
  }

  set(localPath: string, current: Current): void {
    this.byLocalPath.set(localPath, current);
  }

  private async renamed(from: string, upstream: string): Promise<Map<string, string>> {
    const { repository, signal } = this.work;
    const args = [
      'diff-tree',
      '-r',
      '-z',
      '--find-renames',
      '--diff-filter=R',
      '--name-status',
      from,
      upstream,
    ];
    const answer = await runGit(repository.top, args, { signal });
    const parts = answer.out.toString('utf8').split('\0');
    const moved = new Map<string, string>();
    for (let at = 0; at + 2 < parts.length; at += 3) moved.set(parts[at + 1] ?? '', parts[at + 2] ?? '');
    return moved;
  }
}

/** What others committed to the remote's branch meanwhile. */
class Theirs {
  private readonly known = new Map<string, readonly LoggedCommit[]>();

  constructor(private readonly work: Reapplying) {}

  /** Who had done what a commit did; nobody where it was this very commit, pushed before. */
  async doneBy(commit: OwnCommit, records: Records): Promise<DoneByOthers[]> {
    const [first] = commit.redos;
    if (!first) return [];
    const commits = await this.of(records.at(first.file.path).path);
    if (commits.some((other) => deedOf(other) === deedOf(commit))) return [];
    const same = commits.findLast(({ trailers }) =>
      ['Action', 'Step', 'Role', 'State'].every((name) => trailers.get(name) === commit.trailers.get(name)),
    );
    const who = same ?? commits.at(-1);
    if (!who) return [];
    const at = Number(who.author.date.split(' ')[0]) * 1000;
    return [{ commit: who.commit, subject: subjectOf(commit), by: who.author.name, at }];
  }

  private async of(path: string): Promise<readonly LoggedCommit[]> {
    const { repository, from, upstream, signal } = this.work;
    const known =
      this.known.get(path) ??
      (await loggedCommits(repository.top, [`${from}..${upstream}`], { paths: [path], signal }));
    this.known.set(path, known);
    return known;
  }
}
