import type { OwnTrailers } from '../../core/actions/redo/redo';
import { deedOf, type LoggedCommit, loggedCommits, type OwnCommit, subjectOf } from './ownCommits';
import type { Reapplying } from './reapplying';
import type { UpstreamRecords } from './upstreamRecords';

/** An action that others had done already, so that it was not committed again. */
export interface DoneByOthers {
  readonly commit: string;
  /** Subject of the commit that was not made again. */
  readonly subject: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What an action did, without why and with what proof. */
function whatOf(trailers: OwnTrailers): string {
  return JSON.stringify([...trailers].filter(([name]) => name !== 'Reason' && name !== 'Evidence').sort());
}

/** What others committed to the remote's branch meanwhile. */
export class Theirs {
  private readonly known = new Map<string, readonly LoggedCommit[]>();

  constructor(private readonly work: Reapplying) {}

  /** Who had done what a commit did; nobody where it was this very commit, pushed before. */
  async doneBy(commit: OwnCommit, records: UpstreamRecords): Promise<DoneByOthers[]> {
    const [first] = commit.redos;
    if (!first) return [];
    const commits = await this.of(records.at(first.file.path).path);
    if (commits.some((other) => deedOf(other) === deedOf(commit))) return [];
    const same = commits.findLast(({ trailers }) => whatOf(trailers) === whatOf(commit.trailers));
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
