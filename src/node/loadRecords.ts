import { recordPlaceFindings } from '../core/config/recordPlaceFindings';
import { type PendingRow, pendingRow } from '../core/pending/pendingRow';
import type { Contents } from './cache/contents';
import { inputOf, loadWorkspace } from './checkWorkspace';
import type { CheckedEntry, LoadMessage, LoadTask } from './loadMessages';
import type { Survey } from './surveyWorkspace';

/** Records sent at a time: taking in one batch costs the editor about a millisecond. */
const batchSize = 100;

/**
 * Reads and checks every record of a workspace, sending them in batches, then everything else.
 *
 * @returns the rows of what is pending
 */
export async function loadRecords(
  { root, now, git }: LoadTask,
  survey: Survey,
  contents: Contents,
  send: (message: LoadMessage) => Promise<void>,
): Promise<PendingRow[]> {
  const workspace = await loadWorkspace(root, { now, git, survey, contents });
  const composed = inputOf(workspace);
  const pending: PendingRow[] = [];
  let entries: CheckedEntry[] = [];
  for (const entry of workspace.index.all()) {
    const held = composed.heldFindingsOf(entry);
    entries.push({ entry, ...held });
    const row = pendingRow(entry, held.findings, composed.config);
    if (row) pending.push(row);
    if (entries.length < batchSize) continue;
    await send({ kind: 'entries', entries });
    entries = [];
  }
  await send({ kind: 'entries', entries });
  const { unreadable, index } = workspace;
  const places = recordPlaceFindings({ ...survey, config: composed.config, hasRecords: index.size > 0 });
  await send({ kind: 'done', nested: survey.nested, places, unreadable });
  return pending;
}
