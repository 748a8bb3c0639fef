import * as vscode from 'vscode';
import { anchorsIn } from '../../core/index/anchors';
import type { FileFacts } from '../../core/model/ports';
import { inParallel } from './inParallel';
import { addressOf, textIn } from './virtualFiles';

/**
 * Facts about files that are far away: what was listed and read is known, everything else only once it has been asked
 * for. Until then rules stay silent.
 */
export class VirtualFacts implements FileFacts {
  private readonly there = new Map<string, boolean>();
  private readonly texts = new Map<string, string | undefined>();
  private readonly anchorsByPath = new Map<string, ReadonlySet<string> | undefined>();
  private readonly wantedPaths = new Set<string>();
  private readonly wantedTexts = new Set<string>();

  /** @param seen paths that were just listed */
  constructor(
    private readonly root: vscode.Uri,
    seen: Iterable<string> = [],
  ) {
    for (const path of seen) this.there.set(keyOf(path), true);
  }

  /** How many questions nobody could answer yet. */
  get unanswered(): number {
    return this.wantedPaths.size + this.wantedTexts.size;
  }

  exists(path: string): boolean | undefined {
    const known = this.there.get(keyOf(path));
    if (known === undefined) this.wantedPaths.add(path);
    return known;
  }

  text(path: string): string | undefined {
    if (this.texts.has(path)) return this.texts.get(path);
    this.wantedTexts.add(path);
    return undefined;
  }

  anchors(path: string): ReadonlySet<string> | undefined {
    if (this.anchorsByPath.has(path)) return this.anchorsByPath.get(path);
    const known = this.texts.has(path);
    const text = this.text(path);
    if (!known) return undefined;
    const anchors = text === undefined ? undefined : anchorsIn(text);
    this.anchorsByPath.set(path, anchors);
    return anchors;
  }

  /** Asks what was wanted and not known; undefined where there is no such question. */
  learn(): Promise<void> | undefined {
    if (this.unanswered === 0) return undefined;
    const [paths, texts] = [[...this.wantedPaths], [...this.wantedTexts]];
    this.wantedPaths.clear();
    this.wantedTexts.clear();
    return Promise.all([
      inParallel(paths, 8, async (path) => void this.there.set(keyOf(path), await this.isThere(path))),
      inParallel(texts, 8, async (path) => void this.texts.set(path, await textIn(this.root, path))),
    ]).then(() => undefined);
  }

  /** A path may have come, gone or changed: it is asked for again, and so are the folders above it and all below. */
  forget(path: string): void {
    const concerns = (other: string): boolean =>
      other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`);
    for (const known of [this.there, this.texts, this.anchorsByPath])
      for (const other of known.keys()) if (concerns(other)) known.delete(other);
  }

  private async isThere(path: string): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(addressOf(this.root, path));
      return true;
    } catch {
      return false;
    }
  }
}

function keyOf(path: string): string {
  return path.replace(/\/$/, '').normalize('NFC');
}
