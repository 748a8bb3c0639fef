import { parentPort, workerData } from 'node:worker_threads';
import type { ConfigText } from '../core/config/configFiles';
import { withOpenTexts } from '../core/config/configFiles';
import type { IndexEntry } from '../core/index/indexEntry';
import { type PendingRow, pendingRow } from '../core/pending/pendingRow';
import { checkEntry } from '../core/rules/checkRecord';
import type { Finding } from '../core/rules/finding';
import { RuleClock } from '../core/rules/ruleClock';
import { inputOf, loadWorkspace } from './checkWorkspace';
import { keepPending, recallPending } from './keptPending';
import { surveyWorkspace } from './surveyWorkspace';
import type { Unreadable } from './walk';

// Runs in a worker, so that reading a workspace never holds up the editor: loads it and sends what it found.

/** What a load is asked for; plain data. */
export interface LoadTask {
  readonly root: string;
  readonly now: number;
  /** Whether git may be started: never in a workspace that nobody trusts. */
  readonly git: boolean;
  /** Files of the configuration as they stand in the editor, unsaved: they count instead of the disk's. */
  readonly openConfig: readonly ConfigText[];
}

/** A record with all findings that it had when the workspace was read. */
export interface CheckedEntry {
  readonly entry: IndexEntry;
  readonly findings: readonly Finding[];
  /** From this moment on it may have others, though nothing changes but the clock. */
  readonly until: number;
}

/** What a load sends, in this order: what was pending last time, batches of records, then everything else. */
export type LoadMessage =
  | {
      readonly kind: 'pending';
      /** Only where no file is another one since. */
      readonly rows: readonly PendingRow[];
    }
  | { readonly kind: 'entries'; readonly entries: readonly CheckedEntry[] }
  | {
      readonly kind: 'done';
      /** Folders inside that are workspaces of their own. */
      readonly nested: readonly string[];
      readonly unreadable: readonly Unreadable[];
    };

/** Records sent at a time: taking in one batch costs the editor about a millisecond. */
const batchSize = 100;

async function load(task: LoadTask): Promise<void> {
  const { root, now, git, openConfig } = task;
  const onDisk = surveyWorkspace(root);
  const survey = { ...onDisk, texts: withOpenTexts(onDisk.texts, openConfig) };
  const send = (message: LoadMessage): void => parentPort?.postMessage(message);
  const recalled = recallPending(survey);
  if (recalled) send({ kind: 'pending', rows: recalled });
  const workspace = await loadWorkspace(root, { now, git, survey });
  const pending: PendingRow[] = [];
  let entries: CheckedEntry[] = [];
  for (const entry of workspace.index.all()) {
    const clock = new RuleClock(now);
    const findings = checkEntry(entry, { ...inputOf(workspace), clock });
    entries.push({ entry, findings, until: clock.until });
    const row = pendingRow(entry, findings, workspace.config.config);
    if (row) pending.push(row);
    if (entries.length < batchSize) continue;
    send({ kind: 'entries', entries });
    entries = [];
  }
  send({ kind: 'entries', entries });
  const { nested, unreadable } = workspace;
  send({ kind: 'done', nested, unreadable });
  if (openConfig.length === 0) keepPending(survey, pending);
}

void load(workerData as LoadTask);
