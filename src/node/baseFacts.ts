import { anchorsIn } from '../core/index/anchors';
import type { FileFacts } from '../core/model/ports';
import type { ChangedSince } from './changedSince';

/** Facts about files as they were before a change: the disk's, but for what the change touched. */
export class BaseFacts implements FileFacts {
  /** Folders that held files which are gone. */
  private readonly gone = new Set<string>();
  private readonly stayed = new Set<string>();
  private readonly added = new Set<string>();

  constructor(
    private readonly changed: ChangedSince,
    private readonly now: FileFacts,
  ) {
    const { before, tracked } = changed;
    for (const [file, bytes] of before) addFolders(file, bytes ? this.gone : this.added);
    for (const file of tracked) if (!before.has(file)) addFolders(file, this.stayed);
  }

  exists(path: string): boolean | undefined {
    const { before } = this.changed;
    const folder = path.replace(/\/$/, '');
    if (before.has(folder)) return before.get(folder) !== undefined;
    if (this.gone.has(folder)) return true;
    // A folder with nothing in it but what the change brings came with it.
    if (this.added.has(folder) && !this.stayed.has(folder)) return false;
    return this.now.exists(path);
  }

  text(path: string): string | undefined {
    const { before } = this.changed;
    return before.has(path) ? before.get(path)?.toString('utf8') : this.now.text(path);
  }

  anchors(path: string): ReadonlySet<string> | undefined {
    if (!this.changed.before.has(path)) return this.now.anchors(path);
    const text = this.text(path);
    if (text === undefined) return undefined;
    return anchorsIn(text);
  }
}

function addFolders(file: string, to: Set<string>): void {
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) to.add(file.slice(0, at));
}
