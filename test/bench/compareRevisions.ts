import { join } from 'node:path';
import { BenchCaches, ownContestants, type Program } from './contestants';
import { exampleContestants } from './exampleCommands';
import { type Contestant, type Measured, measure, median, type Tell } from './measure';
import { verify } from './programs';
import type { BenchRepository } from './repositories';
import type { Row, Section } from './table';

/** What two programs are compared on. */
export interface Comparison {
  readonly programs: readonly [ours: Program, theirs: Program];
  /** A folder for caches and outputs. */
  readonly scratch: string;
  readonly runs: number;
  readonly tell: Tell;
}

/** Our commands on a workspace, of one program and of the other in turns. */
export function compareWorkspace(comparison: Comparison, repository: BenchRepository): Section {
  const { programs, scratch, runs, tell } = comparison;
  const found = programs.map((program) => verify(program, repository, cachesOf(program, scratch)));
  const rows = inTurns(comparison, (program) =>
    ownContestants(program, repository, cachesOf(program, scratch), runs),
  );
  if (found[0] !== found[1]) tell(`NOTE: the findings differ: ${found.join('; ')}`);
  return { title: `${repository.records.toLocaleString('en')} records`, rows };
}

/** The small commands of one program and of the other in turns. */
export function compareExamples(comparison: Comparison, examples: string): Section {
  const { scratch, runs } = comparison;
  const rows = inTurns(comparison, (program) =>
    exampleContestants(program, examples, cachesOf(program, scratch), runs),
  );
  return { title: 'The example workspace', rows };
}

function cachesOf({ label }: Program, scratch: string): BenchCaches {
  return new BenchCaches(join(scratch, `caches of ${label}`));
}

function inTurns(
  { programs, scratch, tell }: Comparison,
  contestantsOf: (program: Program) => readonly Contestant[],
): Row[] {
  const [ours, theirs] = programs;
  const nameOf = (name: string, { label }: Program): string => `${name}, ${label}`;
  const [own, other] = programs.map((program) =>
    contestantsOf(program).map((each) => ({ ...each, name: nameOf(each.name, program), mayFail: true })),
  );
  const turns = (own ?? []).flatMap((each, index) => [each, ...(other?.slice(index, index + 1) ?? [])]);
  const results = measure(turns, scratch, tell, true);
  return contestantsOf(ours).flatMap(({ name }) =>
    comparedRows(name, results.get(nameOf(name, ours)), results.get(nameOf(name, theirs)), theirs.label),
  );
}

/** What a command takes now, with the ratio to what it took. */
function comparedRows(
  what: string,
  now: Measured | undefined,
  then: Measured | undefined,
  label: string,
): Row[] {
  if (!now || now.runs.length === 0) return [];
  const row = (title: string, unit: Row['unit'], value: number, before: number): Row[] => {
    if (Number.isNaN(value)) return [];
    if (Number.isNaN(before)) return [{ what: title, value, unit, ratioOf: `not in ${label}` }];
    return [
      {
        what: title,
        value,
        unit,
        ratio: value / before,
        ratioOf: `of ${before.toFixed(0)} ${unit} in ${label}`,
      },
    ];
  };
  const peakOf = (measured: Measured | undefined): number => (measured?.peakKb ?? Number.NaN) / 1024;
  return [
    ...row(what, 'ms', median(now.runs), median(then?.runs ?? [])),
    ...row('  its processor time', 'ms', median(now.work), median(then?.work ?? [])),
    ...row('  its peak', 'MB', peakOf(now), peakOf(then)),
  ];
}
