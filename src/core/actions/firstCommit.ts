import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { PlannedAction } from './action';
import { commitMessage } from './commitMessage';

/** A record that is to be committed for the first time. */
interface NewRecord {
  /** What sentences and commits call it. */
  readonly name: string;
  /** Path in the workspace. */
  readonly file: string;
  readonly config: WorkspaceConfig;
}

/** The first commit of a record: its file goes in as it lies in the folder, and nothing else. */
export function firstCommit({ name, file, config }: NewRecord, title: string | undefined): PlannedAction {
  const { language = 'en', commit } = config.data;
  return {
    files: [{ file, change: { plan: () => ({ edits: [] }) }, isNew: true }],
    message: () => commitMessage({ record: name, action: 'create', title }, language, commit?.subject),
    parts: { action: 'create', title },
    already: {
      sentence: { en: 'The record is committed already.', es: 'El registro ya está en un commit.' },
    },
  };
}
