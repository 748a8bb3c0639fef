import { type AuthoredCommit, moveLedger } from '../core/audit/moveLedger';
import type { NameChange } from '../core/audit/nameChange';
import { tickLedger } from '../core/audit/tickLedger';
import type { AccountedTick, GitFacts, LastChange, StateMove } from '../core/model/ports';
import { ApprovalCommits } from './approvalCommits';
import { ApprovedVersions } from './approvedVersions';
import { earlierNames } from './audit/earlierNames';
import { FileLog } from './fileLog';
import { headAndNames } from './gitIdentity';
import type { GitQuestions, MovedRecord, TickedRecord } from './gitQuestions';
import { type NoGit, readOnlyGit, reasonOf } from './readOnlyGit';
import { gitTopLevelOf } from './workspaceRoot';

/** What the messages of commits tell of records. */
interface Ledger {
  readonly ticks: ReadonlyMap<string, readonly AccountedTick[]>;
  readonly moves: ReadonlyMap<string, StateMove>;
}

/** A commit by its hash. */
type HashedCommit = AuthoredCommit & { readonly commit: string };

/** The commits that tell of records, as one HEAD has them: whoever asks again within one command has them from here. */
export interface ToldCommits {
  of?: { readonly head: string; readonly commits: Promise<readonly HashedCommit[]> };
}

/** The states of so many records at most are looked up line by line. */
const mostTyped = 100;
const noTicks: readonly AccountedTick[] = [];

/**
 * Asks git what records want to know. Only plumbing is used, which runs nothing that a repository's own
 * configuration names, and paths are always literal.
 */
export class GitReader {
  private ledger: { readonly head: string; readonly told: Ledger | undefined } | undefined;
  /** Names that records had before, and those that were asked for them, of one HEAD. */
  private earlier = { head: '', names: [] as readonly NameChange[], asked: new Set<string>() };
  /** Moves that were typed into files, by file, of one HEAD. */
  private readonly typed = new Map<string, { readonly head: string; readonly move: StateMove | undefined }>();
  private readonly approvals: ApprovalCommits;
  private readonly versions: ApprovedVersions;

  /** @param toldCommits where the commits that tell of records are held, for others that ask; nowhere unless it is given */
  constructor(
    private readonly root: string,
    private readonly toldCommits?: ToldCommits,
  ) {
    this.approvals = new ApprovalCommits(root);
    this.versions = new ApprovedVersions(root);
  }

  /** Everything that is known so far, and what these wishes add to it; a reason where git cannot answer. */
  async read(wishes: GitQuestions): Promise<GitFacts | NoGit> {
    const known = await headAndNames(this.root);
    if ('failed' in known) return reasonOf(known.failed);
    const { tags, branches, identity } = known;
    const { head, cut } = identity;
    try {
      const log = new FileLog(this.root);
      const wantsTicks = wishes.ticks || this.ledger !== undefined;
      // None of these needs another one's answer, and each waits for programs.
      await Promise.all([
        wantsTicks ? this.readLedger(head, cut) : undefined,
        this.approvals.read(head, cut, wishes.decided, log),
        this.versions.read(head, wishes.approved, log),
      ]);
      await this.readEarlier(head, wishes.ticked ?? []);
      await this.readTyped(head, wishes.moved ?? []);
    } catch (error) {
      return reasonOf(error);
    }
    const approvedParts = (file: string, digest: string) => this.versions.partsOf(file, digest);
    const told = this.ledger?.told;
    const accountedTicks = (record: string) => told && (told.ticks.get(record) ?? noTicks);
    const typed = new Map(this.typed);
    const lastMove = (file: string, record: string) => typed.get(file)?.move ?? told?.moves.get(record);
    const approvalCommit = (file: string, key: string) => this.approvals.commitOf(file, key);
    return { tags, branches, approvedParts, accountedTicks, lastMove, approvalCommit };
  }

  /** Who committed a line of a file last, as it lies on the disk; undefined where it is not committed, or git is silent. */
  async lastChange(file: string, line: number): Promise<LastChange | undefined> {
    const lines = `${line + 1},${line + 1}`;
    const ask = ['--literal-pathspecs', 'blame', '--porcelain', '--no-textconv', '-L', lines, '--', file];
    const answer = await this.run(ask).catch(() => '');
    const value = (name: string): string | undefined =>
      new RegExp(`^${name} (.*)$`, 'm').exec(answer)?.[1]?.trim();
    const [name, seconds] = [value('author'), Number(value('author-time'))];
    // A line that nobody committed yet has a commit of zeros.
    if (!name || !Number.isFinite(seconds) || /^0{40} /.test(answer)) return undefined;
    return { name, address: (value('author-mail') ?? '').replace(/[<>]/g, ''), at: seconds * 1000 };
  }

  /** Looks through the messages of all commits for the ticks and moves that they tell of, once for each HEAD. */
  private async readLedger(head: string, cut: boolean): Promise<void> {
    if (this.ledger?.head === head) return;
    // Without a commit nothing can have been ticked by one; where history is cut, nobody knows.
    const known = head !== '' && !cut;
    const commits = known ? await this.commitsOf(head) : undefined;
    const told = commits && { ticks: tickLedger(commits), moves: moveLedger(commits) };
    this.ledger = { head, told };
  }

  /** Where commits tell of fewer ticks than a record has, it may have had another id when they were made. */
  private async readEarlier(head: string, ticked: readonly TickedRecord[]): Promise<void> {
    const ticks = this.ledger?.head === head ? this.ledger.told?.ticks : undefined;
    if (!ticks) return;
    if (this.earlier.head !== head) this.earlier = { head, names: [], asked: new Set() };
    const { names, asked } = this.earlier;
    const lacking = ticked.filter(
      ({ file, record, count }) => !asked.has(file) && (ticks.get(record)?.length ?? 0) < count,
    );
    if (lacking.length === 0) return;
    for (const { file } of lacking) asked.add(file);
    const named = lacking.map(({ file, record }) => ({ file, id: record }));
    // Where that cannot be seen, the ticks have no commit, as they would without it.
    const found = await earlierNames(this.root, named).catch(() => []);
    if (found.length === 0) return;
    this.earlier = { head, asked, names: [...names, ...found] };
    const commits = await this.withNames(await this.commitsOf(head), this.earlier.names);
    this.ledger = { head, told: { ticks: tickLedger(commits), moves: moveLedger(commits) } };
  }

  /** The commits with the names that records got beside them, each in its place. */
  private async withNames(
    commits: readonly HashedCommit[],
    names: readonly NameChange[],
  ): Promise<AuthoredCommit[]> {
    const order = (await this.run(['log', '--no-show-signature', '--date-order', '--reverse', '--format=%H']))
      .split('\n')
      .filter(Boolean);
    const told = new Map(commits.map((one) => [one.commit, one]));
    const silent = { message: '', author: { name: '', address: '' } };
    return order.flatMap((commit): AuthoredCommit[] => {
      const own = names.filter((change) => change.commit === commit);
      const one = told.get(commit);
      return one || own.length > 0 ? [{ ...(one ?? silent), names: own }] : [];
    });
  }

  /** Of records whose state was typed since their last move: who wrote the line that it stands on. */
  private async readTyped(head: string, moved: readonly MovedRecord[]): Promise<void> {
    const moves = this.ledger?.told?.moves;
    const isTyped = ({ record, status }: MovedRecord): boolean =>
      (moves?.get(record)?.to ?? status) !== status;
    for (const { file, status } of moved.filter((one) => !isTyped(one)))
      if (this.typed.get(file)?.move?.to === status) this.typed.delete(file);
    for (const { file, record, status, line } of moved.filter(isTyped).slice(0, mostTyped)) {
      const known = this.typed.get(file);
      if (known?.head === head && known.move?.to === status) continue;
      const author = await this.lastChange(file, line);
      const from = moves?.get(record)?.to;
      const move = author && from !== undefined ? { from, to: status, author } : undefined;
      this.typed.set(file, { head, move });
    }
  }

  /** The commits of a HEAD that tell of records, oldest first. */
  private commitsOf(head: string): Promise<readonly HashedCommit[]> {
    const told = this.toldCommits;
    if (!told) return this.readCommits();
    if (told.of?.head !== head) told.of = { head, commits: this.readCommits() };
    return told.of.commits;
  }

  /** The same from git. */
  private async readCommits(): Promise<HashedCommit[]> {
    const what = [
      '--fixed-strings',
      '--grep=Changebook-Record: ',
      '--format=%H%x00%an%x00%ae%x00%B%x00',
      '--encoding=UTF-8',
    ];
    const quiet = ['--no-show-signature', '--no-color', '--no-notes', '--date-order', '--reverse'];
    // Elsewhere in the repository there may be records with the same ids.
    const here = gitTopLevelOf(this.root) === this.root ? [] : ['--full-history', '--', '.'];
    const parts = (await this.run(['log', ...quiet, ...what, ...here])).split('\0');
    return Array.from({ length: Math.floor(parts.length / 4) }, (_, index) => {
      const [commit = '', name = '', address = '', message = ''] = parts.slice(index * 4, index * 4 + 4);
      return { commit: commit.trim(), message, author: { name: name.trim(), address } };
    });
  }

  private async run(args: readonly string[]): Promise<string> {
    const { code, out, err } = await readOnlyGit(this.root, args);
    if (code !== 0) throw new Error(err);
    return out.toString('utf8');
  }
}
