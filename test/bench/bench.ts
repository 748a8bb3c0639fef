import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { names, ownContestants } from './contestants';
import {
  buildEntry,
  keystroke,
  loadExtension,
  memoryPerRecord,
  recordedActivation,
  rulesOf,
} from './inProcess';
import { makeRecords } from './makeRecords';
import { measure } from './measure';
import { fetchPeers, peerContestants } from './peers';
import { benchNow } from './records/recordTimes';
import {
  bundleSection,
  checkRows,
  heapRows,
  keystrokeRows,
  peakRows,
  peerRows,
  ruleSection,
} from './results';
import { formatSections, type Section, writeJson } from './table';

const root = join(__dirname, '../..');
const usage = `npm run bench -- [options]
  --quick       1,000 records, one run, no peers
  --no-peers    without markdownlint-cli2, remark-cli and rumdl
  --records N   one workspace of N records instead of 1,000 and 10,000 (the peers run on up to 1,000)
  --runs N      timed runs of each (7; of the slow peers always one)
  --json FILE   write the results for programs, too
`;
const seed = 20261116;
/** The peers run on this many records: they take minutes for more. */
const peerRecords = 1000;

interface Options {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly peers: boolean;
  readonly json: string | undefined;
}

function readOptions(): Options | undefined {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const options = { quick: flag, 'no-peers': flag, help: flag, records: text, runs: text, json: text };
  const { values } = parseArgs({ options });
  if (values.help) return undefined;
  const count = z.coerce.number().int().min(10).optional().parse(values.records);
  const runs = z.coerce.number().int().min(1).optional().parse(values.runs);
  const sizes = count ? [count] : values.quick ? [peerRecords] : [peerRecords, 10_000];
  const peers = !values.quick && !values['no-peers'];
  return { sizes, runs: runs ?? (values.quick ? 1 : 7), peers, json: values.json };
}

/** Progress goes beside the results, so that these can be redirected. */
function tell(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}

/** Copies what was built, so that a build in between does not change what is measured. */
function takeBundles(scratch: string): string {
  const built = join(root, 'dist');
  if (!existsSync(join(built, 'cli.js'))) throw new Error('there is no dist/cli.js: run npm run build first');
  const newest = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(root, 'src', name)).mtimeMs)
    .reduce((latest, time) => Math.max(latest, time), 0);
  if (newest > statSync(join(built, 'cli.js')).mtimeMs)
    tell('NOTE: src is newer than dist; npm run build makes them the same');
  const bundles = join(scratch, 'dist');
  cpSync(built, bundles, { recursive: true });
  return bundles;
}

const report = z.object({
  summary: z.object({ records: z.number(), errors: z.number(), warnings: z.number(), infos: z.number() }),
});

/** What the check says of the workspace: proof that it looked at every record. */
function verify(workspace: string, bundles: string, records: number, caches: string): string {
  const args = [join(bundles, 'cli.js'), 'check', workspace, '--now', benchNow, '--format', 'json'];
  const env = { ...process.env, CHANGEBOOK_CACHE_DIR: join(caches, 'verify') };
  let output: string;
  try {
    output = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      env,
      maxBuffer: 1 << 30,
      stdio: 'pipe',
    });
  } catch (error) {
    output = z.object({ status: z.literal(1), stdout: z.string() }).parse(error).stdout;
  }
  const { summary } = report.parse(JSON.parse(output));
  if (summary.records !== records) throw new Error(`check saw ${summary.records} of ${records} records`);
  return `${summary.errors} errors, ${summary.warnings} warnings, ${summary.infos} infos`;
}

/** Everything that is measured on one workspace. */
async function workspaceSection(
  count: number,
  options: Options,
  scratch: string,
  bundles: string,
  entry: string,
): Promise<Section[]> {
  const workspace = join(scratch, `workspace-${count}`);
  const caches = join(scratch, `caches-${count}`);
  mkdirSync(caches);
  tell(`making ${count} records`);
  const { records, bytes } = makeRecords(workspace, count, seed);
  const found = verify(workspace, bundles, records, caches);
  const contestants = ownContestants(workspace, bundles, caches, options.runs);
  const withPeers = options.peers && count <= peerRecords;
  if (withPeers) contestants.push(...peerContestants(workspace, options.runs));
  const results = measure(contestants, caches, tell);
  tell('measuring memory and keystrokes');
  const heap = heapRows(memoryPerRecord(entry, workspace, scratch));
  const strokes = keystrokeRows(keystroke(entry, workspace));
  const rows = [
    ...checkRows(results),
    ...(withPeers ? peerRows(results) : []),
    ...peakRows(results),
    ...heap,
    ...strokes,
  ];
  const size = `${(bytes / 1e6).toFixed(1)} MB, ${(bytes / records / 1000).toFixed(1)} KB each`;
  const title = `${records.toLocaleString('en')} records (${size}; check finds ${found})`;
  tell('measuring rules');
  return [{ title, rows }, ruleSection(rulesOf(entry, workspace), records)];
}

async function bench(options: Options, scratch: string): Promise<void> {
  const load = loadavg()[0] ?? 0;
  if (load > 0.5)
    tell(`NOTE: the machine is busy (load ${load.toFixed(1)}); what uses two cores suffers most`);
  const bundles = takeBundles(scratch);
  if (options.peers && options.sizes.some((count) => count <= peerRecords)) fetchPeers(tell);
  const entry = await buildEntry(scratch);
  const sections: Section[] = [];
  for (const count of options.sizes)
    sections.push(...(await workspaceSection(count, options, scratch, bundles, entry)));
  tell('loading the extension');
  sections.push(
    bundleSection(bundles, loadExtension(bundles, Math.max(3, options.runs)), recordedActivation()),
  );
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
}

const notes = `Only ratios travel: milliseconds are of this machine and of its load while it measured.
process: the whole process as a user waits for it, the start of Node included. reading process: ${names.read},
as a whole process. reading and parsing: the same with the two parsers and nothing else, in one thread. reading alone:
the same without the start of Node, which makes a ratio with it the stricter one. peer / check, cold: whole processes.
peak: resident memory of one run. heap: after collections, over an empty workspace. keystroke: from the new text to its
findings, without the pause that the editor waits for. loading: in pieces, with a pause between; the activation
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
