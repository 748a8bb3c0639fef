import type { ConfigText } from '../core/config/configFiles';
import type { FileFinding } from '../core/findings/finding';
import type { IndexEntry } from '../core/index/indexEntry';
import type { PendingRow } from '../core/pending/pendingRow';
import type { HeldFindings } from '../core/rules/composeWorkspace';
import type { Unreadable } from './walk';

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
export interface CheckedEntry extends HeldFindings {
  readonly entry: IndexEntry;
}

/** What a load sends, in this order: what is known of what is pending, batches of records, then everything else. */
export type LoadMessage =
  | {
      /** Where nobody has had the workspace open: what is pending where the same was read before. */
      readonly kind: 'pending';
      readonly rows: readonly PendingRow[];
    }
  | {
      /** Of what was pending the last time that it was open, what is gone. */
      readonly kind: 'gone';
      readonly files: readonly string[];
    }
  | { readonly kind: 'entries'; readonly entries: readonly CheckedEntry[] }
  | {
      readonly kind: 'done';
      /** Folders inside that are workspaces of their own. */
      readonly nested: readonly string[];
      /** What is wrong with the places of records. */
      readonly places: readonly FileFinding[];
      readonly unreadable: readonly Unreadable[];
    };
