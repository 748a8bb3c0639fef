import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { anchorsOf } from '../core/index/anchors';
import { longestText } from '../core/model/parse/parseRecord';
import { readBody } from '../core/model/parse/readBody';
import { plainBodyStart } from '../core/model/parse/readFrontMatter';
import { LineMap } from '../core/model/text/lineMap';
import type { FileFacts } from '../core/ports';

/** Facts about files, asked of the disk when a rule wants one, each once. */
export class DiskFacts implements FileFacts {
  private readonly known = new Map<string, boolean>();
  private readonly anchorsByPath = new Map<string, ReadonlySet<string> | undefined>();
  private realRoot: string | undefined;

  /** @param walked paths that a walk has just seen */
  constructor(
    private readonly root: string,
    private readonly walked: ReadonlySet<string> = new Set(),
  ) {}

  exists(path: string): boolean {
    if (this.walked.has(path)) return true;
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const there = this.isInside(join(this.root, path));
    this.known.set(path, there);
    return there;
  }

  text(path: string): string | undefined {
    return this.exists(path) ? readWhole(join(this.root, path)) : undefined;
  }

  anchors(path: string): ReadonlySet<string> | undefined {
    if (this.anchorsByPath.has(path)) return this.anchorsByPath.get(path);
    const anchors = this.exists(path) ? readAnchors(join(this.root, path)) : undefined;
    this.anchorsByPath.set(path, anchors);
    return anchors;
  }

  /** There, and by no link outside of the workspace: what lies outside is never told. */
  private isInside(path: string): boolean {
    if (!existsSync(path)) return false;
    try {
      this.realRoot ??= realpathSync(this.root);
      const inside = relative(this.realRoot, realpathSync(path));
      return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
    } catch {
      return false;
    }
  }
}

function readAnchors(path: string): ReadonlySet<string> | undefined {
  const text = readWhole(path);
  return text === undefined
    ? undefined
    : anchorsOf(readBody(new LineMap(text), plainBodyStart(text)).headings, text);
}

function readWhole(path: string): string | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size <= longestText ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
