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

/** The file and the id that a record had in the last commit, where it got others since. */
interface EarlierName {
  /** Path in the workspace; it is there no more. */
  readonly file: string;
  /** Undefined where it is the same as now. */
  readonly was: string | undefined;
}

/**
 * The first commit of a record under its name: its file goes in as it lies in the folder, and nothing else. Where it is the
 * new name of a record that the last commit has, that file goes with it, so that what was told of it goes along.
 */
export function firstCommit(
  { name, file, config }: NewRecord,
  title: string | undefined,
  earlier?: EarlierName,
): PlannedAction {
  const { language = 'en', commit } = config.data;
  const parts = earlier
    ? earlier.was === undefined
      ? ({ action: 'edit', title } as const)
      : ({ action: 'set', fields: ['id'], was: earlier.was } as const)
    : ({ action: 'create', title } as const);
  return {
    files: [{ file, change: { plan: () => ({ edits: [] }) }, isNew: true }],
    ...(earlier ? { beside: [{ file: earlier.file, content: undefined }] } : {}),
    message: () => commitMessage({ record: name, ...parts }, language, commit?.subject),
    parts,
    already: {
      sentence: { en: 'The record is committed already.', es: 'El registro ya está en un commit.' },
    },
  };
}
