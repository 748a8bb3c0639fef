import { useHolidayShelf } from '../core/calendar/publicHolidays';
import { assembleConfig, type ConfigResult } from '../core/config/assembleConfig';
import { isTemplate } from '../core/config/configFiles';
import type { IndexEntry } from '../core/index/indexEntry';
import { RecordIndex } from '../core/index/recordIndex';
import type { GitFacts } from '../core/ports';
import { checkEntry, type WorkspaceCheckInput } from '../core/rules/checkRecord';
import type { Finding } from '../core/rules/finding';
import { entryOf } from '../core/rules/recordReader';
import { RuleClock } from '../core/rules/ruleClock';
import { DiskFacts } from './diskFacts';
import { asksGit, gitWishes } from './gitWishes';
import { holidayShelf } from './holidayShelf';
import { KeptKeys } from './keptKeys';
import type { NoGit } from './quietGit';
import { CachedFile, ScanCache } from './scanCache';
import { KeptEntry } from './scanFile';
import { scanFiles } from './scanWorkspace';
import { type Survey, surveyWorkspace } from './surveyWorkspace';
import type { FoundFile, Unreadable } from './walk';
import { mayBeInRepository } from './workspaceRoot';

/** A workspace with its records read. */
export interface LoadedWorkspace {
  readonly root: string;
  /** What the disk held when it was read. */
  readonly survey: Survey;
  readonly config: ConfigResult;
  readonly index: RecordIndex;
  /** Every markdown file that was looked at. */
  readonly files: readonly FoundFile[];
  /** Folders inside that are workspaces of their own. */
  readonly nested: readonly string[];
  readonly unreadable: readonly Unreadable[];
  readonly facts: DiskFacts;
  /** What git says to what the records ask, or why it cannot; nothing where they ask nothing. */
  readonly git: GitFacts | NoGit | undefined;
  readonly clock: RuleClock;
  readonly now: number;
}

/** How a workspace is loaded. */
export interface LoadOptions {
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly now: number;
  readonly progress?: (done: number, all: number) => void;
  /** Whether git may be asked; it may unless this says no. */
  readonly git?: boolean;
  /** What the disk holds, where that was just looked at. */
  readonly survey?: Survey;
  /** Few records will be looked at: the others are only found by their keys, which takes a fraction of the time. */
  readonly few?: boolean;
}

/** Reads a whole workspace: from the cache what did not change, from the disk the rest. */
export async function loadWorkspace(root: string, options: LoadOptions): Promise<LoadedWorkspace> {
  useHolidayShelf(holidayShelf);
  const survey = options.survey ?? surveyWorkspace(root);
  const { texts, files, nested } = survey;
  const config = assembleConfig(texts);
  // No template has a part in what a record says.
  const cache = ScanCache.open(
    root,
    texts.filter(({ file }) => !isTemplate(file)),
  );
  const known = new Map<string, CachedFile>();
  const changed: FoundFile[] = [];
  for (const found of files) {
    const cached = cache.get(found.file, found.stamp);
    if (cached) known.set(found.file, cached);
    else changed.push(found);
  }
  const unreadable: Unreadable[] = [...survey.unreadable];
  if (changed.length > 0) {
    await scanChanged(root, changed, known, unreadable, { texts, ...options });
  }
  if (changed.length > 0) cache.save(known);
  const index = new RecordIndex();
  for (const { file } of files) {
    const cached = known.get(file);
    if (!cached?.keys) continue;
    if (options.few) index.load(new KeptEntry(file, cached), new KeptKeys(cached.keys));
    else index.load(entryOf(cached.text()));
  }
  const facts = new DiskFacts(root, new Set(files.map(({ file }) => file)));
  const { now } = options;
  const clock = new RuleClock(now);
  const git = options.git === false ? undefined : await askGit(root, index.all());
  return { root, survey, config, index, files, nested, unreadable, facts, git, clock, now };
}

async function scanChanged(
  root: string,
  changed: readonly FoundFile[],
  known: Map<string, CachedFile>,
  unreadable: Unreadable[],
  options: LoadOptions & { texts: Parameters<typeof scanFiles>[0]['texts'] },
): Promise<void> {
  const stamps = new Map(changed.map(({ file, stamp }) => [file, stamp]));
  const task = { root, texts: options.texts, files: changed };
  const results = await scanFiles(task, (done) => options.progress?.(done, changed.length));
  for (const { file, stored = '', keys = '', error } of results) {
    if (error) unreadable.push({ path: `${root}/${file}`, code: error });
    else known.set(file, new CachedFile(stamps.get(file) ?? '', keys, stored));
  }
}

/** All findings of one record: its own and those that need other records or files. */
export function findingsOf(workspace: LoadedWorkspace, entry: IndexEntry): Finding[] {
  return checkEntry(entry, inputOf(workspace));
}

/** What the checks of a workspace's records have in common. */
export function inputOf(workspace: LoadedWorkspace): WorkspaceCheckInput {
  const { index, facts, now, git, clock } = workspace;
  return {
    config: workspace.config.config,
    index,
    files: facts,
    git: typeof git === 'object' ? git : undefined,
    now,
    clock,
  };
}

/** What git says to what some of the records ask; it is not started where they ask nothing. */
export async function askGit(
  root: string,
  records: Iterable<IndexEntry>,
): Promise<GitFacts | NoGit | undefined> {
  const wishes = gitWishes(records);
  if (!asksGit(wishes)) return undefined;
  // git is not started only to hear that it has nothing to do here.
  if (!mayBeInRepository(root)) return 'noRepository';
  // Loaded only now: most workspaces never ask.
  const { GitReader } = await import('./gitFacts');
  return new GitReader(root).read(wishes);
}
