import type { ConfigText } from '../../core/config/configFiles';
import type { CurrentState, DroppedRecord } from '../../core/diff/droppedRecords';
import { findDropped, PreviousState, wasIgnored } from '../../core/diff/findDropped';
import { baseName } from '../../core/model/text/paths';
import { RecordReader } from '../../core/rules/recordReader';
import { DiskState } from '../dropped/diskState';
import { TreeState } from '../dropped/treeState';
import { listTree } from '../listTree';
import type { Survey } from '../surveyWorkspace';
import type { Sides } from './readSides';

/** Where records are in two states of a workspace, and which were dropped. */
export interface RecordPlaces {
  readonly mayHaveHeldRecord: (file: string) => boolean;
  readonly mayHoldRecord: (file: string) => boolean;
  readonly dropped: readonly DroppedRecord[];
}

/** Reads them; undefined where git cannot tell. */
export async function readRecordPlaces(
  survey: Pick<Survey, 'root' | 'nested'> & { readonly files: readonly { readonly file: string }[] },
  sides: Sides,
  [old, now]: readonly [before: readonly ConfigText[], after: readonly ConfigText[]],
): Promise<RecordPlaces | undefined> {
  const { root } = survey;
  const { changed, after = new Map(), head } = sides;
  const reader = new RecordReader(now);
  const files = head === undefined ? undefined : await listTree(root, head);
  const tracked = sides.tracked ?? (files && new Set(files.keys()));
  if (!tracked) return undefined;
  const before = new PreviousState({ ...changed, tracked }, old);
  // Unchanged files are not read. Most are named after their ids.
  const named = new Map(
    [...tracked].flatMap((file): [string, string][] =>
      changed.before.has(file) || !file.endsWith('.md') ? [] : [[baseName(file).slice(0, -3), file]],
    ),
  );
  const withId = (id: string): readonly string[] => [named.get(id) ?? []].flat();
  const state: CurrentState = files
    ? await TreeState.read(root, files, reader, { after, renamed: changed.renamed }, before, withId)
    : new DiskState(survey, reader, { ...changed, tracked }, { withId });
  return {
    mayHaveHeldRecord: (file) => before.mayHaveHeldRecord(file),
    mayHoldRecord: (file) => state.exclusionReason(file) === undefined,
    dropped: findDropped(before, state, reader).filter((record) => !wasIgnored(record, changed)),
  };
}
