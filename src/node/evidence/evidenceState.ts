import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { largestEvidence } from '../../core/actions/evidenceFile';
import type { AuditEvent, EvidenceState } from '../../core/audit/auditEvent';
import { readBlobs } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';
import { gitTopLevelOf } from '../workspaceRoot';
import { lfsDigest } from './lfsPointer';

/** Bytes of files that are read in one go. */
const mostAtOnce = 5 * largestEvidence;

/**
 * Events with how the files stand that show that their steps are done: HEAD's and the commit's own are read, and their
 * digests compared with what the commit's message says.
 *
 * @param path of the record, absolute
 * @param file the same in the workspace
 */
export async function withEvidenceState(
  path: string,
  file: string,
  events: readonly AuditEvent[],
): Promise<AuditEvent[]> {
  const top = gitTopLevelOf(path);
  if (!top || !events.some(({ evidenceFile }) => evidenceFile && !evidenceFile.isTaken)) return [...events];
  const inside = relative(realpathSync(top), join(realpathSync(dirname(path)), basename(path)));
  const place = inside.split(sep).join('/');
  const prefix = place.endsWith(file) ? place.slice(0, place.length - file.length) : '';
  return evidenceAt(top, events, { prefix, tip: 'HEAD' });
}

/**
 * The same as a commit has these files.
 *
 * @param folder one of the repository
 * @param prefix path of the workspace in it, with `/` at its end; empty where it is the repository
 * @param tip the commit
 */
export async function evidenceAt(
  folder: string,
  events: readonly AuditEvent[],
  { prefix, tip }: { readonly prefix: string; readonly tip: string },
): Promise<AuditEvent[]> {
  const named = (event: AuditEvent, commit: string): string =>
    `${commit}:${prefix}${event.evidenceFile?.file ?? ''}`;
  const shown = events.filter(({ evidenceFile }) => evidenceFile && !evidenceFile.isTaken);
  if (shown.length === 0) return [...events];
  const names = shown.flatMap((event) => [named(event, tip), named(event, event.commit)]);
  const stored = await storedAs(folder, names);
  if (!stored) return [...events];
  const digests = await digestsOf(folder, [...stored.values()]);
  return events.map((event): AuditEvent => {
    const { evidenceFile } = event;
    if (!evidenceFile || evidenceFile.isTaken) return event;
    const digest = (name: string): string | undefined => digests.get(stored.get(name)?.blob ?? '');
    const here = stored.has(named(event, tip));
    const isSame = (commit: string): boolean => digest(named(event, commit)) === evidenceFile.sha256;
    const state = stateOf({ isSame: isSame(tip), isThere: here, wasSame: isSame(event.commit) });
    return { ...event, evidenceFile: { ...evidenceFile, state } };
  });
}

function stateOf(seen: {
  readonly isSame: boolean;
  readonly isThere: boolean;
  readonly wasSame: boolean;
}): EvidenceState {
  if (seen.isSame) return 'intact';
  if (!seen.wasSame) return 'lost';
  return seen.isThere ? 'changed' : 'removed';
}

interface StoredAs {
  readonly blob: string;
  readonly size: number;
}

/** The blobs behind names such as `HEAD:file`; undefined where git cannot answer. */
export async function storedAs(
  folder: string,
  names: readonly string[],
): Promise<Map<string, StoredAs> | undefined> {
  const args = ['cat-file', '--batch-check'];
  const { code, out } = await readOnlyGit(folder, args, `${names.join('\n')}\n`);
  if (code !== 0) return undefined;
  const found = new Map<string, StoredAs>();
  for (const [at, line] of out.toString('utf8').split('\n').entries()) {
    const [, blob, size] = /^([0-9a-f]{40,64}) blob (\d+)$/.exec(line) ?? [];
    if (blob && size) found.set(names[at] ?? '', { blob, size: Number(size) });
  }
  return found;
}

/** Digests of blobs, read a few at a time; of what is larger than evidence may be there is none. */
async function digestsOf(folder: string, stored: readonly StoredAs[]): Promise<Map<string, string>> {
  const sizes = new Map(stored.map(({ blob, size }) => [blob, size]));
  const digests = new Map<string, string>();
  let [batch, room]: [string[], number] = [[], mostAtOnce];
  const read = async (): Promise<void> => {
    for (const [blob, bytes] of (await readBlobs(folder, batch)) ?? [])
      digests.set(blob, lfsDigest(bytes) ?? createHash('sha256').update(bytes).digest('hex'));
    [batch, room] = [[], mostAtOnce];
  };
  for (const [blob, size] of sizes) {
    if (size > largestEvidence) continue;
    if (size > room) await read();
    batch.push(blob);
    room -= size;
  }
  await read();
  return digests;
}
