import { approvalKey } from '../core/approvals/approvalKey';
import { toldActions } from '../core/audit/trailers';
import { longestText, parseRecord } from '../core/model/parse/parseRecord';
import { plainBodyStart } from '../core/model/parse/readFrontMatter';
import type { ApprovalCommit } from '../core/ports';
import { type LoggedCommit, logFormat, parseLog } from './audit/parseLog';
import { readCommits } from './audit/readCommits';
import type { GitWishes } from './gitWishes';
import { quietGit } from './quietGit';
import { readBlobs } from './readBlobs';

/** More names than this are not passed to git one by one. */
const mostNames = 300;

type Asked = GitWishes['decided'][number];
type Commits = Map<string, ApprovalCommit>;

/** An entry of `approvals`, and the record that it is in. */
interface Approval {
  readonly key: string;
  readonly role: string | undefined;
  readonly id: string | undefined;
}

/**
 * Finds the commits that brought approvals into records, once for each HEAD: by two processes for all records, and
 * some more for records that came with their approvals, which may have been elsewhere before.
 */
export class ApprovalCommits {
  private head: string | undefined;
  private readonly known = new Map<string, ApprovalCommit | undefined>();
  /** The approvals in blobs, which never change. */
  private readonly approvals = new Map<string, readonly Approval[]>();

  constructor(private readonly root: string) {}

  /** The commit that brought an approval; nothing where there is none, or nobody knows. */
  commitOf(file: string, key: string): ApprovalCommit | undefined {
    return this.known.get(nameOf(file, key));
  }

  /**
   * Looks for what is wished and not known yet.
   *
   * @param cut whether history is cut
   */
  async read(head: string, cut: boolean, wished: readonly Asked[]): Promise<void> {
    if (this.head !== head) this.known.clear();
    this.head = head;
    const open = (one: Asked): Asked => ({
      ...one,
      keys: one.keys.filter((key) => !this.known.has(nameOf(one.file, key))),
    });
    const asked = wished.map(open).filter(({ keys }) => keys.length > 0);
    if (asked.length === 0 || head === '') return;
    const files = asked.map(({ file }) => file);
    const log = await this.readLog(files);
    await this.find(asked, log, cut, true);
    // A message that speaks of a tick proves nothing about what else is in its commit.
    await this.find(asked.map(open), log, cut, false);
    for (const { file, keys } of asked.map(open))
      for (const key of keys) this.known.set(nameOf(file, key), undefined);
    await this.readSignatures(asked.filter(({ signed }) => signed));
  }

  /** Commits of files, oldest first, by file. */
  private async readLog(files: readonly string[]): Promise<Map<string, LoggedCommit[]>> {
    const names = files.length > mostNames ? ['.'] : files;
    const call = ['--literal-pathspecs', 'log', '--full-history', ...logFormat, '--relative', '--', ...names];
    const { code, out, err } = await quietGit(this.root, call);
    if (code !== 0) throw new Error(err);
    const byFile = new Map(files.map((file): [string, LoggedCommit[]] => [file, []]));
    for (const commit of parseLog(out.toString('utf8'))) byFile.get(commit.file)?.unshift(commit);
    return byFile;
  }

  private async find(
    asked: readonly Asked[],
    log: ReadonlyMap<string, readonly LoggedCommit[]>,
    cut: boolean,
    withoutTicks: boolean,
  ): Promise<void> {
    const open = asked.filter(({ keys }) => keys.length > 0);
    const commitsOf = ({ file }: Asked) =>
      (log.get(file) ?? []).filter(({ message }) => !withoutTicks || !isTick(message));
    await this.readApprovals(open.flatMap(commitsOf));
    for (const one of open) {
      let brought = this.broughtBy(commitsOf(one), cut);
      // What stood in the file from its first commit on may have been moved there.
      const [first] = log.get(one.file) ?? [];
      const moved =
        first?.change === 'added' && first.parents.length > 0 && hasAny(brought, one, first.commit);
      if (moved) brought = await this.followed(one.file, cut);
      for (const key of one.keys) {
        const commit = brought.get(key);
        if (commit) this.known.set(nameOf(one.file, key), commit);
      }
    }
  }

  private async followed(file: string, cut: boolean): Promise<Commits> {
    const commits = await readCommits(this.root, file);
    await this.readApprovals(commits);
    return this.broughtBy(
      commits.map((commit) => ({ ...commit, parents: commit.cut ? [] : ['?'] })),
      cut,
    );
  }

  /** The last commit that brought each approval; none for what was there where history is cut. */
  private broughtBy(commits: readonly Omit<LoggedCommit, 'file'>[], cut: boolean): Commits {
    const brought: Commits = new Map();
    for (const { commit, name, address, message, parents, before, after } of commits) {
      const old = new Set(before.flatMap((id) => this.approvals.get(id) ?? []).map(({ key }) => key));
      for (const approval of this.approvals.get(after ?? '') ?? []) {
        const { key } = approval;
        if (old.has(key)) continue;
        if (cut && parents.length === 0) brought.delete(key);
        else brought.set(key, { commit, name, address, ...originOf(message, approval) });
      }
    }
    return brought;
  }

  private async readApprovals(commits: readonly Pick<LoggedCommit, 'before' | 'after'>[]): Promise<void> {
    const ids = commits.flatMap(({ before, after }) => (after ? [...before, after] : before));
    const blobs = await readBlobs(
      this.root,
      ids.filter((id) => !this.approvals.has(id)),
    );
    // Most versions of a record have the same front matter.
    const byHead = new Map<string, readonly Approval[]>();
    for (const [id, bytes] of blobs ?? []) {
      const text = bytes.length <= longestText ? bytes.toString('utf8') : '';
      const head = text.slice(0, plainBodyStart(text));
      const found = byHead.get(head) ?? approvalsIn(head);
      byHead.set(head, found);
      this.approvals.set(id, found);
    }
  }

  /** Asks git about the signatures of the commits that approvals were found in. */
  private async readSignatures(asked: readonly Asked[]): Promise<void> {
    const names = asked.flatMap(({ file, keys }) => keys.map((key) => nameOf(file, key)));
    const commits = new Set(names.flatMap((name) => this.known.get(name)?.commit ?? []));
    if (commits.size === 0) return;
    const call = ['log', '--no-walk=unsorted', '--no-show-signature', '--format=%H%x00%G?%x00%GS', '--stdin'];
    const { code, out, err } = await quietGit(this.root, call, `${[...commits].join('\n')}\n`);
    if (code !== 0) throw new Error(err);
    const signed = new Map<string, { signature: string; signer: string }>();
    for (const line of out.toString('utf8').split('\n')) {
      const [commit = '', signature = 'N', signer = ''] = line.split('\0');
      signed.set(commit, { signature, signer });
    }
    for (const name of names) {
      const known = this.known.get(name);
      if (known) this.known.set(name, { ...known, ...signed.get(known.commit) });
    }
  }
}

function nameOf(file: string, key: string): string {
  return `${key} ${file}`;
}

/** Whether a message tells of nothing but ticks. */
function isTick(message: string): boolean {
  const told = toldActions(message);
  return told.length > 0 && told.every(({ action }) => /^(un)?(tick|skip)$/.test(action));
}

function hasAny(brought: Commits, { keys }: Asked, commit: string): boolean {
  return keys.some((key) => brought.get(key)?.commit === commit);
}

/** The approvals in the front matter of a record. */
function approvalsIn(head: string): readonly Approval[] {
  const record = /approvals|aprobaciones/.test(head) ? parseRecord(head, { expected: true }) : undefined;
  if (record?.type !== 'change') return [];
  const { id, approvals = [] } = record.data;
  return approvals.map((approval) => ({ key: approvalKey(approval), role: approval.role, id }));
}

/** In a squashed merge: who took the decision in its own commit. */
function originOf(message: string, { id, role }: Approval): Partial<ApprovalCommit> {
  const told = toldActions(message).findLast(
    ({ record, origin, action, details }) =>
      origin && action === 'approve' && record === id && details.Role === role,
  );
  return told?.origin ? { name: told.origin.name, address: told.origin.address } : {};
}
