import { type ReportedFileFinding, reportedFinding } from '../core/report/reportedFinding';
import type { Verdict } from './cache/keptVerdict';
import { inputOf, type LoadedWorkspace } from './checkWorkspace';

/** What a check of the records of a workspace came to. */
export interface CheckedRecords {
  /** The files that hold records, and that were asked about or not. */
  readonly records: readonly string[];
  /** What was found now. */
  readonly findings: readonly ReportedFileFinding[];
  /** What an earlier check found, in files whose findings are still the same. */
  readonly recalled: readonly ReportedFileFinding[];
  readonly noted: NotedGrounds;
}

/** What the findings of the files that were looked at follow from, besides what the workspace holds. */
export interface NotedGrounds {
  /** The stretch of time in which the findings of a file hold, for those where there is one. */
  readonly held: readonly (readonly [file: string, from: number | null, until: number | null])[];
  /** By a path that was asked about, the files that asked. */
  readonly askers: ReadonlyMap<string, readonly string[]>;
}

/**
 * Checks the records of a workspace. Where it was checked before, only those whose findings may be others now.
 *
 * @param before what the earlier check came to
 * @param isWanted whether anybody asks for the findings of a file
 */
export function checkRecords(
  workspace: LoadedWorkspace,
  before: Verdict | undefined,
  isWanted: (file: string) => boolean,
): CheckedRecords {
  const { index, facts, concerned } = workspace;
  const composed = inputOf(workspace);
  const records = recordFiles(workspace);
  const findings: ReportedFileFinding[] = [];
  const held: NotedGrounds['held'][number][] = [];
  const askers = new Map<string, string[]>();
  for (const file of records) {
    const entry = isWanted(file) && (concerned?.has(file) ?? true) ? index.entry(file) : undefined;
    if (!entry) continue;
    const paths = facts.askedBy(() => {
      const { findings: found, from, until } = composed.heldFindingsOf(entry);
      for (const finding of found) findings.push({ file, finding: reportedFinding(finding) });
      if (Number.isFinite(from) || Number.isFinite(until)) held.push([file, finite(from), finite(until)]);
    });
    for (const path of paths) {
      const others = askers.get(path);
      if (others) others.push(file);
      else askers.set(path, [file]);
    }
  }
  const recalled = concerned && before ? before.findings : [];
  const still = new Set(records);
  return {
    records,
    findings,
    recalled: recalled.filter(({ file }) => still.has(file) && !concerned?.has(file) && isWanted(file)),
    noted: { held, askers },
  };
}

/** The files with records: those of the walk in its order, then what was named besides. */
function recordFiles({ index, survey }: LoadedWorkspace): string[] {
  const walked = new Set(survey.files.map(({ file }) => file));
  const others = [...index.files()].filter((file) => !walked.has(file));
  return [...[...walked].filter((file) => index.has(file)), ...others];
}

/** Without what JSON cannot write. */
function finite(moment: number): number | null {
  return Number.isFinite(moment) ? moment : null;
}
