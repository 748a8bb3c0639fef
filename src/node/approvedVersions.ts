import { setImmediate as othersFirst } from 'node:timers/promises';
import { approvedContent, approvedFront, currentDigests, partHash } from '../core/approvals/approvedContent';
import { longestText } from '../core/model/parse/longestText';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { CommitsByFile, FileLog } from './fileLog';
import type { GitQuestions } from './gitQuestions';
import { readTexts } from './readBlobs';

/** Versions of one record that are looked through for the one that was approved. */
const mostVersions = 50;
/** Records whose versions are read by one process: few enough that all of them fit into memory. */
const mostAtOnce = 100;

type Asked = GitQuestions['approved'][number];

/** What a version of a change may have been approved as, and hashes of its parts by name. */
interface Version {
  readonly digests: readonly string[];
  readonly parts: ReadonlyMap<string, string>;
}

/** Finds the versions that approvals were given to, by their digests, once for each HEAD. */
export class ApprovedVersions {
  private head: string | undefined;
  private readonly known = new Map<string, Version['parts'] | undefined>();
  /** What blobs hold, which never changes; undefined where nobody approves that. */
  private readonly versions = new Map<string, Version | undefined>();

  constructor(private readonly root: string) {}

  /** The parts of the version that a digest was made from; undefined where it is not known. */
  partsOf(file: string, digest: string): Version['parts'] | undefined {
    return this.known.get(nameOf(file, digest));
  }

  /** Looks through the versions of records for those that digests were made from; all that has one digest is the same. */
  async read(head: string, wished: readonly Asked[], log: FileLog): Promise<void> {
    if (this.head !== head) this.known.clear();
    this.head = head;
    const asked = wished.filter(({ file, digests }) =>
      digests.some((one) => !this.known.has(nameOf(file, one))),
    );
    if (asked.length === 0) return;
    // A lack of objects is no lack of everything else that git is asked for.
    const commits = await log.of(asked.map(({ file }) => file)).catch((): CommitsByFile => new Map());
    for (let first = 0; first < asked.length; first += mostAtOnce)
      await this.find(asked.slice(first, first + mostAtOnce), commits);
  }

  private async find(asked: readonly Asked[], commits: CommitsByFile): Promise<void> {
    const blobsOf = ({ file }: Asked): string[] => {
      const after = (commits.get(file) ?? []).flatMap((commit) => commit.after ?? []);
      const [newest, ...older] = [...new Set(after.reverse())].slice(0, mostVersions);
      // What has a stale approval now is most often the newest version itself.
      return newest === undefined ? [] : [...older, newest];
    };
    const versions = asked.map((one) => ({ ...one, blobs: blobsOf(one) }));
    const unread = versions.flatMap(({ blobs }) => blobs).filter((blob) => !this.versions.has(blob));
    const texts = await readTexts(this.root, unread);
    for (const { file, digests, blobs } of versions) {
      const wanted = new Set(digests);
      for (const digest of wanted) this.known.set(nameOf(file, digest), undefined);
      for (const blob of blobs) {
        if (wanted.size === 0) break;
        const text = texts?.get(blob);
        if (text !== undefined && !this.versions.has(blob)) {
          this.versions.set(blob, versionOf(text));
          // Whoever types beside this waits for one record at most.
          await othersFirst();
        }
        const version = this.versions.get(blob);
        for (const digest of version?.digests ?? [])
          if (version && wanted.delete(digest)) this.known.set(nameOf(file, digest), version.parts);
      }
    }
  }
}

function versionOf(text: string): Version | undefined {
  const record = text.length <= longestText ? parseRecord(text, { expected: true }) : undefined;
  if (!record || record.type === 'ticket') return undefined;
  const front = approvedFront(record);
  const parts = [...approvedContent(record, front)].map(([name, part]) => [name, partHash(part)] as const);
  return { digests: currentDigests(record, front), parts: new Map(parts) };
}

function nameOf(file: string, digest: string): string {
  return `${file} ${digest}`;
}
