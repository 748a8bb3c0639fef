import type { Finding } from '../findings/finding';
import type { IndexEntry } from '../index/indexEntry';
import { RuleClock } from '../model/time/ruleClock';
import { checkEntry, type WorkspaceCheckInput } from './checkRecord';

/** Findings of a record, and how long they hold. */
export interface HeldFindings {
  readonly findings: readonly Finding[];
  /** The first moment from which on they hold; minus Infinity where there is none. */
  readonly from: number;
  /** From this moment on there may be others, though nothing changes but the clock. */
  readonly until: number;
}

/** A workspace as everything above the rules sees it: what it holds, and what its checks find. */
export interface ComposedWorkspace extends WorkspaceCheckInput {
  /** All findings of one record: its own and those that need other records or files. */
  findingsOf(entry: IndexEntry): Finding[];
  /** The same, by a clock of its own that notes how long they hold. */
  heldFindingsOf(entry: IndexEntry): HeldFindings;
}

/**
 * Composes a workspace: the one place where its parts come together, in the command line, in an editor with a disk and
 * in the browser.
 *
 * @param parts the configuration, the records, the moment, and what answers for the outside world (`core/model/ports.ts`)
 */
export function composeWorkspace(parts: WorkspaceCheckInput): ComposedWorkspace {
  return Object.freeze({
    ...parts,
    findingsOf: (entry: IndexEntry) => checkEntry(entry, parts),
    heldFindingsOf(entry: IndexEntry) {
      const clock = new RuleClock(parts.now);
      const findings = checkEntry(entry, { ...parts, clock });
      return { findings, from: clock.from, until: clock.until };
    },
  });
}
