import * as vscode from 'vscode';
import type { IndexEntry } from '../core/index/indexEntry';
import type { GitFacts, LastChange } from '../core/ports';
import type { GitReader } from '../node/gitFacts';
import { gitWishes } from '../node/gitWishes';

/** What git knows for one workspace: asked lazily, in the background, and only where the workspace is trusted. */
export class SessionGit {
  private reader: GitReader | undefined;
  private told = false;
  private readonly committed = new Map<string, boolean>();
  facts: GitFacts | undefined;

  constructor(
    private readonly root: string,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Asks what records want to know; gives the files of those that asked, once there is an answer. */
  async ask(entries: Iterable<IndexEntry>): Promise<{ files: string[] } | undefined> {
    if (!vscode.workspace.isTrusted) return undefined;
    const asking = [...entries].filter((entry) => wants(entry));
    if (asking.length === 0) return undefined;
    const answer = await (await this.readerOf()).read(gitWishes(asking));
    if (typeof answer === 'string') {
      // Said once: without git these rules are silent, which is no error.
      if (!this.told)
        this.log.info(
          vscode.l10n.t('git cannot be asked here ({0}); rules that need it are silent.', answer),
        );
      this.told = true;
      return undefined;
    }
    this.facts = answer;
    return { files: asking.map(({ file }) => file) };
  }

  /** Who committed a line of a file last; nothing in a workspace that nobody trusts. */
  async lastChange(file: string, line: number): Promise<LastChange | undefined> {
    return vscode.workspace.isTrusted ? (await this.readerOf()).lastChange(file, line) : undefined;
  }

  /** Whether HEAD has a file; true where that cannot be said. */
  async isCommitted(file: string): Promise<boolean> {
    if (!vscode.workspace.isTrusted) return true;
    const known = this.committed.get(file);
    if (known !== undefined) return known;
    const { isUncommitted } = await import('../node/commit/isUncommitted');
    const committed = !(await isUncommitted(this.root, file));
    this.committed.set(file, committed);
    return committed;
  }

  forgetCommitted(): void {
    this.committed.clear();
  }

  private async readerOf(): Promise<GitReader> {
    const { GitReader } = await import('../node/gitFacts');
    this.reader ??= new GitReader(this.root);
    return this.reader;
  }
}

function wants(entry: IndexEntry): boolean {
  const { names, approved } = gitWishes([entry]);
  return names || approved.length > 0;
}
