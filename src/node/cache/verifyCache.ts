import { readFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { cachedFiles } from './cacheFolder';
import { isWholeKept } from './keptFile';
import { Pack } from './pack';

/** What the files of the cache are. */
export interface VerifiedCache {
  readonly packs: number;
  readonly verdicts: number;
  /** Whole, and neither of the two. */
  readonly others: number;
  /** Paths of files that are damaged or cut; they are as good as not there. */
  readonly damaged: readonly string[];
  /** Paths of files that this program does not write. */
  readonly foreign: readonly string[];
}

/** The endings of what is written as a whole, besides verdicts. */
const keptEndings = new Set(['.folder', '.git', '.pending', '.figures', '.json']);

/** Reads every file of the cache to its end, and says which of them are whole. */
export function verifyCache(): VerifiedCache {
  const found = { packs: 0, verdicts: 0, others: 0, damaged: [] as string[], foreign: [] as string[] };
  for (const { path } of cachedFiles()) {
    const ending = extname(path);
    if (ending === '.pack') {
      if (isWholePack(path)) found.packs++;
      else found.damaged.push(path);
    } else if (ending !== '.verdict' && !keptEndings.has(ending)) found.foreign.push(path);
    else if (!isWholeFile(path)) found.damaged.push(path);
    else if (ending === '.verdict') found.verdicts++;
    else found.others++;
  }
  return found;
}

/** A pack lies in the folder of its group; each of its rows has a checksum of its own. */
function isWholePack(path: string): boolean {
  const pack = Pack.open(path, basename(dirname(path)));
  const isWhole = (_: string, row: number): boolean => pack?.storedForm(row) !== undefined;
  return pack?.deliveryText(0) !== undefined && pack.rows.files.every(isWhole);
}

function isWholeFile(path: string): boolean {
  try {
    return isWholeKept(readFileSync(path));
  } catch {
    // Nobody can read it, so it is of no use.
    return false;
  }
}
