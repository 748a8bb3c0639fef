import { join, relative, sep } from 'node:path';
import { isLinkedWorkTree } from './workspaceRoot';

/** Which files are a workspace's own: what lies outside of it, or in another work tree inside of it, is none of them. */
export class OwnFiles {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly root: string) {}

  /** The path of such a file relative to the workspace, with `/`; undefined of others. */
  fileOf(path: string): string | undefined {
    const inside = relative(this.root, path).split(sep).join('/');
    const outside = inside === '' || inside === '..' || inside.startsWith('../');
    return outside || this.isInOtherTree(inside) ? undefined : inside;
  }

  /** Whether a file lies in another work tree of a repository. Each folder is looked at once. */
  isInOtherTree(file: string): boolean {
    const end = file.lastIndexOf('/');
    if (end < 0) return false;
    const folder = file.slice(0, end);
    let held = this.known.get(folder);
    if (held === undefined) {
      held = this.isInOtherTree(folder) || isLinkedWorkTree(join(this.root, folder));
      this.known.set(folder, held);
    }
    return held;
  }
}
