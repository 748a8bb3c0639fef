import type { Clock } from '../core/model/time/ruleClock';
import type { ReportedFileFinding } from '../core/report/reportedFinding';
import { CacheFile } from './cacheFile';
import type { AskedOfDisk } from './diskFacts';
import { gitState } from './gitState';
import { PathsInside } from './pathsInside';
import type { Survey } from './surveyWorkspace';

/** What a check of a whole workspace came to. */
interface CachedCheck {
  /** Language and time zone of the configuration. */
  readonly language?: 'en' | 'es';
  readonly timezone?: string;
  /** Markdown files that hold no record. */
  readonly noRecords: readonly string[];
  /** Every finding, of the configuration too, with paths relative to the workspace. */
  readonly findings: readonly ReportedFileFinding[];
}

/** What a verdict follows from besides the survey of the workspace. */
interface CachedCheckConditions {
  readonly asked: AskedOfDisk;
  /** The state of git, where git was asked. */
  readonly git?: string;
  /** The stretch of time in which it holds: from the first moment on and before the second; open where not given. */
  readonly from?: number;
  readonly until?: number;
}

type StoredCheck = CachedCheck & { readonly grounds: CachedCheckConditions };

/** More findings than this are not kept: telling them takes longer than finding them. */
const mostFindings = 50_000;
const ending = 'verdict.json';

/**
 * Recalls what the last check of a workspace came to, if the same check would come to it again: nothing changed of
 * its files, its configuration, the files that its records link to, and no moment passed that a rule asked about.
 *
 * @param now the moment that counts as now, told the time zone of the workspace
 */
export function readCachedCheck(
  survey: Survey,
  now: (zone: string | undefined) => number,
): CachedCheck | undefined {
  // What could not be read is tried, and told, each time.
  if (survey.unreadable.length > 0) return undefined;
  const cache = CacheFile.of(survey.root, ending);
  const stored = cache?.kept<StoredCheck>(surveyKey(cache, survey));
  if (!stored) return undefined;
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY, asked } = stored.grounds;
  const moment = now(stored.timezone);
  if (moment < from || moment >= until || !answersTheSame(asked, survey.root)) return undefined;
  const { git } = stored.grounds;
  return git === undefined || git === gitState(survey.root) ? stored : undefined;
}

/** Keeps what a check of the whole workspace came to. */
export function cacheCheck(survey: Survey, verdict: CachedCheck, grounds: CachedCheckConditions): void {
  if (survey.unreadable.length > 0 || verdict.findings.length > mostFindings) return;
  const cache = CacheFile.of(survey.root, ending);
  cache?.keep(surveyKey(cache, survey), { grounds, ...verdict } satisfies StoredCheck);
}

/** The stretch of time that a clock noted. */
export function timeOf({
  from,
  until,
}: Clock & { from: number; until: number }): Pick<CachedCheckConditions, 'from' | 'until'> {
  return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(until) ? { until } : {}) };
}

/** A key for everything that the disk holds of a workspace, for what is kept in a file of the cache. */
export function surveyKey(cache: CacheFile, { texts, files, nested, enclosed }: Survey): string {
  const states = files.map(({ file, stamp }) => `${file}\n${stamp}`).join('\n');
  return cache.keyOf(JSON.stringify([texts, nested, enclosed]), states);
}

function answersTheSame({ exists, read }: AskedOfDisk, root: string): boolean {
  const inside = new PathsInside(root);
  return (
    exists.every(([path, there]) => inside.exists(path) === there) &&
    read.every(([path, stamp]) => inside.stamp(path) === stamp)
  );
}
