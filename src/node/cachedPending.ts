import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigText } from '../core/config/configFiles';
import type { PendingRow } from '../core/pending/pendingRow';
import { shortHash } from './cache/cacheFolder';
import type { Contents } from './cache/contents';
import { KeptFile } from './cache/keptFile';
import { groupOf } from './cache/recordPacks';
import type { Survey } from './surveyWorkspace';

/** Rows that are read together: nobody else has a turn meanwhile. */
const rowsTogether = 500;

/** A file of rows, and what they are kept for. */
interface KeptRows {
  readonly file: KeptFile;
  readonly key: string;
}

/**
 * The pending changes of a workspace as they were the last time that somebody had it open. Nothing is compared with what
 * its files hold now, so that this is there at once: rows may be out of date, or of files that are gone.
 *
 * @param texts those of its configuration now: by another one nothing is kept
 * @returns rows that are read bit by bit while they are asked for; undefined where there are none
 */
export function lastPending(root: string, texts: readonly ConfigText[]): Iterable<PendingRow> | undefined {
  const kept = keptForFolder(root, texts);
  const rows = kept?.file.read<PendingRow[]>(kept.key);
  return kept && rows && rows.length > 0 ? rowsOf(kept, rows) : undefined;
}

/** What is pending in a workspace whose files hold just what some workspace held before, wherever that lay. */
export function readCachedPending({ texts }: Survey, contents: Contents): PendingRow[] | undefined {
  const kept = keptForContents(texts, contents);
  const rows = kept?.file.read<PendingRow[]>(kept.key);
  return kept && rows && [...rowsOf(kept, rows)];
}

/** Keeps what is pending in a workspace, to be shown at once the next time that somebody opens it. */
export function keepLastPending(
  root: string,
  texts: readonly ConfigText[],
  rows: readonly PendingRow[],
): void {
  keep(keptForFolder(root, texts), rows);
}

/** The same for a workspace that was just read, and for whoever opens another one whose files hold the same. */
export function cachePending(
  { root, texts, unreadable }: Survey,
  contents: Contents,
  rows: readonly PendingRow[],
): void {
  keepLastPending(root, texts, rows);
  if (unreadable.length === 0) keep(keptForContents(texts, contents), rows);
}

/** What is kept for a folder at a place; one that was put in its place since is another. */
function keptForFolder(root: string, texts: readonly ConfigText[]): KeptRows | undefined {
  const group = groupOf(texts);
  const file = KeptFile.of(`${shortHash(root)}.pending`);
  if (group === undefined || !file) return undefined;
  try {
    const { ino, birthtimeMs } = statSync(root);
    return { file, key: shortHash(JSON.stringify([group, ino, birthtimeMs])) };
  } catch {
    // Whoever reads it tells why it cannot be read.
    return undefined;
  }
}

/** What is kept for certain contents; undefined while these are not known. */
function keptForContents(texts: readonly ConfigText[], { digest }: Contents): KeptRows | undefined {
  const group = groupOf(texts);
  if (group === undefined || digest === undefined) return undefined;
  const file = KeptFile.of(join(group, `${digest}.pending`));
  return file && { file, key: digest };
}

function keep(kept: KeptRows | undefined, rows: readonly PendingRow[]): void {
  const parts = [rows.slice(0, rowsTogether)];
  for (let from = rowsTogether; from < rows.length; from += rowsTogether)
    parts.push(rows.slice(from, from + rowsTogether));
  kept?.file.write(kept.key, ...parts);
}

function* rowsOf({ file, key }: KeptRows, first: readonly PendingRow[]): Iterable<PendingRow> {
  let rows: readonly PendingRow[] | undefined = first;
  for (let part = 1; rows; part++) {
    yield* rows;
    rows = file.read<PendingRow[]>(key, part);
  }
}
