import { join } from 'node:path';
import * as vscode from 'vscode';
import type { AuditEvent } from '../../core/audit/auditEvent';
import type { AuditedRecord } from '../../core/audit/auditTrail';
import { factsOf } from '../../core/index/factSource';
import type { IndexEntry } from '../../core/index/indexEntry';
import { noGitWords } from '../../core/language/noGitWords';
import type { GitFacts, LastChange, NoGit } from '../../core/model/ports';
import { sameTicks } from '../../core/rules/checklist/tickFacts';
import { checklistUnattributed } from '../../core/rules/checklist/unattributed';
import type { GitReader } from '../../node/gitFacts';
import {
  asksGit,
  type GitQuestions,
  gitQuestions,
  type MovedRecord,
  type TickedRecord,
  wantsGit,
} from '../../node/gitQuestions';
import { gitState } from '../../node/gitState';
import { gitTopLevelOf } from '../../node/workspaceRoot';
import { language } from '../editorLanguage';
import { TimeSlice } from '../timeSlice';
import type { SessionHistory } from './workspaceBackend';

/** A tick is on the screen before its commit is made: for so long nobody is told that it has none. */
const holdMs = 1500;
/** Audit trails that are kept. */
const mostTrails = 20;

/** What git knows for one workspace: asked lazily, in the background, and only where the workspace is trusted. */
export class SessionGit implements SessionHistory {
  private reader: GitReader | undefined;
  private told = false;
  private swept = false;
  private readonly committed = new Map<string, boolean>();
  private known: GitFacts | NoGit | undefined;
  /** Records about whose ticks nothing is said until git has been asked again, by their names in commits. */
  private readonly held = new Map<string, IndexEntry>();
  private holding: NodeJS.Timeout | undefined;
  /** Commits of ours that are being made, and how many there have been. */
  private committing = 0;
  private begun = 0;
  private readonly trails = new Map<string, { state: string; events: Promise<AuditEvent[]> }>();

  /** @param askAgain called with records whose ticks are to be asked for again */
  constructor(
    private readonly root: string,
    private readonly log: vscode.LogOutputChannel,
    private readonly askAgain: (entries: readonly IndexEntry[]) => void,
  ) {}

  get facts(): GitFacts | NoGit | undefined {
    const { known, held } = this;
    if (!vscode.workspace.isTrusted) return 'notAsked';
    if (typeof known !== 'object') return known;
    const accountedTicks = (record: string) => (held.has(record) ? undefined : known.accountedTicks(record));
    return { ...known, accountedTicks };
  }

  async ask(entries: Iterable<IndexEntry>, ticks: boolean): Promise<{ files: string[] } | undefined> {
    if (!vscode.workspace.isTrusted) return undefined;
    const [asking, ticked]: [IndexEntry[], IndexEntry[]] = [[], []];
    let [names, movesAsk] = [false, false];
    const decided: GitQuestions['decided'][number][] = [];
    const approved: GitQuestions['approved'][number][] = [];
    const moved: MovedRecord[] = [];
    const counted: TickedRecord[] = [];
    const slice = new TimeSlice();
    for (const entry of [...entries]) {
      await slice.yieldIfOver();
      const own = gitQuestions([entry]);
      if (asksGit({ ...own, ticks: false })) asking.push(entry);
      if (ticks && own.ticks) ticked.push(entry);
      if (ticks) moved.push(...(own.moved ?? []));
      if (ticks) counted.push(...(own.ticked ?? []));
      names ||= own.names;
      movesAsk ||= own.movesAsk === true;
      decided.push(...own.decided);
      approved.push(...own.approved);
    }
    if (asking.length === 0 && ticked.length === 0) return undefined;
    const before = this.known;
    const { begun, committing } = this;
    const wishes = { names, movesAsk, ticks: ticked.length > 0, ticked: counted, moved, decided, approved };
    const answer = await (await this.readerOf()).read(wishes);
    // What was known before is nothing that git says now.
    this.known = answer;
    if (typeof answer === 'string') {
      if (wantsGit(wishes)) this.tellOnce(answer);
      return { files: asking.map(({ file }) => file) };
    }
    // What was read while a commit was being made may be from before it.
    const early = committing > 0 || this.begun !== begun;
    const others = ticked.filter((entry) => {
      const record = nameOf(entry);
      if (!early && this.held.delete(record)) return true;
      return typeof before === 'object' && differ(before, answer, entry);
    });
    if (early) this.askLater();
    return { files: [...new Set([...asking, ...others].map(({ file }) => file))] };
  }

  /** Said once: without git these rules are silent, which is no error. */
  private tellOnce(kind: NoGit): void {
    const reason = noGitWords[kind][language];
    if (!this.told)
      this.log.info(vscode.l10n.t('git cannot be asked here ({0}); rules that need it are silent.', reason));
    this.told = true;
  }

  /** A record reads differently: what git says of its ticks is asked again, when the typing or ticking has paused. */
  holdTicks(before: IndexEntry | undefined, after: IndexEntry | undefined): void {
    if (!vscode.workspace.isTrusted || !after) return;
    const ticks = factsOf(after.summary, checklistUnattributed);
    const old = before && factsOf(before.summary, checklistUnattributed);
    if (!ticks || (this.known && sameTicks(old, ticks))) return;
    if (gitTopLevelOf(this.root) === undefined) return;
    this.held.set(nameOf(after), after);
    this.askLater();
  }

  private askLater(): void {
    clearTimeout(this.holding);
    this.holding = setTimeout(() => {
      if (this.committing > 0) this.askLater();
      else if (this.held.size > 0) this.askAgain([...this.held.values()]);
    }, holdMs);
  }

  /** Makes a commit of ours. Until then its tick is on the screen and in no commit, however long a hook takes. */
  async whileCommitting<T>(make: () => Promise<T>): Promise<T> {
    this.committing++;
    this.begun++;
    try {
      return await make();
    } finally {
      this.committing--;
    }
  }

  /**
   * Everything that happened to a record, oldest first, read once for each state of the repository.
   *
   * @throws where git cannot answer
   */
  async trail(file: string, record: AuditedRecord): Promise<readonly AuditEvent[]> {
    if (!vscode.workspace.isTrusted) return [];
    const state = `${record.id ?? ''}\n${gitState(this.root)}`;
    const known = this.trails.get(file);
    if (known?.state === state) return known.events;
    if (this.trails.size >= mostTrails) this.trails.clear();
    const events = import('../../node/audit/readTrail').then(({ readTrail }) =>
      readTrail(join(this.root, file), record),
    );
    this.trails.set(file, { state, events });
    // What failed is tried again.
    events.catch(() => this.trails.delete(file));
    return events;
  }

  /** Who committed a line of a file last; undefined in a workspace that nobody trusts. */
  async lastChange(file: string, line: number): Promise<LastChange | undefined> {
    return vscode.workspace.isTrusted ? (await this.readerOf()).lastChange(file, line) : undefined;
  }

  /** When records were changed last; now where git may not be asked. */
  async changeTimes(files: readonly string[], now: number): Promise<(file: string) => number> {
    if (!vscode.workspace.isTrusted) return () => now;
    const { changeTimes } = await import('../../node/calendarFile/changeTimes');
    return changeTimes(this.root, files, now);
  }

  /** Whether HEAD has a file; true where that cannot be said. */
  async isCommitted(file: string): Promise<boolean> {
    if (!vscode.workspace.isTrusted) return true;
    const known = this.committed.get(file);
    if (known !== undefined) return known;
    const { isUncommitted } = await import('../../node/commit/isUncommitted');
    const committed = !(await isUncommitted(this.root, file));
    this.committed.set(file, committed);
    return committed;
  }

  async versionOf(file: string, version: string): Promise<{ commit: string; file: string } | undefined> {
    if (!vscode.workspace.isTrusted) return undefined;
    return (await import('../../node/updateVersions')).committedVersion(this.root, file, version);
  }

  async ownIdentity(): Promise<{ name: string; address: string } | undefined> {
    if (!vscode.workspace.isTrusted) return undefined;
    return (await import('../../node/commit/identity')).ownIdentity(this.root);
  }

  /** Takes away, once, what killed commits left behind; where git may not be used nothing of its folder is touched. */
  async sweep(): Promise<void> {
    if (!vscode.workspace.isTrusted || this.swept) return;
    this.swept = true;
    const { sweepLeftovers } = await import('../../node/commit/ownFolder');
    try {
      sweepLeftovers(this.root);
    } catch (error) {
      this.log.warn(error instanceof Error ? error.message : String(error));
    }
  }

  forgetCommitted(): void {
    this.committed.clear();
  }

  dispose(): void {
    clearTimeout(this.holding);
  }

  private async readerOf(): Promise<GitReader> {
    const { GitReader } = await import('../../node/gitFacts');
    this.reader ??= new GitReader(this.root);
    return this.reader;
  }
}

/** What commits call a record. */
function nameOf({ file, summary }: IndexEntry): string {
  return summary.id ?? file;
}

function differ(before: GitFacts, after: GitFacts, entry: IndexEntry): boolean {
  const record = nameOf(entry);
  const [old, now] = [before.accountedTicks(record), after.accountedTicks(record)];
  if (old !== now && JSON.stringify(old) !== JSON.stringify(now)) return true;
  const [moved, moves] = [before.lastMove(entry.file, record), after.lastMove(entry.file, record)];
  return moved !== moves && JSON.stringify(moved) !== JSON.stringify(moves);
}
