import { parseArgs } from 'node:util';
import * as z from 'zod';

/** How the bench is called. */
export const usage = `npm run bench -- [options]
  --quick        1,000 records, one run, no peers
  --large        100,000 records, too (a quarter of an hour more)
  --no-peers     without markdownlint-cli2, remark-cli and rumdl
  --records N    one workspace of N records instead of 1,000 and 10,000 (the peers run on up to 1,000)
  --runs N       timed runs of each (7; of the slow peers always one)
  --check        end with 1 where a bar is missed, and say which
  --compare REV  our own commands only, in turns with those that are built from that revision
  --profile      where the processor time and the memory of a cold check go, by part; beside REV's with --compare
  --json FILE    write the results for programs, too
`;

/** The peers run on this many records: they take minutes for more. */
export const peerRecords = 1000;

/** What is asked of the bench. */
export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly peers: boolean;
  readonly check: boolean;
  readonly profile: boolean;
  readonly compare: string | undefined;
  readonly json: string | undefined;
}

/** The options of this call; nothing where only help is asked for. */
export function readOptions(): BenchOptions | undefined {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const flags = { quick: flag, large: flag, 'no-peers': flag, check: flag, profile: flag, help: flag };
  const { values } = parseArgs({
    options: { ...flags, records: text, runs: text, compare: text, json: text },
  });
  if (values.help) return undefined;
  const count = z.coerce.number().int().min(10).optional().parse(values.records);
  const runs = z.coerce.number().int().min(1).optional().parse(values.runs);
  const { quick, check, profile, compare, json } = values;
  const usual = quick ? [peerRecords] : profile ? [10_000] : [peerRecords, 10_000];
  return {
    sizes: count ? [count] : values.large ? [...usual, 100_000] : usual,
    runs: runs ?? (quick ? 1 : 7),
    peers: !quick && !values['no-peers'],
    check,
    profile,
    compare,
    json,
  };
}

/** A check of more records takes minutes, and is run less often. */
const mostUsual = 20_000;

/** How often something is timed on so many records. */
export function runsFor(records: number, { runs }: BenchOptions): number {
  return records > mostUsual ? Math.min(runs, 2) : runs;
}
