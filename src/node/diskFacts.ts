import { anchorsIn } from '../core/index/anchors';
import { longestText } from '../core/model/parse/longestText';
import type { FileFacts } from '../core/model/ports';
import { idOf } from './cache/contents';
import type { AskedOfDisk } from './changedAnswers';
import { bytesOf } from './openFile';
import { PathsInside } from './pathsInside';
import type { FileStamp } from './walk';

/** Facts about files, asked of the disk when a rule wants one, each once. */
export class DiskFacts implements FileFacts {
  private readonly known = new Map<string, boolean>();
  private readonly read = new Map<string, string>();
  /** The paths that were asked about since somebody began to note them. */
  private noted: Set<string> | undefined;
  private readonly anchorsByPath = new Map<string, ReadonlySet<string> | undefined>();
  private readonly inside: PathsInside;
  private last:
    | { readonly path: string; readonly stamp: FileStamp; readonly text: string | undefined }
    | undefined;

  /** @param walked paths that a walk has just seen */
  constructor(
    private readonly root: string,
    private readonly walked: ReadonlySet<string> = new Set(),
  ) {
    this.inside = new PathsInside(root);
  }

  /** What was asked so far. */
  get asked(): AskedOfDisk {
    return { exists: [...this.known], read: [...this.read] };
  }

  /** The paths that something asks about. */
  askedBy(work: () => void): ReadonlySet<string> {
    const noted = new Set<string>();
    this.noted = noted;
    work();
    this.noted = undefined;
    return noted;
  }

  exists(path: string): boolean {
    this.noted?.add(path);
    if (this.walked.has(path)) return true;
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const there = this.inside.exists(path);
    this.known.set(path, there);
    return there;
  }

  text(path: string): string | undefined {
    if (!this.exists(path)) return undefined;
    const stamp = this.inside.stamp(path);
    // Many records ask for the same one, the changelog.
    if (this.last?.path !== path || this.last.stamp !== stamp)
      this.last = { path, stamp, text: this.readWhole(path) };
    return this.last.text;
  }

  anchors(path: string): ReadonlySet<string> | undefined {
    this.noted?.add(path);
    if (this.anchorsByPath.has(path)) return this.anchorsByPath.get(path);
    const text = this.text(path);
    const anchors = text === undefined ? undefined : anchorsIn(text);
    this.anchorsByPath.set(path, anchors);
    return anchors;
  }

  private readWhole(path: string): string | undefined {
    // What the walk saw holds what it holds as one of the workspace's files.
    const isOther = !this.walked.has(path);
    if (isOther) this.read.set(path, '');
    try {
      const bytes = bytesOf(this.root, this.inside.named(path), { most: longestText });
      if (isOther) this.read.set(path, idOf(bytes));
      return bytes.toString('utf8');
    } catch {
      return undefined;
    }
  }
}
