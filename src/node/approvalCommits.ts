import { trailerActions } from '../core/audit/trailerActions';
import type { ApprovalCommit, NoEvidence } from '../core/model/ports';
import { type Approval, type ApprovalOrigins, approvalOrigins, approvalReader } from './approvalOrigins';
import type { LoggedCommit } from './audit/parseLog';
import { readCommits } from './audit/readCommits';
import type { CommitsByFile, FileLog } from './fileLog';
import type { GitQuestions } from './gitQuestions';
import { readBlobs } from './readBlobs';
import { readOnlyGit } from './readOnlyGit';
import { trustsOwnFile } from './trustsOwnFile';
import { userSettings } from './userSettings';

type Asked = GitQuestions['decided'][number];
type Found = ApprovalCommit | NoEvidence;
type Signature = Pick<ApprovalCommit, 'unlisted'> & { readonly signature: string; readonly signer: string };
const unsigned: Signature = { signature: 'N', signer: '' };

/**
 * Finds the commits that brought approvals into records, once for each HEAD: by two processes for all records, and
 * some more for records that came with their approvals, which may have been elsewhere before.
 */
export class ApprovalCommits {
  private state = '';
  private readonly known = new Map<string, Found>();
  /** The approvals in blobs, which never change. */
  private readonly approvals = new Map<string, readonly Approval[]>();

  constructor(private readonly root: string) {}

  /** The commit that brought an approval, or why it is not known; undefined where it was not looked for. */
  commitOf(file: string, key: string): Found | undefined {
    return this.known.get(nameOf(file, key));
  }

  /**
   * Looks for what is wished and not known yet.
   *
   * @param cut whether history is cut
   */
  async read(head: string, cut: boolean, wished: readonly Asked[], files: FileLog): Promise<void> {
    // The history that a clone lacks may come without any commit being new.
    const state = `${head} ${cut}`;
    if (this.state !== state) this.known.clear();
    this.state = state;
    const asked = this.openOf(wished);
    if (asked.length === 0) return;
    for (const name of namesOf(asked)) this.known.delete(name);
    try {
      if (head !== '') await this.findAll(asked, cut, files);
      for (const name of namesOf(this.missedOf(asked))) this.known.set(name, 'uncommitted');
      await this.readSignatures(asked.filter(({ signed }) => signed));
    } catch (error) {
      // A lack of objects is no lack of everything else that git is asked for.
      const reason = isPartial(error) ? 'partial' : 'failed';
      for (const name of namesOf(asked)) this.known.set(name, reason);
    }
  }

  /** What of some wishes is not known yet, or was not to be had the last time. */
  private openOf(wished: readonly Asked[]): Asked[] {
    const isOpen = (found: Found | undefined, signed: boolean): boolean =>
      typeof found === 'object'
        ? signed && found.signature === undefined
        : found === undefined || /^(?:partial|failed|signers)$/.test(found);
    return withKeys(wished, ({ file, signed }, key) => isOpen(this.commitOf(file, key), signed));
  }

  private missedOf(asked: readonly Asked[]): Asked[] {
    return withKeys(asked, ({ file }, key) => this.commitOf(file, key) === undefined);
  }

  private async findAll(asked: readonly Asked[], cut: boolean, files: FileLog): Promise<void> {
    const log = await files.of(asked.map(({ file }) => file));
    await this.find(asked, log, cut, true);
    // A message that speaks of a tick proves nothing about what else is in its commit.
    const left = this.missedOf(asked);
    await this.find(left, log, cut, false);
    for (const { file, keys } of left)
      for (const key of keys)
        if (isWithdrawn(this.commitOf(file, key)) && !(await this.isInHead(file, key)))
          this.known.set(nameOf(file, key), 'uncommitted');
  }

  private async find(
    asked: readonly Asked[],
    log: CommitsByFile,
    cut: boolean,
    withoutTicks: boolean,
  ): Promise<void> {
    const commitsOf = ({ file }: Asked) =>
      (log.get(file) ?? []).filter(({ message }) => !withoutTicks || !isTick(message));
    await this.readApprovals(asked.flatMap(commitsOf));
    for (const one of asked) {
      let { origins, lost } = this.originsBy(commitsOf(one), cut);
      // What stood in the file from its first commit on may have been moved there.
      const [first] = log.get(one.file) ?? [];
      const moved =
        first?.change === 'added' && first.parents.length > 0 && hasAny(origins, one, first.commit);
      if (moved) ({ origins, lost } = await this.followed(one.file, cut));
      for (const key of one.keys) {
        const found = origins.get(key) ?? (lost ? 'partial' : undefined);
        // What was left out may have brought it back.
        if (found && !(withoutTicks && isWithdrawn(found))) this.known.set(nameOf(one.file, key), found);
      }
    }
  }

  private async isInHead(file: string, key: string): Promise<boolean> {
    const { out } = await readOnlyGit(this.root, ['rev-parse', '--verify', '--quiet', `HEAD:./${file}`]);
    const blob = out.toString('utf8').trim();
    await this.readApprovals([{ before: [], after: blob }]);
    return this.approvals.get(blob)?.some((approval) => approval.key === key) ?? false;
  }

  private async followed(file: string, cut: boolean): Promise<ReturnType<typeof approvalOrigins>> {
    const commits = await readCommits(this.root, file);
    await this.readApprovals(commits);
    return this.originsBy(
      commits.map((commit) => ({ ...commit, parents: commit.cut ? [] : ['?'] })),
      cut,
    );
  }

  private originsBy(commits: readonly Omit<LoggedCommit, 'file'>[], cut: boolean) {
    return approvalOrigins(commits, (blob) => this.approvals.get(blob), cut);
  }

  private async readApprovals(commits: readonly Pick<LoggedCommit, 'before' | 'after'>[]): Promise<void> {
    const ids = commits.flatMap(({ before, after }) => (after ? [...before, after] : before));
    const blobs = await readBlobs(
      this.root,
      ids.filter((id) => !this.approvals.has(id)),
    );
    const read = approvalReader();
    for (const [id, bytes] of blobs ?? []) this.approvals.set(id, read(bytes));
  }

  /** Asks git about the signatures of the commits that approvals were found in. */
  private async readSignatures(asked: readonly Asked[]): Promise<void> {
    const found = new Map<string, ApprovalCommit>();
    for (const name of namesOf(asked)) {
      const known = this.known.get(name);
      if (typeof known === 'object') found.set(name, known);
    }
    if (found.size === 0) return;
    if (await trustsOwnFile(this.root)) {
      for (const name of found.keys()) this.known.set(name, 'signers');
      return;
    }
    const signed = await this.signaturesOf(new Set([...found.values()].map(({ commit }) => commit)));
    for (const [name, known] of found)
      this.known.set(name, { ...known, ...(signed.get(known.commit) ?? unsigned) });
  }

  private async signaturesOf(commits: ReadonlySet<string>): Promise<Map<string, Signature>> {
    const format = '--format=%H%x00%G?%x00%GS%x00%GK%x00%GP';
    const call = ['log', '--no-walk=unsorted', '--no-show-signature', format, '--stdin'];
    const { code, out, err } = await readOnlyGit(this.root, call, `${[...commits].join('\n')}\n`);
    if (code !== 0) throw new Error(err);
    const signed = new Map<string, Signature>();
    let listed: string | undefined;
    const owners = new Map<string, Promise<string>>();
    for (const line of out.toString('utf8').split('\n')) {
      const [commit = '', signature = 'N', named = '', key = '', primary = ''] = line.split('\0');
      // A good signature of nobody whom a list names; keys of `ssh` are told by their fingerprints.
      const isUnknown = signature === 'U' && key.startsWith('SHA256:');
      if (isUnknown)
        listed ??= (await userSettings(this.root, 'gpg')).get('gpg.ssh.allowedsignersfile') ?? '';
      // Keys of `ssh` have no names of their own.
      const isOwned = signature === 'G' && /^[0-9A-F]{40,}$/.test(primary);
      const owner = `${primary} ${named}`;
      if (isOwned && !owners.has(owner)) owners.set(owner, this.ownerOf(primary, named));
      const signer = (await owners.get(owner)) ?? named;
      signed.set(commit, { signature, signer, ...(isUnknown && listed === '' ? { unlisted: true } : {}) });
    }
    return signed;
  }

  private async ownerOf(key: string, named: string): Promise<string> {
    const { openPgpOwner } = await import('./receipt/openPgpOwner');
    const program = (await userSettings(this.root, 'gpg')).get('gpg.openpgp.program') ?? 'gpg';
    return openPgpOwner(program, key, named);
  }
}

function withKeys(wished: readonly Asked[], wanted: (one: Asked, key: string) => boolean): Asked[] {
  return wished.flatMap((one) => {
    const keys = one.keys.filter((key) => wanted(one, key));
    return keys.length > 0 ? [{ ...one, keys }] : [];
  });
}

function namesOf(asked: readonly Asked[]): string[] {
  return asked.flatMap(({ file, keys }) => keys.map((key) => nameOf(file, key)));
}

function nameOf(file: string, key: string): string {
  return `${key} ${file}`;
}

/** Whether a message tells of nothing but ticks. */
function isTick(message: string): boolean {
  const told = trailerActions(message);
  return told.length > 0 && told.every(({ action }) => /^(un)?(tick|skip)$/.test(action));
}

function isWithdrawn(found: Found | undefined): boolean {
  return typeof found === 'object' && found.withdrawn === true;
}

function hasAny(origins: ApprovalOrigins, { keys }: Asked, commit: string): boolean {
  return keys.some((key) => {
    const found = origins.get(key);
    return typeof found === 'object' && found.commit === commit;
  });
}

/** Whether git failed for want of objects, which a partial clone leaves with whom it was cloned from. */
function isPartial(error: unknown): boolean {
  return /promisor|could not fetch|missing (?:blob|tree|object)|unable to read/i.test(String(error));
}
