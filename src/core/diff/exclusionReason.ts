import { configFolder } from '../config/configFiles';

/** Why a file is excluded from the records. */
export type ExclusionReason = 'link' | 'ending' | 'folder' | 'nested' | 'ignored' | 'globs';

/** What is known of the paths in a workspace. They are relative to it, with `/`. */
interface PlaceFacts {
  readonly isLink: (path: string) => boolean;
  /** Whether a folder is a workspace of its own. */
  readonly isNested: (folder: string) => boolean;
  readonly isIgnored: (path: string, isFolder: boolean) => boolean;
  /** Whether the globs of records include it. */
  readonly mayHoldRecord: (file: string) => boolean;
}

/** Folders that never hold records. */
const neverEntered = new Set([configFolder, '.git', 'node_modules']);

/** Says why a file is excluded from the records; undefined where it is not. */
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
