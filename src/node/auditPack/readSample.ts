import { createHash } from 'node:crypto';
import { largestEvidence } from '../../core/actions/evidenceFile';
import type { AuditEvent } from '../../core/audit/auditEvent';
import { plannedTimes } from '../../core/audit/plannedTimes';
import { type ContentVersion, contentStory, isChange } from '../../core/auditPack/contentStory';
import type { PopulationRow } from '../../core/auditPack/populationRow';
import { safeFileName, safeName } from '../../core/auditPack/safeName';
import type { SampledChange, SampledEvidence } from '../../core/auditPack/sampledChange';
import { zoneFor } from '../../core/config/recordZone';
import { baseName } from '../../core/model/text/paths';
import { withMerges } from '../audit/approvingMerges';
import { readCommits } from '../audit/readCommits';
import { eventsOf } from '../audit/readTrail';
import { evidenceAt, storedAs } from '../evidence/evidenceState';
import { lfsDigest } from '../evidence/lfsPointer';
import { readBlobs } from '../readBlobs';
import type { CommitTree } from './commitTree';

/**
 * Reads everything that git tells of a change up to a commit.
 *
 * @param prefix path of the workspace in its repository, with `/` at its end; empty where it is the repository
 * @param merges ids of merges whose messages say who approved
 * @throws where git has not all of it
 */
export async function readSample(
  tree: CommitTree,
  row: PopulationRow,
  { prefix, merges }: { readonly prefix: string; readonly merges: readonly string[] },
): Promise<SampledChange> {
  const { root, commit, config } = tree;
  const { file } = row;
  const commits = await readCommits(root, file, commit);
  const blobs = commits.flatMap(({ after }) => after ?? []);
  const bytes = await readBlobs(root, [...blobs, row.blob]);
  const bytesOf = (blob: string): Buffer => {
    const held = bytes?.get(blob);
    if (!held) throw new Error(`git cat-file ${blob}`);
    return held;
  };
  const record = tree.recordIn(file, bytesOf(row.blob));
  if (!isChange(record)) throw new Error(`${file}: not a change`);
  const versions = commits.flatMap(({ after, commit: id, at, name }): ContentVersion[] => {
    const version = after === undefined ? undefined : tree.recordIn(file, bytesOf(after));
    return after !== undefined && isChange(version)
      ? [{ commit: id, at, by: name, blob: after, record: version }]
      : [];
  });
  const zone = zoneFor(record, config);
  const audited = { id: record.data.id, file, steps: record.body.steps };
  const told = await eventsOf(root, await withMerges(root, commits, merges), audited);
  const events = await evidenceAt(root, told, { prefix, tip: commit });
  const story = contentStory(ofThisChange(versions, record.data.id), zone, config.stages);
  const kept = [story.last, story.carriedOut, ...story.approved].flatMap((version) => version?.blob ?? []);
  return {
    row,
    folder: `samples/${safeName(row.key)}`,
    record,
    bytes: new Map([row.blob, ...kept].map((blob) => [blob, bytesOf(blob)])),
    subject: { record, file, zone, times: plannedTimes(record, zone), events },
    story,
    evidence: await readEvidenceFiles(root, events, prefix),
  };
}

/** git may take a new file for a copy of another record's: from there on it is this one. */
function ofThisChange(versions: readonly ContentVersion[], id: string | undefined): ContentVersion[] {
  const other = versions.findLastIndex(({ record }) => (record.data.id ?? id) !== id);
  // Where the last one has another id already, somebody renamed it in its last commit.
  return other === versions.length - 1 ? [...versions] : versions.slice(other + 1);
}

/** The files that show that steps were done, each as the commit of its event has it. */
async function readEvidenceFiles(
  root: string,
  events: readonly AuditEvent[],
  prefix: string,
): Promise<SampledEvidence[]> {
  const shown = events.filter(({ evidenceFile }) => evidenceFile && !evidenceFile.isTaken);
  if (shown.length === 0) return [];
  const nameOf = ({ commit, evidenceFile }: AuditEvent): string =>
    `${commit}:${prefix}${evidenceFile?.file ?? ''}`;
  const stored = await storedAs(root, shown.map(nameOf));
  const found: SampledEvidence[] = [];
  // One after the other: each may be large.
  for (const event of shown) {
    const { blob = '', size = 0 } = stored?.get(nameOf(event)) ?? {};
    const bytes =
      blob === '' || size > largestEvidence ? undefined : (await readBlobs(root, [blob]))?.get(blob);
    const digest = bytes && createHash('sha256').update(bytes).digest('hex');
    const isIt =
      bytes && event.evidenceFile && [digest, lfsDigest(bytes)].includes(event.evidenceFile.sha256);
    found.push(
      isIt
        ? { event, bytes, path: `evidence/${safeFileName(baseName(event.evidenceFile?.file ?? ''))}` }
        : { event },
    );
  }
  return found;
}
