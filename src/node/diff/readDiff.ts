import { join } from 'node:path';
import { type ConfigText, configTypeOf, isConfigFile, isGuarded } from '../../core/config/configFiles';
import { globTest } from '../../core/config/globs';
import { idTestOf, type WorkspaceConfig } from '../../core/config/workspaceConfig';
import { addDroppedRecords } from '../../core/diff/addDroppedRecords';
import { changedKeys } from '../../core/diff/changedKeys';
import { loosenings } from '../../core/diff/loosenings';
import { lastAuthor, traceChanges } from '../../core/diff/traceChanges';
import { addMovedWindow } from '../../core/diff/withZone';
import {
  type ConfigFileDiff,
  diffRecords,
  type FilePair,
  type RecordDiff,
  type WorkspaceDiff,
} from '../../core/diff/workspaceDiff';
import { decodeText } from '../../core/model/parse/decodeText';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { ParsedRecord } from '../../core/model/parse/record';
import { baseName } from '../../core/model/text/paths';
import { readConfig } from '../../core/rules/readConfig';
import type { NoBase } from '../changedSince';
import type { Survey } from '../surveyWorkspace';
import type { Unreadable } from '../walk';
import { committedBytes } from './committedBytes';
import { configAt } from './configAt';
import { readHistory } from './readHistory';
import { readRecordPlaces } from './readRecordPlaces';
import { readSides, type SideFile, type Sides } from './readSides';

/** A comparison with the commits that it is between. */
export interface ReadDiff extends WorkspaceDiff {
  readonly base: string;
  readonly head: string | undefined;
  /** Whether base and head have no known common commit, so that they are compared directly. */
  readonly unrelated: boolean;
  /** Changed files that could not be read. */
  readonly unreadable: readonly Unreadable[];
}

/** The workspace that is compared: its configuration and its files on disk. */
interface DiffWorkspace extends Pick<Survey, 'root' | 'texts' | 'nested'> {
  readonly files: readonly { readonly file: string }[];
}

/** What is compared. */
interface DiffRequest {
  readonly base: string;
  /** Undefined for the files on disk. */
  readonly head: string | undefined;
  /** Compares only this file, and not the configuration. */
  readonly only?: string;
  /** The text of that file, if it is not the one on disk. */
  readonly text?: string;
}

/**
 * Compares the records and the configuration in two states of a workspace. Findings that moved windows cause are added
 * by `addWindowFindings`.
 */
export async function readDiff(survey: DiffWorkspace, wish: DiffRequest): Promise<ReadDiff | NoBase> {
  const { root } = survey;
  const files = [...survey.texts, ...survey.files].map(({ file }) => file);
  const sides = await readSides(root, wish.base, wish.head, files);
  if ('kind' in sides) return sides;
  const { base, head, unrelated, unreadable } = sides;
  const guarded = wish.only === undefined ? configDiffs(sides) : [];
  const texts = await configSides(survey, sides, guarded.length > 0);
  const [old, now] = [readConfig(texts[0]).config, readConfig(texts[1]).config];
  const places = wish.only === undefined ? await readRecordPlaces(survey, sides, texts) : undefined;
  const keys = changedKeys(...texts).filter(({ kind }) => kind !== 'file-changed');
  const config = guarded.map((diff) => ({ ...diff, changes: keys.filter(({ file }) => file === diff.file) }));
  const wanted = wish.only === undefined ? sides.files : await filesOf(root, sides, wish.only, wish.text);
  const pairs = wanted.flatMap((side): FilePair[] => {
    const { file, fileBefore, before, after } = side;
    if (!isMarkdown(file) && !isMarkdown(fileBefore ?? '')) return [];
    const name = fileBefore === undefined ? {} : { fileBefore };
    const was = places?.mayHaveHeldRecord(fileBefore ?? file) === false ? undefined : before;
    const is = places?.mayHoldRecord(file) === false ? undefined : after;
    return [
      { file, ...name, before: recordIn(was, fileBefore ?? file, old), after: recordIn(is, file, now) },
    ];
  });
  const after = new Map(pairs.map((pair) => [pair.file, pair.after]));
  const unread = new Set(unreadable.map(({ path }) => path));
  const dropped = places?.dropped.filter(({ record }) => !unread.has(join(root, record.file))) ?? [];
  const different = addDroppedRecords(diffRecords(pairs), dropped);
  const untraced = different
    .map((record) => (keys.length > 0 ? addMovedWindow(record, after.get(record.file), old, now) : record))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
  const records = unrelated ? untraced : await traced(root, sides, untraced, pairs);
  const main = survey.texts.find(({ file }) => configTypeOf(file) === 'config');
  const loosened = config.length > 0 ? loosenings(old, now, main?.file) : [];
  return { base, head, unrelated, loosened, config, records, unreadable };
}

function isMarkdown(file: string): boolean {
  return /\.(md|markdown)$/.test(file) && !isConfigFile(file);
}

/** The configuration's texts on both sides, which are the same where no file of it differs. */
async function configSides(
  { root, texts }: DiffWorkspace,
  { base, head }: Sides,
  differ: boolean,
): Promise<readonly [before: readonly ConfigText[], after: readonly ConfigText[]]> {
  const now = head === undefined ? texts : await configAt(root, head);
  return [differ ? await configAt(root, base) : now, now];
}

function configDiffs({ files }: Sides): Pick<ConfigFileDiff, 'file' | 'what'>[] {
  return files.flatMap(({ file, fileBefore, before, after }): Pick<ConfigFileDiff, 'file' | 'what'>[] => {
    if (![fileBefore ?? file, file].some(isGuarded)) return [];
    return [{ file, what: !before ? 'added' : !after ? 'removed' : 'changed' }];
  });
}

/** The two sides of one file, with its text in an editor. */
async function filesOf(
  root: string,
  { files, base }: Sides,
  only: string,
  text: string | undefined,
): Promise<SideFile[]> {
  const own = files.filter(({ file }) => file === only);
  if (text === undefined) return own;
  const after = Buffer.from(text);
  if (own.length > 0) return own.map((side) => ({ ...side, after }));
  // The file on disk is unchanged.
  return [{ file: only, before: await committedBytes(root, base, only), after }];
}

/** Reads the record in a file's bytes; undefined where there is none, or the globs exclude it. */
function recordIn(
  bytes: Buffer | undefined,
  file: string,
  config: WorkspaceConfig,
): ParsedRecord | undefined {
  const { data } = config;
  if (bytes === undefined || (data.records && !globTest(data.records)(file))) return undefined;
  const { text, options } = decodeText(bytes);
  const isId = idTestOf(config);
  const expected = data.records !== undefined || isId(baseName(file));
  return parseRecord(text, { ...options, expected, file, isId });
}

/** Adds the authors of all changes. */
async function traced(
  root: string,
  { base, head }: Sides,
  records: readonly RecordDiff[],
  pairs: readonly FilePair[],
): Promise<RecordDiff[]> {
  const names = records.flatMap(({ file, fileBefore }) =>
    fileBefore === undefined ? [file] : [file, fileBefore],
  );
  const history = names.length > 0 ? await readHistory(root, base, head ?? 'HEAD', names) : undefined;
  if (!history) return [...records];
  return records.map((record) => {
    const { file, fileBefore } = record;
    // A dropped record whose file did not change has no author.
    if (!pairs.some((pair) => pair.file === file || pair.fileBefore === file)) return record;
    const before = pairs.find((pair) => (pair.fileBefore ?? pair.file) === (fileBefore ?? file))?.before;
    const after = pairs.find((pair) => pair.file === file)?.after;
    const commits = history.commits.filter(
      (commit) => [file, fileBefore].includes(commit.file) || commit.fileBefore === file,
    );
    const changes = traceChanges(record.changes, [before, after], commits, history.texts, head === undefined);
    const by = lastAuthor(commits) ?? (head === undefined ? 'uncommitted' : undefined);
    return { ...record, changes, ...(by ? { by } : {}) };
  });
}
