import { existsSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isInside } from './openFile';
import { type FileStamp, stampOf } from './walk';

/** Paths of a workspace as they are on the disk now. */
export class PathsInside {
  private realRoot: string | undefined;

  constructor(private readonly root: string) {}

  /** There, and by no link outside of the workspace: what lies outside is never told. */
  exists(path: string): boolean {
    const whole = join(this.root, path);
    if (!existsSync(whole)) return false;
    try {
      this.realRoot ??= realpathSync.native(this.root);
      return isInside(this.realRoot, realpathSync.native(whole));
    } catch {
      return false;
    }
  }

  /** The stamp of a file's state; empty where it has none. */
  stamp(path: string): FileStamp {
    try {
      return stampOf(statSync(join(this.root, path)));
    } catch {
      return '';
    }
  }
}
