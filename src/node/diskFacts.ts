import { anchorsIn } from '../core/index/anchors';
import { longestText } from '../core/model/parse/parseRecord';
import type { FileFacts } from '../core/model/ports';
import { bytesOf } from './openFile';
import { PathsInside } from './pathsInside';
import type { FileStamp } from './walk';

/** What was asked of the disk besides the files of a walk, with the answers. */
export interface AskedOfDisk {
  readonly exists: readonly (readonly [path: string, there: boolean])[];
  readonly read: readonly (readonly [path: string, stamp: FileStamp])[];
}

/** Facts about files, asked of the disk when a rule wants one, each once. */
export class DiskFacts implements FileFacts {
  private readonly known = new Map<string, boolean>();
  private readonly read = new Map<string, FileStamp>();
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

  exists(path: string): boolean {
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
    if (this.anchorsByPath.has(path)) return this.anchorsByPath.get(path);
    const text = this.text(path);
    const anchors = text === undefined ? undefined : anchorsIn(text);
    this.anchorsByPath.set(path, anchors);
    return anchors;
  }

  private readWhole(path: string): string | undefined {
    try {
      // Of what the walk saw the stamp is known.
      if (!this.walked.has(path)) this.read.set(path, this.inside.stamp(path));
      return bytesOf(this.root, this.inside.named(path), { most: longestText }).toString('utf8');
    } catch {
      return undefined;
    }
  }
}
