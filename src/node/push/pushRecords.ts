import type { Face } from '../../core/actions/actionText';
import type { PushFault } from '../../core/actions/pushTexts';
import { inBoth, inQuotes, type Language } from '../../core/model/text/localized';
import { FaultError, fault, shownOutput } from '../commit/faultError';
import { OwnFolder, pause } from '../commit/ownFolder';
import { openRepository, type Repository } from '../commit/repository';
import { runGit } from '../gitProcess';
import { gitTopLevelOf } from '../workspaceRoot';
import { customerConditions } from './customerConditions';
import type { DoneByOthers } from './doneByOthers';
import { type LocalBranch, type MoveOptions, moveLocal } from './moveLocal';
import { type LoggedCommit, loggedCommits, type OwnCommit, ownCommits, subjectOf } from './ownCommits';
import { PushError, pushError } from './pushError';
import { commitAt, type PushTarget, pushTarget } from './pushTarget';
import { reapply } from './reapply';
import { fetchBranch, sendCommit } from './sendCommits';

/** What is to be pushed: every commit of Changebook's on the branch that is checked out. */
export interface PushRequest extends Pick<MoveOptions, 'unsavedIn'> {
  /** A folder of the work tree. */
  readonly folder: string;
  readonly language: Language;
  /** Where sentences are read; on the command line unless this says otherwise. */
  readonly face?: Face;
  readonly signal?: AbortSignal | undefined;
  /** How often others may be quicker; 25 times unless this says otherwise. */
  readonly tries?: number;
  /** Says what would be pushed and pushes nothing. */
  readonly dryRun?: boolean;
  /** A branch of the remote, that does not exist yet, to push the commits to instead. */
  readonly toBranch?: string | undefined;
}

/** What became of it. */
export type PushOutcome =
  | {
      readonly kind: 'pushed' | 'planned';
      /** The branch of the remote: `origin/main`. */
      readonly target: string;
      /** The commit that it is at now. */
      readonly commit: string;
      /** Subjects of what was pushed, oldest first. */
      readonly subjects: readonly string[];
      readonly already: readonly DoneByOthers[];
      readonly local: LocalBranch;
      /** Where the local branch followed: what its commits are now, undefined for one that others had done already. */
      readonly renamed?: ReadonlyMap<string, string | undefined>;
    }
  | { readonly kind: 'nothing'; readonly target: string }
  | { readonly kind: 'failed'; readonly fault: PushFault };

const patienceMs = 3000;

/**
 * Pushes the branch that is checked out. Where the remote's branch has moved on, each action is done again on the record
 * as it is there, and the local branch follows. It is done only where all that would be published is Changebook's own;
 * whatever fails, no commit and no local work is lost.
 */
export async function pushRecords(request: PushRequest): Promise<PushOutcome> {
  try {
    const top = gitTopLevelOf(request.folder);
    if (!top) throw fault('noRepository', { file: request.folder });
    return await new Push(request, top).run();
  } catch (error) {
    return { kind: 'failed', fault: faultOfPush(error, request.signal) };
  }
}

function faultOfPush(error: unknown, signal: AbortSignal | undefined): PushFault {
  // Whatever it was that a cancelled git did not answer.
  if (signal?.aborted) return pushError('cancelled').fault;
  if (error instanceof PushError) return error.fault;
  if (error instanceof FaultError) return { kind: 'repository', fault: error.fault };
  const output = shownOutput(error instanceof Error ? error.message : String(error));
  return pushError('failed', { output }).fault;
}

/** One push, with as many rounds as others are quicker. */
class Push {
  private readonly renamed = new Map<string, string | undefined>();

  constructor(
    private readonly request: PushRequest,
    private readonly top: string,
  ) {}

  async run(): Promise<PushOutcome> {
    const { signal, tries = 25, toBranch } = this.request;
    if (toBranch !== undefined) return this.toBranch(toBranch);
    let target: PushTarget | undefined;
    for (let count = 0; count < tries; count++) {
      if (count > 0) await pause(Math.random() * Math.min(2000, 40 * 2 ** Math.min(count, 6)));
      if (signal?.aborted) throw pushError('cancelled');
      const repository = await openRepository(this.top, signal);
      target ??= await pushTarget(this.top, repository.branch, signal);
      const outcome = await this.round(repository, target, count > 0);
      if (outcome !== 'again') return outcome;
    }
    throw pushError('tooBusy', { target: target?.name ?? '', tries });
  }

  /** Tries once with the remote's branch as it is known, or as it is. */
  private async round(
    repository: Repository,
    target: PushTarget,
    fresh: boolean,
  ): Promise<PushOutcome | 'again'> {
    const { signal, dryRun } = this.request;
    let upstream = fresh ? undefined : await commitAt(this.top, target.tracking);
    let read = upstream && (await this.unpushed(upstream, repository.base));
    // What is known of the remote may be old.
    if (!upstream || !read || 'others' in read) {
      await fetchBranch(this.top, target, signal);
      upstream = (await commitAt(this.top, target.tracking)) ?? '';
      read = await this.unpushed(upstream, repository.base);
    }
    if ('others' in read) throw othersIn(read.others, target);
    const { own } = read;
    const [first] = own;
    if (!first) return { kind: 'nothing', target: target.name };
    if (dryRun) return asIs('planned', target, repository, own);
    const from = first.parents[0] ?? '';
    if (from !== upstream) return this.sendAgain(repository, target, { own, from, upstream });
    return (await this.send(repository.base, target)) ? asIs('pushed', target, repository, own) : 'again';
  }

  private async sendAgain(
    repository: Repository,
    target: PushTarget,
    work: { readonly own: readonly OwnCommit[]; readonly from: string; readonly upstream: string },
  ): Promise<PushOutcome | 'again'> {
    const { signal, language, face = 'commandLine' } = this.request;
    const { own, from, upstream } = work;
    const folder = OwnFolder.make(repository.gitFolder);
    try {
      const conditionsOf = customerConditions(this.top);
      const place = { folder: folder.path, conditionsOf };
      const about = { repository, target, upstream, from, language, face, ...place, signal };
      const { tip, made, already } = await reapply(own, about);
      if (tip !== upstream && !(await this.send(tip, target))) return 'again';
      const now = new Map(made.map(({ own: { commit }, commit: again }) => [commit, again]));
      // What an earlier round sent is there by now, and no more made again.
      for (const { commit } of own) this.renamed.set(commit, now.get(commit) ?? this.renamed.get(commit));
      const local = await this.follow(repository, tip, folder);
      // Somebody went on here in the meantime: that is pushed as well, on top.
      if (local === 'headMoved') return 'again';
      const renamed = local.kind === 'moved' ? { renamed: this.renamed } : {};
      const subjects = made.map(({ subject }) => subject);
      return { kind: 'pushed', target: target.name, commit: tip, subjects, already, local, ...renamed };
    } finally {
      folder.remove();
    }
  }

  /** Lets the local branch follow to what was pushed, unless it has moved on by itself. */
  private async follow(
    { top, base }: Repository,
    tip: string,
    folder: OwnFolder,
  ): Promise<LocalBranch | 'headMoved'> {
    const { release } = await folder.takeTurn();
    try {
      const now = await openRepository(top);
      if (now.base !== base) return 'headMoved';
      return await moveLocal(now, tip, { unsavedIn: this.request.unsavedIn, patienceMs });
    } finally {
      release();
    }
  }

  private async send(commit: string, target: PushTarget): Promise<boolean> {
    if ((await sendCommit(this.top, commit, target, this.request.signal)) === 'raced') return false;
    // git keeps its own refs of remotes, but not ours.
    if (target.tracking.startsWith('refs/changebook/'))
      await runGit(this.top, ['update-ref', target.tracking, commit]);
    return true;
  }

  private async unpushed(upstream: string, head: string): Promise<ReturnType<typeof ownCommits>> {
    const commits = await loggedCommits(this.top, [`${upstream}..${head}`], { signal: this.request.signal });
    return ownCommits(this.top, commits, this.request.signal);
  }

  /** Pushes the commits as they are to a branch of their own, where a branch takes no direct push. */
  private async toBranch(name: string): Promise<PushOutcome> {
    const { signal } = this.request;
    const repository = await openRepository(this.top, signal);
    const target = await pushTarget(this.top, repository.branch, signal);
    const ref = `refs/heads/${name}`;
    if (name.startsWith('-') || (await runGit(this.top, ['check-ref-format', ref])).code !== 0)
      throw pushError('badBranch', { branch: name });
    if (!(await commitAt(this.top, target.tracking))) await fetchBranch(this.top, target, signal);
    const read = await this.unpushed((await commitAt(this.top, target.tracking)) ?? '', repository.base);
    if ('others' in read) throw othersIn(read.others, target);
    const own = { ...target, ref, name: `${target.remote}/${name}` };
    if ((await sendCommit(this.top, repository.base, own, signal)) === 'raced')
      throw pushError('branchTaken', { remote: target.remote, branch: name });
    return asIs('pushed', own, repository, read.own);
  }
}

/** The outcome where the commits stay the very ones that they are. */
function asIs(
  kind: 'pushed' | 'planned',
  { name }: PushTarget,
  { base }: Repository,
  own: readonly OwnCommit[],
): PushOutcome {
  const local = { kind: 'same' } as const;
  return { kind, target: name, commit: base, subjects: own.map(subjectOf), already: [], local };
}

function othersIn(others: readonly LoggedCommit[], { name }: PushTarget): PushError {
  const more = others.length > 3 ? ['…'] : [];
  const subjects = (language: Language): string =>
    [...others.slice(0, 3).map((commit) => inQuotes(subjectOf(commit), language)), ...more].join(', ');
  return pushError('otherCommits', { target: name, count: others.length, ...inBoth('subjects', subjects) });
}
