import { configFolder } from '../config/configFiles';

/** Why no record is looked for in a file. */
export type ExclusionReason = 'link' | 'ending' | 'folder' | 'nested' | 'ignored' | 'globs';

/** What a state of a workspace says of the places in it. Paths are relative to it, with `/`. */
export interface PlaceFacts {
  readonly isLink: (path: string) => boolean;
  /** Whether a folder is a workspace of its own. */
  readonly isNested: (folder: string) => boolean;
  readonly isIgnored: (path: string, isFolder: boolean) => boolean;
  /** Whether the globs of records leave it in. */
  readonly mayHoldRecord: (file: string) => boolean;
}

/** Folders in which records are never looked for. */
const neverEntered = new Set([configFolder, '.git', 'node_modules']);

/** Says why no record is looked for in a file; nothing where one is. */
export function exclusionReason(file: string, facts: PlaceFacts): ExclusionReason | undefined {
  for (let at = file.indexOf('/'); at > 0; at = file.indexOf('/', at + 1)) {
    const folder = file.slice(0, at);
    if (neverEntered.has(folder.slice(folder.lastIndexOf('/') + 1))) return 'folder';
    if (facts.isLink(folder)) return 'link';
    if (facts.isNested(folder)) return 'nested';
    if (facts.isIgnored(folder, true)) return 'ignored';
  }
  if (facts.isLink(file)) return 'link';
  if (!file.endsWith('.md')) return 'ending';
  if (facts.isIgnored(file, false)) return 'ignored';
  return facts.mayHoldRecord(file) ? undefined : 'globs';
}
