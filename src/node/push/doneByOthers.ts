import type { OwnTrailers } from '../../core/actions/redo/redo';
import { type CarriedEvidence, carriedEvidence } from './carriedEvidence';
import { Deeds, type LoggedCommit, loggedCommits, type OwnCommit, subjectOf } from './ownCommits';
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
  return JSON.stringify([...trailers].filter(([name]) => !grounds.has(name)).sort());
}

const grounds: ReadonlySet<string> = new Set(['Reason', 'Evidence', 'Evidence-File']);

/** What was committed to the remote's branch meanwhile, to the records that local commits are about. */
export class Theirs {
  private readonly deeds: Deeds;

  private constructor(
    private readonly commits: readonly LoggedCommit[],
    private readonly records: UpstreamRecords,
  ) {
    this.deeds = new Deeds(commits.filter(({ trailers }) => trailers.has('Action')));
  }

  static async read(own: readonly OwnCommit[], records: UpstreamRecords, work: Reapplying): Promise<Theirs> {
    const { repository, from, upstream, signal } = work;
    const local = own.flatMap(({ redos }) => redos.map(({ file }) => file.path));
    const paths = [...new Set(local.flatMap((path) => [path, records.find(path)?.path ?? path]))];
    return new Theirs(
      await loggedCommits(repository.top, [`${from}..${upstream}`], { paths, signal }),
      records,
    );
  }

  /** Whether it is this very commit that was pushed before, whatever has become of its record since. */
  has(commit: OwnCommit): boolean {
    return this.deeds.take(commit);
  }

  /** Whether a step of theirs stands on a file. */
  standsOn({ file }: CarriedEvidence): boolean {
    return this.commits.some(({ trailers }) => {
      const carried = carriedEvidence(trailers);
      return carried?.file === file && !carried.goes;
    });
  }

  /** Who had done what a commit would do. */
  doneBy(commit: OwnCommit): DoneByOthers[] {
    const [first] = commit.redos;
    if (!first) return [];
    const { path } = this.records.at(first.file.path);
    const commits = this.commits.filter(({ files }) => files.some((file) => file.path === path));
    const same = commits.findLast(({ trailers }) => whatOf(trailers) === whatOf(commit.trailers));
    const who = same ?? commits.at(-1);
    if (!who) return [];
    const at = Number(who.author.date.split(' ')[0]) * 1000;
    return [{ commit: who.commit, subject: subjectOf(commit), by: who.author.name, at }];
  }
}
