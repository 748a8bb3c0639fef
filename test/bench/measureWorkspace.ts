import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BenchCaches, floorContestants, ownContestants, type Program } from './contestants';
import { keystroke, memoryPerRecord, rulesOf, ticksOf } from './inProcess';
import { measure, type Tell } from './measure';
import { peerContestants } from './peers';
import { verify } from './programs';
import { type BenchOptions, peerRecords, runsFor } from './readOptions';
import type { BenchRepository } from './repositories';
import { heapRows, keystrokeRows, peakRows, peerRows, ruleSection, tickRow, workspaceRows } from './results';
import type { Row, Section } from './table';

/** What is measured, and where. */
export interface Measuring {
  readonly program: Program;
  /** The measuring program for what shows inside of a process. */
  readonly entry: string;
  readonly options: BenchOptions;
  readonly scratch: string;
  readonly tell: Tell;
}

/** Everything that is measured on one workspace. */
export function measureWorkspace(measuring: Measuring, repository: BenchRepository): Section[] {
  const { program, entry, options, scratch, tell } = measuring;
  const { folder, records, bytes } = repository;
  const outputs = join(scratch, `caches-${records}`);
  mkdirSync(outputs);
  const caches = new BenchCaches(outputs);
  const found = verify(program, repository, caches);
  const runs = runsFor(records, options);
  const withPeers = options.peers && records <= peerRecords;
  const contestants = [
    ...floorContestants(folder, program.bundles, outputs, runs),
    ...ownContestants(program, repository, caches, runs),
    ...(withPeers ? peerContestants(folder, runs) : []),
  ];
  const results = measure(contestants, outputs, tell);
  const size = `${(bytes / 1e6).toFixed(1)} MB, ${(bytes / records / 1000).toFixed(1)} KB each`;
  const title = `${records.toLocaleString('en')} records (${size}; check finds ${found})`;
  const rows = [
    ...workspaceRows(results, records),
    ...(withPeers ? peerRows(results) : []),
    ...peakRows(results, records),
    ...inProcessRows(measuring, repository),
  ];
  // What takes a check several times over is left out where one takes a minute.
  if (!repository.clones) return [{ title, rows }];
  tell('measuring rules');
  return [{ title, rows }, ruleSection(rulesOf(entry, folder), records)];
}

function inProcessRows(
  { entry, scratch, tell }: Measuring,
  { folder, records, clones }: BenchRepository,
): Row[] {
  if (!clones) return [];
  tell('measuring ticks, memory and keystrokes');
  const times = ticksOf(entry, clones.edited);
  return [
    ...(times.ticks.length > 0 ? [tickRow(times, records)] : []),
    ...heapRows(memoryPerRecord(entry, folder, scratch), records),
    ...keystrokeRows(keystroke(entry, folder)),
  ];
}
