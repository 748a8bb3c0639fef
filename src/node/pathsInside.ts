import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isInside } from './openFile';
import { type FileStamp, stampOf } from './walk';

/** Paths of a workspace as they are on the disk now. */
export class PathsInside {
  private realRoot: string | undefined;

  constructor(private readonly root: string) {}

  /** There, and by no link outside of the workspace: what lies outside is never told. */
  exists(path: string): boolean {
    const whole = join(this.root, this.named(path));
    if (!existsSync(whole)) return false;
    try {
      this.realRoot ??= realpathSync.native(this.root);
      return isInside(this.realRoot, realpathSync.native(whole));
    } catch {
      return false;
    }
  }

  /** A path as the disk writes it: what looks the same there is the same, however its accents are put together. */
  named(path: string): string {
    if (/^[ -~]*$/.test(path) || existsSync(join(this.root, path))) return path;
    let found = '';
    for (const part of path.split('/').filter(Boolean)) {
      const wanted = part.normalize('NFC');
      const names = namesIn(join(this.root, found));
      const name = names.includes(part) ? part : names.find((other) => other.normalize('NFC') === wanted);
      if (name === undefined) return path;
      found = found === '' ? name : `${found}/${name}`;
    }
    return found;
  }

  /** The stamp of a file's state; empty where it has none. */
  stamp(path: string): FileStamp {
    try {
      return stampOf(statSync(join(this.root, this.named(path))));
    } catch {
      return '';
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
