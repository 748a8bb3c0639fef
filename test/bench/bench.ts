import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Comparison, compareExamples, compareWorkspace } from './compareRevisions';
import { BenchCaches, floorContestants, names } from './contestants';
import { exampleContestants, exampleFile } from './exampleCommands';
import { buildEntry, loadExtension, recordedActivation } from './inProcess';
import { measure } from './measure';
import { measureWorkspace } from './measureWorkspace';
import { fetchPeers } from './peers';
import { profileSections } from './profile/profileSections';
import { ownProgram, type Revision, takeProgram, withRevision } from './programs';
import { type BenchOptions, peerRecords, readOptions, runsFor, usage } from './readOptions';
import { type BenchRepository, makeExamples, makeRepository, useOwnSettings } from './repositories';
import { bundleSection, exampleSection } from './results';
import { formatSections, missedBars, type Section, writeJson } from './table';

/** Progress goes beside the results, so that these can be redirected. */
function tell(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}

function repositoryOf(scratch: string, count: number): BenchRepository {
  tell(`making ${count} records`);
  return makeRepository(scratch, count);
}

function examplesIn(scratch: string): string {
  const folder = join(scratch, 'examples');
  makeExamples(join(ownProgram.root, 'examples'), folder, exampleFile);
  return folder;
}

/** Every row, of the program as it is built. */
async function benchSections(options: BenchOptions, scratch: string): Promise<Section[]> {
  const { peers, sizes, runs } = options;
  const program = takeProgram(scratch, tell);
  if (peers && sizes.some((count) => count <= peerRecords)) fetchPeers(tell);
  const entry = await buildEntry(scratch);
  const caches = new BenchCaches(join(scratch, 'caches'));
  const examples = exampleContestants(program, examplesIn(scratch), caches, runs);
  const floors = floorContestants(scratch, program.bundles, scratch, examples[0]?.runs ?? runs);
  const empty = floors.filter(({ name }) => name === names.empty);
  const sections = [exampleSection(measure([...empty, ...examples], scratch, tell))];
  for (const count of sizes) {
    const repository = repositoryOf(scratch, count);
    sections.push(...measureWorkspace({ program, entry, options, scratch, tell }, repository));
  }
  tell('loading the extension');
  const loads = loadExtension(program.bundles, Math.max(3, runs));
  return [...sections, bundleSection(program.bundles, loads, recordedActivation())];
}

/** Our commands in turns with those of another revision. */
function compareSections(options: BenchOptions, scratch: string, other: Revision): Section[] {
  const comparison: Comparison = {
    programs: [takeProgram(scratch, tell), other],
    scratch,
    runs: options.runs,
    tell,
  };
  const workspaces = options.sizes.map((count) => {
    const own = { scratch: join(scratch, `compared-${count}`), runs: runsFor(count, options) };
    mkdirSync(own.scratch);
    return compareWorkspace({ ...comparison, ...own }, repositoryOf(scratch, count));
  });
  return [compareExamples(comparison, examplesIn(scratch)), ...workspaces];
}

/** What is asked for. */
async function sectionsOf(options: BenchOptions, scratch: string, other?: Revision): Promise<Section[]> {
  const [count = peerRecords] = options.sizes;
  if (options.profile) {
    const programs = other ? [ownProgram, other] : [ownProgram];
    return profileSections({ ...repositoryOf(scratch, count), scratch, programs, tell });
  }
  return other ? compareSections(options, scratch, other) : benchSections(options, scratch);
}

async function bench(options: BenchOptions, scratch: string): Promise<void> {
  const load = loadavg()[0] ?? 0;
  if (load > 0.5)
    tell(`NOTE: the machine is busy (load ${load.toFixed(1)}); what uses two cores suffers most`);
  useOwnSettings(scratch);
  const { compare } = options;
  const sections = compare
    ? await withRevision(compare, tell, (other) => sectionsOf(options, scratch, other))
    : await sectionsOf(options, scratch);
  const [processor] = cpus();
  const environment = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: `${cpus().length} cores`,
    processor: processor?.model ?? '',
    runs: `${options.runs} runs`,
    load: `load ${load.toFixed(1)} before it began`,
  };
  process.stdout.write(
    `${formatSections(sections)}\n\n${notes}\n${Object.values(environment).join(' · ')}\n`,
  );
  if (options.json) writeJson(options.json, environment, sections);
  if (options.check) failOnMissed(sections);
}

function failOnMissed(sections: readonly Section[]): void {
  const missed = missedBars(sections);
  for (const line of missed) process.stderr.write(`${line}\n`);
  if (missed.length > 0) process.exitCode = 1;
}

const notes = `Only ratios travel: milliseconds are of this machine and of its load while it measured.
process: the whole process as a user waits for it, the start of Node included. reading process: ${names.read},
as a whole process. reading and parsing: the same with the two parsers and nothing else, in one thread. peer / check,
cold: whole processes. Workspaces are repositories; clones and caches are copied anew before each run, outside of its
time. peak: resident memory of one run. heap: after collections, over an empty workspace. keystroke: from the new text to
its findings, without the pause that the editor waits for. loading: in pieces, with a pause between; the activation
recorded in a real editor is shown where that test has run.`;

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    process.stdout.write(usage);
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'changebook-bench-'));
  try {
    await bench(options, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

main().catch((error) => {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
