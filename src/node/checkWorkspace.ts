import { isTemplate } from '../core/config/configFiles';
import type { Finding } from '../core/findings/finding';
import type { IndexEntry } from '../core/index/indexEntry';
import { RecordIndex } from '../core/index/recordIndex';
import type { GitFacts, IdsElsewhere, NoGit } from '../core/model/ports';
import { RuleClock } from '../core/model/time/ruleClock';
import { type ComposedWorkspace, composeWorkspace } from '../core/rules/composeWorkspace';
import { type ConfigResult, readConfig } from '../core/rules/readConfig';
import { entryOf } from '../core/rules/recordReader';
import { CacheRecords } from './cacheRecords';
import { readConfigTexts } from './configTexts';
import { DiskFacts } from './diskFacts';
import { FreshFile } from './freshFile';
import { asksGit, type GitQuestions, gitQuestions } from './gitQuestions';
import { type CachedFile, ScanCache, type StoredFiles } from './scanCache';
import { FileScanner } from './scanFile';
import { scanFiles } from './scanWorkspace';
import { useSharedStores } from './sharedStores';
import { type Survey, surveyWorkspace } from './surveyWorkspace';
import type { FoundFile, Unreadable, WalkResult } from './walk';
import { mayBeInRepository } from './workspaceRoot';

/** A workspace with its records read. */
export interface LoadedWorkspace {
  readonly root: string;
  /** What the disk held when it was read. */
  readonly survey: Survey;
  readonly config: ConfigResult;
  readonly index: RecordIndex;
  /** What could not be read: of the survey, and of the records. */
  readonly unreadable: readonly Unreadable[];
  readonly facts: DiskFacts;
  /** What git says to what the records ask, or why it cannot; undefined where they ask nothing. */
  readonly git: GitFacts | NoGit | undefined;
  readonly clock: RuleClock;
  readonly now: number;
  /** Where a record is to be made: the ids that others took. */
  readonly elsewhere?: IdsElsewhere;
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
  /** What a walk through it finds, where one has begun; undefined where that failed. */
  readonly walked?: Promise<WalkResult | undefined> | undefined;
  /** Few records will be looked at: the others are only found by their keys, which takes a fraction of the time. */
  readonly few?: boolean;
}

/** Reads a whole workspace: from the cache what did not change, from the disk the rest. */
export async function loadWorkspace(root: string, options: LoadOptions): Promise<LoadedWorkspace> {
  useSharedStores();
  const read = options.survey ?? readConfigTexts(root);
  const { texts } = read;
  const config = readConfig(texts);
  // No template has a part in what a record says.
  const cache = ScanCache.open(
    root,
    texts.filter(({ file }) => !isTemplate(file)),
    options.few ?? false,
  );
  // Only now: what walks beside has had the time of all this.
  const survey = options.survey ?? surveyWorkspace(root, await options.walked, read);
  const { files } = survey;
  const stored = cache.unchanged(files);
  const changed = stored ? files.filter(({ file }) => stored.row(file) === undefined) : files;
  const unreadable: Unreadable[] = [...survey.unreadable];
  const fresh = new Map<string, CachedFile>();
  if (changed.length > 0) {
    await scanChanged(root, changed, fresh, unreadable, { texts, ...options });
    cache.save(knownOf(files, fresh, stored));
  }
  let scanner: FileScanner | undefined;
  // Out of the cache; out of its own file where the cache is damaged there, or was replaced meanwhile.
  const storedForm = (file: string, cached: CachedFile): string => {
    const bytes = cached.bytes();
    if (bytes) return bytes.toString('utf8');
    scanner ??= new FileScanner(root, texts);
    const { stored: read } = scanner.scan(file);
    if (read === undefined) throw new Error(`${file} changed while it was read.`);
    return read;
  };
  const index = new RecordIndex(options.few && stored ? new CacheRecords(stored, storedForm) : undefined);
  for (const [file, cached] of knownOf(options.few && stored ? changed : files, fresh, stored)) {
    const entry =
      cached instanceof FreshFile ? cached.entry : cached.keys && entryOf(storedForm(file, cached));
    if (entry) index.load(entry);
  }
  const facts = new DiskFacts(root, new Set(files.map(({ file }) => file)));
  const { now } = options;
  const clock = new RuleClock(now);
  const git = options.git === false ? 'notAsked' : await askGit(root, index.all());
  return { root, survey, config, index, unreadable, facts, git, clock, now };
}

async function scanChanged(
  root: string,
  changed: readonly FoundFile[],
  fresh: Map<string, CachedFile>,
  unreadable: Unreadable[],
  options: LoadOptions & { texts: Parameters<typeof scanFiles>[0]['texts'] },
): Promise<void> {
  const stamps = new Map(changed.map(({ file, stamp }) => [file, stamp]));
  const task = { root, texts: options.texts, files: changed };
  const results = await scanFiles(task, (done) => options.progress?.(done, changed.length));
  for (const { file, stored, error } of results) {
    if (error) unreadable.push({ path: `${root}/${file}`, code: error });
    else fresh.set(file, new FreshFile(stamps.get(file) ?? '', stored));
  }
}

/** What is known of each file, in their order: what was just read, and what did not change. */
function* knownOf(
  files: readonly FoundFile[],
  fresh: ReadonlyMap<string, CachedFile>,
  stored: StoredFiles | undefined,
): Iterable<readonly [file: string, known: CachedFile]> {
  for (const { file } of files) {
    const known = fresh.get(file) ?? stored?.get(file);
    if (known) yield [file, known];
  }
}

/** All findings of one record: its own and those that need other records or files. */
export function findingsOf(workspace: LoadedWorkspace, entry: IndexEntry): Finding[] {
  return inputOf(workspace).findingsOf(entry);
}

/** A loaded workspace as checks and plans see it. */
export function inputOf(workspace: LoadedWorkspace): ComposedWorkspace {
  const { config, index, facts, git, now, clock, elsewhere } = workspace;
  const known = elsewhere ? { elsewhere } : {};
  return composeWorkspace({ config: config.config, index, files: facts, git, now, clock, ...known });
}

/** What git says to what some of the records ask, and to what is asked besides; it is not started where they ask nothing. */
export async function askGit(
  root: string,
  records: Iterable<IndexEntry>,
  more: Partial<GitQuestions> = {},
): Promise<GitFacts | NoGit | undefined> {
  const wishes = { ...gitQuestions(records), ...more };
  if (!asksGit(wishes)) return undefined;
  // git is not started only to hear that it has nothing to do here.
  if (!mayBeInRepository(root)) return 'noRepository';
  // Loaded only now: most workspaces never ask.
  const { GitReader } = await import('./gitFacts');
  return new GitReader(root).read(wishes);
}
