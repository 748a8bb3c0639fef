import { basename, dirname, join, relative, sep } from 'node:path';
import { type Refusal, refusal } from '../core/actions/refusals';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import { decodeText } from '../core/model/parse/decodeText';
import { longestText } from '../core/model/parse/longestText';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { SourceProcedure } from '../core/procedure/takenSections';
import { likeliestVersion } from '../core/update/likeliestVersion';
import { type FollowingChange, updateObstacle } from '../core/update/updateObstacle';
import type { ProcedureVersions } from '../core/update/updateSides';
import { readCommits } from './audit/readCommits';
import { readBlobs } from './readBlobs';
import { gitTopLevelOf } from './workspaceRoot';

/** So many versions of a procedure are looked through, the newest first. */
const mostVersions = 300;

/**
 * The version of its procedure that a change follows, as git has it: of those with that number the one that the change was
 * most likely made from.
 *
 * @param current the procedure as it is now
 * @returns undefined where no commit has that version
 */
async function followedVersion(
  root: string,
  { file, record }: FollowingChange,
  current: SourceProcedure,
): Promise<SourceProcedure | undefined> {
  const [id, version] = (record.data.procedure ?? '').split('@', 2);
  const versions = await versionsOf(root, current.file).catch((): CommittedProcedure[] => []);
  const wanted = versions.filter(
    ({ record: { data } }) =>
      data.version === version && (data.id === id || data.id === current.record.data.id),
  );
  const isCurrent = current.record.data.version === version;
  return likeliestVersion(record, file, wanted) ?? (isCurrent ? current : undefined);
}

/** A procedure as the last commit that left it so has it. */
interface CommittedProcedure extends SourceProcedure {
  readonly commit: string;
}

/**
 * Where git has a version of a procedure.
 *
 * @param file the procedure's path in the workspace
 * @returns undefined where no commit has that version, or git cannot be asked
 */
export async function committedVersion(
  root: string,
  file: string,
  version: string,
): Promise<{ readonly commit: string; readonly file: string } | undefined> {
  const versions = await versionsOf(root, file).catch((): CommittedProcedure[] => []);
  return versions.find(({ record: { data } }) => data.version === version);
}

/** What commits made of a procedure's file under any of its names, the newest first. */
async function versionsOf(root: string, file: string): Promise<CommittedProcedure[]> {
  const path = join(root, file);
  const commits = (await readCommits(dirname(path), basename(path))).reverse();
  const places = new Map<string, { readonly file: string; readonly commit: string }>();
  for (const { after, commit, file: then } of commits)
    if (after !== undefined && !places.has(after) && places.size < mostVersions)
      places.set(after, { file: insideOf(root, then) ?? file, commit });
  const blobs = await readBlobs(dirname(path), places.keys());
  return [...places].flatMap(([blob, place]) => {
    const bytes = blobs?.get(blob);
    if (!bytes || bytes.length > longestText) return [];
    const { text, options } = decodeText(bytes);
    const record = parseRecord(text, { ...options, expected: true });
    return record?.type === 'procedure' ? [{ ...place, record }] : [];
  });
}

/** A path from the top of the repository as one of the workspace; undefined outside of it. */
function insideOf(root: string, file: string): string | undefined {
  const top = gitTopLevelOf(root);
  const path = top === undefined ? undefined : relative(root, join(top, file)).split(sep).join('/');
  return path === undefined || path === '' || path.startsWith('../') ? undefined : path;
}

/**
 * The version of its procedure that a change follows, and the one that is there now.
 *
 * @param current the procedure that the workspace has under the id that the change names
 * @returns why there is nothing to take over
 */
export async function updateVersions(
  root: string,
  change: FollowingChange,
  current: SourceProcedure | undefined,
  config: WorkspaceConfig,
): Promise<ProcedureVersions | Refusal> {
  const obstacle = updateObstacle(change, current, config);
  const from = current && !obstacle ? await followedVersion(root, change, current) : undefined;
  if (current && from) return { from, to: current };
  return obstacle ?? refusal('versionUnknown', { procedure: change.record.data.procedure ?? '' });
}
