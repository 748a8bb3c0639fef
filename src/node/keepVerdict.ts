import type { RuleClock } from '../core/model/time/ruleClock';
import { standardChangesOf } from '../core/procedure/standardFacts';
import type { ReportedFileFinding } from '../core/report/reportedFinding';
import { type KeptCheck, KeptVerdicts, type VerdictBasis, type VerdictGrounds } from './cache/keptVerdict';
import type { AskedOfDisk } from './changedAnswers';
import type { CheckedRecords } from './checkRecords';
import { askingFiles, type LoadedWorkspace } from './checkWorkspace';
import { gitIdentity } from './gitIdentity';
import { gitState } from './gitState';

/** What a check came to, to be kept. */
interface Checked extends Pick<CheckedRecords, 'noted'> {
  readonly others: readonly ReportedFileFinding[];
  readonly findings: readonly ReportedFileFinding[];
}

/**
 * Keeps what a check of a whole workspace came to, with what all of it follows from.
 *
 * @param before the earlier check that it went by
 * @param gitBefore the state of git before anything was read
 */
export async function keepVerdict(
  workspace: LoadedWorkspace,
  { others, findings, noted }: Checked,
  before: KeptCheck | undefined,
  gitBefore: string,
): Promise<void> {
  const { survey, contents, config, facts, clock, unreadable, index, git, asking } = workspace;
  const { digest } = contents;
  // What is only named like a record is looked for each time.
  if (digest === undefined || index.size === 0 || unreadable.length > 0) return;
  // Why git cannot be asked is told each time, unless there is simply no repository.
  if (typeof git === 'string' && git !== 'noRepository') return;
  const asks = askingFiles(asking).length > 0;
  const identity = asks ? ((await gitIdentity(survey.root)) ?? null) : undefined;
  if (asks && gitState(survey.root) !== gitBefore) return;
  const past = workspace.concerned ? before : undefined;
  const basis = basisOf(workspace, noted, past?.basis);
  const { language, timezone } = config.config.data;
  const verdict = {
    ...(language ? { language } : {}),
    ...(timezone ? { timezone } : {}),
    noRecords: basis.files.filter((file) => !index.has(file)),
    ...{ others, findings },
    grounds: {
      asked: stillAsked(past, facts.asked, basis),
      ...(identity === undefined ? {} : { git: identity }),
      ...heldTogether(basis, clock),
      ...(basis.again.length > 0 ? { again: true as const } : {}),
    },
  };
  KeptVerdicts.of(survey.texts)?.keep(digest, verdict, basis);
}

/** What the findings of each record follow from: as before, where it was not looked at, else as it was noted now. */
function basisOf(
  workspace: LoadedWorkspace,
  noted: CheckedRecords['noted'],
  before: VerdictBasis | undefined,
): VerdictBasis {
  const { survey, contents, index, concerned } = workspace;
  const files = survey.files.map(({ file }) => file);
  const rows = new Map(files.map((file, row) => [file, row]));
  const rowsOf = (named: readonly string[]): number[] => named.flatMap((file) => rows.get(file) ?? []);
  const isOld = (file: string): boolean => !concerned?.has(file) && index.has(file);
  const moved = (before?.files ?? []).map((file) => (isOld(file) ? rows.get(file) : undefined));
  const stayed = (old: readonly number[]): number[] => old.flatMap((row) => moved[row] ?? []);
  const held: VerdictBasis['held'][number][] = [];
  const hold = (row: number | undefined, from: number | null, until: number | null): void => {
    if (row !== undefined) held.push([row, from, until]);
  };
  for (const [row, from, until] of before?.held ?? []) hold(moved[row], from, until);
  for (const [file, from, until] of noted.held) hold(rows.get(file), from, until);
  const askers = new Map<string, readonly number[]>();
  for (const [path, old] of before?.askers ?? []) {
    const left = stayed(old);
    if (left.length > 0) askers.set(path, left);
  }
  for (const [path, own] of noted.askers) askers.set(path, [...(askers.get(path) ?? []), ...rowsOf(own)]);
  return {
    files,
    ids: files.map((file) => contents.id(file) ?? ''),
    held,
    askers: [...askers],
    again: [...stayed(before?.again ?? []), ...rowsOf(toAskAgain(workspace))],
  };
}

/** The files whose findings follow from what git may say tomorrow, though nothing here changes. */
function toAskAgain({ questions, git, index }: LoadedWorkspace): string[] {
  // What git could not say of an approval it may say the next time.
  const isOpen = (file: string, key: string): boolean =>
    typeof git === 'object' && /^(?:partial|failed|signers)$/.test(String(git.approvalCommit(file, key)));
  return (questions?.decided ?? []).flatMap(({ file, keys, signed }) =>
    // Whether a signature is good follows from keys that nobody watches here.
    signed || keys.some((key) => isOpen(file, key)) ? [file, ...standardChangesOf(file, index)] : [],
  );
}

/** The answers of the disk, as far as somebody still goes by them. */
function stillAsked(
  past: KeptCheck | undefined,
  now: AskedOfDisk,
  { askers, files }: VerdictBasis,
): AskedOfDisk {
  const walked = new Set(files);
  const wanted = new Set(askers.flatMap(([path]) => (walked.has(path) ? [] : [path])));
  const { exists = [], read = [] } = past?.verdict.grounds.asked ?? {};
  const still = <T>(before: AskedAnswers<T>, answers: AskedAnswers<T>): AskedAnswers<T> =>
    [...new Map([...before, ...answers])].filter(([path]) => wanted.has(path));
  return { exists: still(exists, now.exists), read: still(read, now.read) };
}

type AskedAnswers<T> = readonly (readonly [path: string, answer: T])[];

/** The stretch of time in which everything holds. */
function heldTogether({ held }: VerdictBasis, clock: RuleClock): Pick<VerdictGrounds, 'from' | 'until'> {
  let { from, until } = clock;
  for (const [, begin, end] of held) {
    if (begin !== null && begin > from) from = begin;
    if (end !== null && end < until) until = end;
  }
  return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(until) ? { until } : {}) };
}
