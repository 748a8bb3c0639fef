import { type ConfigResult, readConfig } from '../core/rules/readConfig';
import { Contents } from './cache/contents';
import { RecordPacks } from './cache/recordPacks';
import { type ReadRecords, readRecords } from './readRecords';
import { useSharedStores } from './sharedStores';
import { type Survey, surveyWorkspace } from './surveyWorkspace';
import type { Unreadable } from './walk';

/** How the files of a workspace are read. */
export interface SurveyOptions {
  readonly progress?: (done: number, all: number) => void;
  /** Whether git may be asked; it may unless this says no. */
  readonly git?: boolean;
  /** What the disk holds, where that was just looked at. */
  readonly survey?: Survey;
  /** What its files hold, where that was just found out. */
  readonly contents?: Contents;
}

/** The files of a workspace, with the records that they hold. */
export interface SurveyedRecords {
  readonly survey: Survey;
  readonly config: ConfigResult;
  readonly contents: Contents;
  readonly packs: RecordPacks;
  readonly records: ReadRecords;
  /** What could not be read: of the survey, and of the records. */
  readonly unreadable: readonly Unreadable[];
}

/** Reads the files of a workspace: from the cache what was read before, from the disk the rest. */
export async function readSurveyed(root: string, options: SurveyOptions = {}): Promise<SurveyedRecords> {
  useSharedStores();
  const survey = options.survey ?? surveyWorkspace(root);
  const { texts } = survey;
  const config = readConfig(texts);
  const files = survey.files.map(({ file }) => file);
  const contents = options.contents ?? new Contents(survey);
  const packs = RecordPacks.of(texts);
  const mayAsk = options.git !== false;
  await contents.find({ git: mayAsk && !packs.isEmpty, bytes: !packs.isEmpty });
  const { progress } = options;
  const input = { root, texts, config: config.config, files, contents, packs };
  const { records, unreadable } = await readRecords({ ...input, ...(progress ? { progress } : {}) });
  contents.keep();
  return { survey, config, contents, packs, records, unreadable: [...survey.unreadable, ...unreadable] };
}
