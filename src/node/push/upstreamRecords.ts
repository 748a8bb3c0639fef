import { committedEntries, readBlobs, textOfBlob } from '../commit/storedCopies';
import { runGit } from '../gitProcess';
import type { OwnCommit } from './ownCommits';
import { pushError } from './pushError';
import type { Reapplying } from './reapplying';

/** A record as it is at the tip of the commits that are being made. */
export interface Current {
  readonly path: string;
  readonly mode: string;
  readonly text: string;
  readonly blob: string;
}

/** The records that commits are about, as they are at the tip; a record that was renamed there is found again. */
export class UpstreamRecords {
  private readonly byLocalPath = new Map<string, Current>();

  constructor(private readonly work: Reapplying) {}

  async load(commits: readonly OwnCommit[]): Promise<void> {
    const { repository, upstream, from, signal, target } = this.work;
    const redos = commits.flatMap((commit) => commit.redos);
    const created = new Set(
      redos.filter(({ redo, file }) => !redo || file.letter === 'A').map(({ file }) => file.path),
    );
    const paths = [...new Set(redos.map(({ file }) => file.path))];
    const base = { top: repository.top, base: upstream };
    const entries = await committedEntries(base, paths, signal);
    const missing = paths.filter((path) => !entries.has(path) && !created.has(path));
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
      if (!entry && created.has(local)) continue;
      if (!entry?.mode.startsWith('100') || path === undefined)
        throw pushError('recordGone', { target: target.name, file: local });
      this.byLocalPath.set(local, { path, ...entry, text: textOfBlob(path, contents.get(entry.blob)) });
    }
  }

  find(localPath: string): Current | undefined {
    return this.byLocalPath.get(localPath);
  }

  at(localPath: string): Current {
    const current = this.find(localPath);
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
