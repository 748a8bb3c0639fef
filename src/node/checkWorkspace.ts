import type { Finding } from '../core/findings/finding';
import type { IndexEntry } from '../core/index/indexEntry';
import { RecordIndex } from '../core/index/recordIndex';
import type { GitFacts, IdsElsewhere, NoGit } from '../core/model/ports';
import { RuleClock } from '../core/model/time/ruleClock';
import type { WorkspaceCheckInput } from '../core/rules/checkRecord';
import { type ComposedWorkspace, composeWorkspace } from '../core/rules/composeWorkspace';
import type { ConfigResult } from '../core/rules/readConfig';
import type { Contents } from './cache/contents';
import type { KeptCheck } from './cache/keptVerdict';
import type { RecordPacks } from './cache/recordPacks';
import { DiskFacts } from './diskFacts';
import type { ToldCommits } from './gitFacts';
import { asksGit, type GitQuestions, gitQuestions, questionsOfFiles } from './gitQuestions';
import { indexSince } from './indexSince';
import type { AskingFiles } from './readRecords';
import { readSurveyed, type SurveyOptions } from './readSurveyed';
import { toRecheck } from './recheck';
import type { Survey } from './surveyWorkspace';
import type { Unreadable } from './walk';
import { mayBeInRepository } from './workspaceRoot';

/** A workspace with its records read. */
export interface LoadedWorkspace {
  readonly root: string;
  /** What the disk held when it was read. */
  readonly survey: Survey;
  readonly config: ConfigResult;
  readonly index: RecordIndex;
  /** The files whose records ask git something. */
  readonly asking: AskingFiles;
  /** What the files hold. */
  readonly contents: Contents;
  /** What was read by its configuration, now and before. */
  readonly packs: RecordPacks;
  /** What could not be read: of the survey, and of the records. */
  readonly unreadable: readonly Unreadable[];
  readonly facts: DiskFacts;
  /** What git says to what the records ask, or why it cannot; undefined where they ask nothing. */
  readonly git: GitFacts | NoGit | undefined;
  /** What commits tell of records: read once, for those of today and for those of before. */
  readonly told: ToldCommits;
  /** What the records that were looked at ask git, where it may be asked for all of them. */
  readonly questions?: GitQuestions;
  readonly clock: RuleClock;
  readonly now: number;
  /** The files whose findings may be others than those of the earlier check, where there is one to go by. */
  readonly concerned?: ReadonlySet<string>;
  /** Where a record is to be made: the ids that others took. */
  readonly elsewhere?: IdsElsewhere;
  /** Puts the reviews that count in this run among the approvals of a record, where there are any. */
  readonly withReviews?: WorkspaceCheckInput['withReviews'];
}

/** How a workspace is loaded. */
export interface LoadOptions extends SurveyOptions {
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly now: number;
  /** Whether git is asked what the records want to know; it is unless this says no, or git may not be asked. */
  readonly questions?: boolean;
  /** What an earlier check came to: what it tells is not looked at again, as far as it still holds. */
  readonly before?: KeptCheck;
}

/** Reads a whole workspace: from the cache what was read before, from the disk the rest. */
export async function loadWorkspace(root: string, options: LoadOptions): Promise<LoadedWorkspace> {
  const { survey, config, contents, packs, records, unreadable } = await readSurveyed(root, options);
  const files = survey.files.map(({ file }) => file);
  const { now, before } = options;
  const asking = records.asking();
  const since = before && indexSince(before.basis, files, { contents, records });
  const index = since?.index ?? new RecordIndex(records);
  const concerned = before && since && (await toRecheck(before, since, { root, now, asking }));
  const facts = new DiskFacts(root, new Set(files));
  const clock = new RuleClock(now);
  const asked = (): string[] => askingFiles(asking).filter((file) => concerned?.has(file) ?? true);
  const wanted = options.git !== false && options.questions !== false;
  const questionsIn = (file: string): GitQuestions | undefined => {
    const told = records.questions(file);
    const entry = told ? undefined : index.entry(file);
    return entry ? gitQuestions([entry]) : told;
  };
  const questions = wanted ? questionsOfFiles(asked(), index, questionsIn) : undefined;
  const told: ToldCommits = {};
  const git = questions ? await askGit(root, [], questions, told) : 'notAsked';
  return {
    ...{ root, survey, contents, packs, config, index, asking, facts, git, told, clock, now },
    unreadable,
    ...(questions ? { questions } : {}),
    ...(concerned ? { concerned } : {}),
  };
}

/** The files whose records ask git for anything. */
export function askingFiles({ names, history }: AskingFiles): string[] {
  return [...new Set([...names, ...history])];
}

/** The records of files, as far as they hold any. */
export function* entriesOf(index: RecordIndex, files: Iterable<string>): Iterable<IndexEntry> {
  for (const file of files) {
    const entry = index.entry(file);
    if (entry) yield entry;
  }
}

/** All findings of one record: its own and those that need other records or files. */
export function findingsOf(workspace: LoadedWorkspace, entry: IndexEntry): Finding[] {
  return inputOf(workspace).findingsOf(entry);
}

/** A loaded workspace as checks and plans see it. */
export function inputOf(workspace: LoadedWorkspace): ComposedWorkspace {
  const { config, index, facts, git, now, clock, elsewhere, withReviews } = workspace;
  const known = { ...(elsewhere ? { elsewhere } : {}), ...(withReviews ? { withReviews } : {}) };
  return composeWorkspace({ config: config.config, index, files: facts, git, now, clock, ...known });
}

/**
 * What git says to what some of the records ask, and to what is asked besides; it is not started where they ask nothing.
 *
 * @param told what commits told somebody who asked before
 */
export async function askGit(
  root: string,
  records: Iterable<IndexEntry>,
  more: Partial<GitQuestions> = {},
  told?: ToldCommits,
): Promise<GitFacts | NoGit | undefined> {
  const wishes = { ...gitQuestions(records), ...more };
  if (!asksGit(wishes)) return undefined;
  // git is not started only to hear that it has nothing to do here.
  if (!mayBeInRepository(root)) return 'noRepository';
  // Loaded only now: most workspaces never ask.
  const { GitReader } = await import('./gitFacts');
  return new GitReader(root, told).read(wishes);
}
