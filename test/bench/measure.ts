import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
  /** Variables for the next run, made just before it. */
  readonly env?: () => { readonly [name: string]: string };
}

/** What came of it. Times are wall-clock milliseconds of the whole process. */
export interface Measured {
  readonly name: string;
  readonly runs: readonly number[];
  /** Highest resident memory in KB, of one run; nothing where GNU time is not installed. */
  readonly peakKb: number | undefined;
  /** What each timed run wrote to its standard output. */
  readonly outputs: readonly string[];
}

/** GNU time is the one way to ask for the peak memory of any process; it is used in one run only. */
const gnuTime = '/usr/bin/time';

/**
 * Runs the contestants in turns (ABC ABC …), so that noise of the machine hits all of them alike.
 *
 * @param scratch a folder for outputs
 * @param tell told before each run
 */
export function measure(
  contestants: readonly Contestant[],
  scratch: string,
  tell: (line: string) => void,
): Map<string, Measured> {
  const results = new Map(contestants.map(({ name }) => [name, emptyResult(name)]));
  const rounds = Math.max(...contestants.map(({ runs }) => runs));
  for (let round = 0; round <= rounds; round++) {
    for (const contestant of contestants) {
      const { name, slow = false } = contestant;
      const runs = slow ? 0 : contestant.runs;
      const result = results.get(name);
      const timed = slow || round > 0;
      if (!result || round > runs) continue;
      tell(`${round > 0 ? `run ${round} of ${runs}` : slow ? 'only run' : 'warming up'}: ${name}`);
      // Not in the round that warms up, in which a warm cache is cold.
      const run = runOnce(contestant, scratch, round === runs);
      if (run.peakKb !== undefined) result.peakKb = run.peakKb;
      if (!timed) continue;
      result.runs.push(run.ms);
      result.outputs.push(run.output);
    }
  }
  return results;
}

interface Result {
  readonly name: string;
  readonly runs: number[];
  peakKb: number | undefined;
  readonly outputs: string[];
}

function emptyResult(name: string): Result {
  return { name, runs: [], peakKb: undefined, outputs: [] };
}

function runOnce(
  { name, command, args, cwd, env }: Contestant,
  scratch: string,
  withMemory: boolean,
): { ms: number; output: string; peakKb: number | undefined } {
  const out = join(scratch, 'stdout.txt');
  const err = join(scratch, 'stderr.txt');
  const peak = join(scratch, 'peak.txt');
  // Files, not pipes: a peer that prints much is not held up by us reading it.
  const files = [openSync(out, 'w'), openSync(err, 'w')];
  const wrapped = withMemory && existsSync(gnuTime) ? [gnuTime, '-f', '%M', '-o', peak, command] : [command];
  const [program = command, ...before] = wrapped;
  const options: SpawnSyncOptions = { cwd, env: { ...process.env, ...env?.() }, stdio: ['ignore', ...files] };
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
  const peakKb = wrapped.length > 1 ? peakOf(readFileSync(peak, 'utf8')) : undefined;
  return { ms, output: readFileSync(out, 'utf8'), peakKb };
}

/** GNU time writes a line about the exit code above the number where that is not 0. */
function peakOf(text: string): number | undefined {
  const last = Number(text.trim().split('\n').at(-1));
  return Number.isFinite(last) ? last : undefined;
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
