import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Progress goes beside the results, so that these can be redirected. */
export type Tell = (line: string) => void;

/** One command line that is measured. */
export interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** How often it is timed, after one run that warms up. */
  readonly runs: number;
  /** It takes so long that it is timed once, in the round that warms the others up. */
  readonly slow?: boolean;
  /** Done before each run, outside of its time; gives variables for it. */
  readonly prepare?: () => { readonly [name: string]: string };
  /** An older program may not know the command; it has no results then. */
  readonly mayFail?: boolean;
}

/** What came of it. Times are milliseconds of the whole process. */
export interface Measured {
  readonly name: string;
  /** By the clock on the wall. */
  readonly runs: readonly number[];
  /** Of the processor, threads and children included; nothing where it was not asked for. */
  readonly work: readonly number[];
  /** Highest resident memory in KB, of the last run; nothing where GNU time is not installed. */
  readonly peakKb: number | undefined;
  /** What each timed run wrote to its standard output. */
  readonly outputs: readonly string[];
}

interface Result extends Measured {
  readonly runs: number[];
  readonly work: number[];
  peakKb: number | undefined;
  readonly outputs: string[];
  failed?: boolean;
}

interface Run {
  readonly ms: number;
  readonly output: string;
  readonly used: { readonly peakKb: number; readonly workMs: number } | undefined;
}

/** The one way to ask for the memory and the work of any process. It adds a millisecond, so most runs do without. */
const gnuTime = '/usr/bin/time';

/**
 * Runs the contestants in turns (ABC ABC …), so that noise of the machine hits all of them alike.
 *
 * @param scratch a folder for outputs
 * @param tell told before each run
 * @param withWork whether the work of the processor is of interest, not only memory and the time on the wall
 */
export function measure(
  contestants: readonly Contestant[],
  scratch: string,
  tell: Tell,
  withWork = false,
): Map<string, Measured> {
  const results = new Map(contestants.map(({ name }) => [name, emptyResult(name)]));
  const rounds = Math.max(...contestants.map(({ runs }) => runs));
  for (let round = 0; round <= rounds; round++) {
    for (const contestant of contestants) {
      const { name, slow = false } = contestant;
      const runs = slow ? 0 : contestant.runs;
      const result = results.get(name);
      if (!result || result.failed || round > runs) continue;
      tell(`${round > 0 ? `run ${round} of ${runs}` : slow ? 'only run' : 'warming up'}: ${name}`);
      const run = tryOnce(contestant, scratch, withWork || round === runs, tell);
      result.failed = run === undefined;
      if (run && (slow || round > 0)) keep(result, run);
    }
  }
  return results;
}

function emptyResult(name: string): Result {
  return { name, runs: [], work: [], peakKb: undefined, outputs: [] };
}

function keep(result: Result, { ms, output, used }: Run): void {
  result.runs.push(ms);
  result.outputs.push(output);
  if (!used) return;
  result.peakKb = used.peakKb;
  result.work.push(used.workMs);
}

function tryOnce(contestant: Contestant, scratch: string, withUse: boolean, tell: Tell): Run | undefined {
  try {
    return runOnce(contestant, scratch, withUse);
  } catch (error) {
    if (!contestant.mayFail) throw error;
    tell(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function runOnce({ name, command, args, cwd, prepare }: Contestant, scratch: string, withUse: boolean): Run {
  const out = join(scratch, 'stdout.txt');
  const err = join(scratch, 'stderr.txt');
  const use = join(scratch, 'use.txt');
  const env = { ...process.env, ...prepare?.() };
  // Files, not pipes: a peer that prints much is not held up by us reading it.
  const files = [openSync(out, 'w'), openSync(err, 'w')];
  const wrapped =
    withUse && existsSync(gnuTime) ? [gnuTime, '-f', '%M %U %S', '-o', use, command] : [command];
  const [program = command, ...before] = wrapped;
  const options: SpawnSyncOptions = { cwd, env, stdio: ['ignore', ...files] };
  const started = process.hrtime.bigint();
  const { status, error } = spawnSync(program, [...before, ...args], options);
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  for (const file of files) closeSync(file);
  // 1 is what linters end with when they found something.
  if (error || status === null || status > 1) {
    throw new Error(
      `${name} failed (${error?.message ?? status}): ${readFileSync(err, 'utf8').slice(-2000)}`,
    );
  }
  const used = wrapped.length > 1 ? useOf(readFileSync(use, 'utf8')) : undefined;
  return { ms, output: readFileSync(out, 'utf8'), used };
}

/** GNU time writes a line about the exit code above the numbers where that is not 0. */
function useOf(text: string): Run['used'] {
  const [peakKb = Number.NaN, user = 0, system = 0] = (text.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return Number.isFinite(peakKb) ? { peakKb, workMs: (user + system) * 1000 } : undefined;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number below which a share of the others lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
