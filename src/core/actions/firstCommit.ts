import type { RecordAction } from './recordAction';

/** The first commit of a record: its file goes in as it lies in the folder. */
export function firstCommit(title: string | undefined): RecordAction {
  return { change: { plan: () => ({ edits: [] }) }, parts: { action: 'create', title } };
}
