import { join } from 'node:path';
import { type ConfigText, configTypeOf } from '../../core/config/configFiles';
import { enclosedConfigFile, globPlaces, unmatchedGlobs } from '../../core/config/recordPlaceFindings';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { dropPlace, droppingKey, fileStart } from '../../core/diff/dropPlace';
import { droppedFinding, droppedSeverity } from '../../core/diff/droppedFindings';
import { findDropped, PreviousState, wasIgnored } from '../../core/diff/findDropped';
import { compareFindings, type FileFinding } from '../../core/findings/finding';
import type { IndexEntry } from '../../core/index/indexEntry';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { LineRange } from '../../core/model/text/range';
import { configRecordDropped } from '../../core/rules/config/recordDropped';
import { RecordReader } from '../../core/rules/recordReader';
import type { ChangedSince } from '../changedSince';
import type { Survey } from '../surveyWorkspace';
import { DiskState } from './diskState';
import { ignoringLine } from './ignoringLine';
import { rootBefore } from './rootBefore';

/** A finding about records that the workspace no longer has. */
export interface Left extends FileFinding {
  /** The previous file that it is about. */
  readonly from: string;
  /** Whether it is older than the change. */
  readonly older: boolean;
}

/** What was read of a workspace's records already. */
export interface KnownRecords {
  /** The files whose records have an id. */
  readonly withId: (id: string) => readonly string[];
  /** The record that a file holds. */
  readonly entry: (file: string) => IndexEntry | undefined;
  readonly config: WorkspaceConfig | undefined;
  readonly before: ConstructorParameters<typeof PreviousState>[2];
}

/**
 * Finds the records that were dropped from a workspace on disk, and the settings that excluded them.
 *
 * @param before the previous configuration's texts
 * @param known what was read of its records already
 */
export async function droppedFromDisk(
  survey: Survey,
  changed: ChangedSince,
  before: readonly ConfigText[],
  known: KnownRecords,
): Promise<Left[]> {
  const reader = new RecordReader(survey.texts, known.config);
  const old = new PreviousState(changed, before, known.before);
  const state = new DiskState(survey, reader, changed, known);
  const { config } = old.reader;
  const from = {
    texts: survey.texts,
    textOf: (file: string) => state.text(file)?.text,
    ignoringLine: (file: string) => ignoringLine(survey.root, file),
  };
  const records = findDropped(old, state, reader).flatMap((dropped): Left[] => {
    const { record } = dropped;
    const finding = droppedFinding(dropped, dropPlace(dropped, from), config);
    // A record that was always ignored was not dropped by this change.
    const older = wasIgnored(dropped, changed) && isTrackedRule(finding, changed);
    if (!finding) return [];
    return [{ ...(older ? asOlder(finding) : finding), from: record.file, older }];
  });
  const about = (message: string, file: string, value: string, range: LineRange = fileStart): Left[] => {
    const severity = droppedSeverity('error', file, config);
    if (!severity) return [];
    const finding = { rule: configRecordDropped.id, severity, message, args: { value }, range };
    return [{ file, finding, from: file, older: false }];
  };
  const own = enclosedConfigFile('').slice(1);
  const outer = await rootBefore(survey.root, changed.base);
  const left = [
    ...records,
    ...emptiedGlobs(survey, old, changed, state).flatMap(({ file, value, range }) =>
      about('glob', file, value, range),
    ),
    ...opened(survey, old, state).flatMap((folder) => {
      const { file, range } = droppingKey('nested', survey.texts) ?? {
        file: enclosedConfigFile(folder),
        range: fileStart,
      };
      return about('opened', file, folder, range);
    }),
    ...swallowed(survey, old).flatMap((folder) => about('swallowed', enclosedConfigFile(folder), folder)),
    ...(outer === undefined ? [] : about('split', mainOf(survey)?.file ?? own, outer === '' ? '.' : outer)),
  ];
  return left.sort((a, b) => compareFindings(a.finding, b.finding));
}

/** Whether a finding is in a `.gitignore` that git tracks. */
function isTrackedRule(finding: FileFinding | undefined, { tracked }: ChangedSince): boolean {
  return /(?:^|\/)\.gitignore$/.test(finding?.file ?? '') && tracked.has(finding?.file ?? '');
}

function asOlder({ file, finding }: FileFinding): FileFinding {
  return { file, finding: { ...finding, severity: 'info' } };
}

function mainOf({ texts }: Survey): ConfigText | undefined {
  return texts.find(({ file }) => configTypeOf(file) === 'config');
}

/** Globs that matched files before the change and match none now. */
function emptiedGlobs(
  survey: Survey,
  { reader }: PreviousState,
  { before, tracked }: ChangedSince,
  state: DiskState,
) {
  const { files } = survey;
  const main = mainOf(survey);
  const globs = reader.config.data.records ?? [];
  if (!main || globs.length === 0) return [];
  const here = unmatchedGlobs(globs, files);
  if (here.length === 0) return [];
  const unchanged = [...tracked].filter((file) => !before.has(file));
  // Files that a sparse checkout leaves out still exist.
  const leftOut = unchanged.filter((file) => !state.has(file)).map((file) => ({ file }));
  const now = unmatchedGlobs(here, leftOut);
  const were = [...unchanged, ...[...before].flatMap(([file, bytes]) => (bytes ? [file] : []))];
  const never = unmatchedGlobs(
    now,
    were.filter((file) => file.endsWith('.md')).map((file) => ({ file })),
  );
  return globPlaces(main)
    .filter(({ value }) => now.includes(value) && !never.includes(value))
    .map((place) => ({ file: main.file, ...place }));
}

/** Folders that are separate workspaces now but would not have been before, and in which the change edits records. */
function opened({ root, nested }: Survey, before: PreviousState, state: DiskState): string[] {
  return nested
    .map((folder) => folder.slice(root.length + 1).replaceAll('\\', '/'))
    .filter((folder) => !before.wouldBeNested(folder))
    .filter((folder) =>
      [...state.touched].some((file) => {
        const read = file.startsWith(`${folder}/`) && file.endsWith('.md') ? state.text(file) : undefined;
        return read !== undefined && parseRecord(read.text, read.options) !== undefined;
      }),
    );
}

/** Folders that were separate workspaces, and whose files now belong to this one. */
function swallowed({ root, nested, files }: Survey, before: PreviousState): string[] {
  const alone = new Set(nested);
  return [...before.nested].filter(
    (folder) => !alone.has(join(root, folder)) && files.some(({ file }) => file.startsWith(`${folder}/`)),
  );
}
