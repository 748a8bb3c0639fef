import type { Finding } from '../findings/finding';
import type { RecordSummary } from './recordSummary';

/** One record of the workspace: its summary and what its own text already tells is wrong. */
export interface IndexEntry {
  readonly file: string;
  readonly summary: RecordSummary;
  readonly findings: readonly Finding[];
}
