import { join } from 'node:path';
import { isLinkedWorkTree } from './workspaceRoot';

/** Other work trees of a repository inside of a workspace: what lies in them is none of its files. */
export class LinkedWorkTrees {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly root: string) {}

  /** Whether a file lies in one. Each folder is looked at once. */
  hold(file: string): boolean {
    const end = file.lastIndexOf('/');
    if (end < 0) return false;
    const folder = file.slice(0, end);
    let held = this.known.get(folder);
    if (held === undefined) {
      held = this.hold(folder) || isLinkedWorkTree(join(this.root, folder));
      this.known.set(folder, held);
    }
    return held;
  }
}
