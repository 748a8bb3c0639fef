import { randomInt } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import { randomLength } from '../core/config/idForm';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { IdsElsewhere } from '../core/model/ports';
import { hasOneBranch } from './hasOneBranch';
import { readOf } from './openFile';
import { blobsIn } from './readBlobs';
import { readOnlyGit } from './readOnlyGit';
import { gitTopLevelOf, mayBeInRepository } from './workspaceRoot';

/** Whoever makes a record waits no longer for what others call theirs. */
const usualMs = 200;
/** No record is longer. */
const mostBytes = 1_000_000;

/** Letters and digits that nobody takes for one another. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function random(): string {
  return Array.from({ length: randomLength }, () => letters[randomInt(letters.length)]).join('');
}

/**
 * The ids of records that are on other branches, local ones and those of remotes as they were fetched last, or in other
 * work trees, committed or not: the newest branches first, as far as the time is enough.
 *
 * @param own the files of the workspace, which are known
 */
export async function idsElsewhere(
  root: string,
  own: ReadonlySet<string>,
  withinMs = usualMs,
): Promise<IdsElsewhere> {
  const top = mayBeInRepository(root) ? gitTopLevelOf(root) : undefined;
  if (!top) return { taken: new Set(), complete: true, random };
  const search = new IdSearch(root, relative(top, root).split(sep).join('/'), own, withinMs);
  await search.run(hasOneBranch(top));
  return { taken: search.taken, complete: search.complete, random };
}

/** So many branches are compared at once, and the next ones only where there is time left. */
const branchBatches = [32, 512, Number.POSITIVE_INFINITY];
/** So many records are read at once. */
const recordBatch = 400;

/** The tree without files, by the length of the ids of a repository. */
const emptyTrees: { readonly [length: number]: string } = {
  40: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  64: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

/** One look through the branches and work trees of a repository, which ends when its time does. */
class IdSearch {
  readonly taken = new Set<string>();
  private readonly ends: number;
  private readonly signal: AbortSignal;
  /** The paths of records on other branches, by the ids of what they hold. */
  private readonly found = new Map<string, string>();
  /** Whether there was time for all. */
  complete = true;

  /** @param inside the path of the workspace in its repository */
  constructor(
    private readonly root: string,
    private readonly inside: string,
    private readonly own: ReadonlySet<string>,
    withinMs: number,
  ) {
    this.ends = Date.now() + withinMs;
    this.signal = AbortSignal.timeout(withinMs);
  }

  /**
   * Looks through all as far as there is time, and waits for nobody whom that has ended.
   *
   * @param alone whether there is no other branch and no other work tree
   */
  async run(alone: boolean): Promise<void> {
    const over = new Promise<void>((resolve) => {
      this.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const others = alone ? [] : [this.lookAtBranches(), this.lookIntoWorkTrees()];
    const all = Promise.all([...others, this.lookAtHead()]);
    await Promise.race([all.then(() => this.readFound()), over]);
    // What there was no time to read has the id that its file is named after.
    for (const file of this.found.values()) this.take(file, undefined);
    this.complete = alone || !this.isOver;
  }

  private get isOver(): boolean {
    return Date.now() >= this.ends;
  }

  private async ask(
    args: readonly string[],
    input?: string,
    folder = this.root,
  ): Promise<string | undefined> {
    const answer = this.isOver ? undefined : await readOnlyGit(folder, args, input, this.signal);
    return answer?.code === 0 ? answer.out.toString('utf8') : undefined;
  }

  /** What the commit of the work tree has, and the work tree no longer. */
  private async lookAtHead(): Promise<void> {
    const listed = await this.ask(['ls-tree', '-r', '-z', 'HEAD']);
    for (const [, id = '', file = ''] of (listed ?? '').matchAll(/100\d+ blob (\w+)\t([^\0]+)\0/g))
      this.note(id, file);
  }

  /** What each branch has that the commit of the work tree has not. */
  private async lookAtBranches(): Promise<void> {
    const [listed = '', tree = ''] = await Promise.all([
      this.ask(['for-each-ref', '--sort=-committerdate', '--format=%(tree)', 'refs/heads', 'refs/remotes']),
      this.ask(['rev-parse', '--verify', '--quiet', 'HEAD^{tree}']),
    ]);
    const head = tree.trim();
    const trees = new Set(listed.split('\n').filter(Boolean));
    trees.delete(head);
    const left = [...trees];
    const base = head || emptyTrees[left[0]?.length ?? 0];
    for (const size of branchBatches) {
      const batch = left.splice(0, size);
      if (batch.length === 0) return;
      const input = batch.map((tree) => `${base} ${tree}\n`).join('');
      const args = ['diff-tree', '--stdin', '-r', '-z', '--no-renames', '--diff-filter=A', '--relative'];
      const added = await this.ask(args, input);
      for (const [, id = '', file = ''] of (added ?? '').matchAll(/:0+ 100\d+ 0+ (\w+) A\0([^\0]+)\0/g))
        this.note(id, file);
    }
  }

  private note(id: string, file: string): void {
    if (isMarkdown(file) && !this.own.has(file) && !this.found.has(id)) this.found.set(id, file);
  }

  /** What other work trees have that no commit needs to know. */
  private async lookIntoWorkTrees(): Promise<void> {
    const listed = await this.ask(['worktree', 'list', '--porcelain', '-z']);
    const others = (listed ?? '')
      .split('\0\0')
      .filter((part) => !/(?:^|\0)(?:bare|prunable)/.test(part))
      .flatMap((part) => /(?:^|\0)worktree ([^\0]+)/.exec(part)?.[1] ?? [])
      .map((tree) => join(tree, this.inside))
      .filter((folder) => relative(folder, this.root) !== '');
    await Promise.all(
      others.map(async (folder) => {
        const names = await this.ask(
          ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
          undefined,
          folder,
        );
        for (const file of (names ?? '').split('\0')) {
          if (!isMarkdown(file) || this.own.has(file)) continue;
          const text = this.isOver ? undefined : textOf(folder, file);
          this.take(file, text);
        }
      }),
    );
  }

  private async readFound(): Promise<void> {
    const ids = [...this.found.keys()];
    for (let at = 0; at < ids.length; at += recordBatch) {
      const batch = ids.slice(at, at + recordBatch);
      if (this.isOver) return;
      const input = `${batch.join('\n')}\n`;
      const { code, out } = await readOnlyGit(this.root, ['cat-file', '--batch'], input, this.signal);
      if (code !== 0) return;
      for (const [id, bytes] of blobsIn(out)) {
        this.take(this.found.get(id) ?? '', bytes.toString('utf8'));
        this.found.delete(id);
      }
    }
  }

  /** The id of a record; where there is no time to read it, the one that its file is named after. */
  private take(file: string, text: string | undefined): void {
    const id = text === undefined || this.isOver ? idInName(file) : parseRecord(text)?.data.id;
    if (id !== undefined) this.taken.add(id);
  }
}

function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}

function textOf(folder: string, file: string): string | undefined {
  try {
    return readOf(folder, file, { most: mostBytes, links: false }).bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

/** The beginning of a file's name in capitals that ends in a number: `CHG-2026-0042` of `CHG-2026-0042-portal.md`. */
function idInName(file: string): string | undefined {
  return /^\P{Ll}*\d(?!\d)(?=[-_. ]|$)/u.exec(file.slice(file.lastIndexOf('/') + 1))?.[0];
}
