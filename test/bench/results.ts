import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { names } from './contestants';
import { exampleCommands } from './exampleCommands';
import { type Measured, median, quantile } from './measure';
import { peerNames } from './peers';
import type { Bar, Row, Section } from './table';
import type { TickTimes } from './tick';

const atMost = (than: number, on: Bar['on']): Bar => ({ on, limit: 'at most', than });
const atLeast = (than: number): Bar => ({ on: 'ratio', limit: 'at least', than });
const readOutput = z.object({ ms: z.number(), files: z.number() });

type Results = ReadonlyMap<string, Measured>;

/** A row of whole processes, or of anything else that was timed several times. */
export function timesRow(what: string, runs: readonly number[], more: Partial<Row> = {}): Row {
  return { what, value: median(runs), unit: 'ms', lowest: Math.min(...runs), ...more };
}

/** One row of whole processes: what it is compared with, and the most that may come of it at a number of records. */
interface RatioRow {
  readonly name: string;
  readonly of: string;
  readonly ratioOf: string;
  readonly bars: { readonly [records: number]: number };
}

const overReading = { of: names.read, ratioOf: 'process / reading process' } as const;
const overEmpty = { of: names.empty, ratioOf: 'process / empty node' } as const;

/** The bars of our commands on a workspace; they count at these numbers of records alone. */
const ratioRows: readonly RatioRow[] = [
  { name: names.parse, ...overReading, bars: {} },
  { name: names.cold, ...overReading, bars: { 1000: 10, 10000: 14 } },
  { name: names.warm, ...overReading, bars: { 1000: 1, 10000: 0.6, 100000: 0.6 } },
  { name: names.withoutGit, ...overReading, bars: {} },
  { name: names.fresh, ...overReading, bars: { 10000: 1.5 } },
  { name: names.switched, ...overReading, bars: { 10000: 3 } },
  { name: names.edited, of: names.cold, ratioOf: 'process / cold check', bars: { 10000: 0.06 } },
  { name: names.since, of: names.warm, ratioOf: 'process / warm check', bars: { 10000: 3 } },
  { name: names.figures, of: names.warm, ratioOf: 'process / warm check', bars: { 10000: 1.2 } },
  { name: names.gate, ...overEmpty, bars: { 10000: 5 } },
  { name: names.show, ...overEmpty, bars: { 10000: 5 } },
];

/** The most memory in MB, of a command at a number of records. */
const peakBars: { readonly [name: string]: { readonly [records: number]: number } } = {
  [names.cold]: { 10000: 250, 100000: 1_000 },
  [names.warm]: { 100000: 500 },
};

/** The rows about one workspace of so many records, as far as they were measured. */
export function workspaceRows(results: Results, records: number): Row[] {
  const inside = (results.get(names.read)?.outputs ?? []).map(
    (output) => readOutput.parse(JSON.parse(output)).ms,
  );
  return [
    timesRow(names.empty, runsOf(results, names.empty)),
    timesRow(`${names.read}, process`, runsOf(results, names.read)),
    timesRow(`${names.read}, alone`, inside),
    ...ratioRows.flatMap((row) => ratioRow(results, row, row.bars[records])),
  ];
}

function ratioRow(results: Results, { name, of, ratioOf }: Omit<RatioRow, 'bars'>, most?: number): Row[] {
  const runs = runsOf(results, name);
  if (runs.length === 0) return [];
  const ratio = median(runs) / median(runsOf(results, of));
  return [timesRow(name, runs, { ratio, ratioOf, ...(most && { bar: atMost(most, 'ratio') }) })];
}

function runsOf(results: Results, name: string): readonly number[] {
  return results.get(name)?.runs ?? [];
}

/** The commands on the example workspace, beside an empty Node. */
export function exampleSection(results: Results): Section {
  const rows = exampleCommands.flatMap(({ name, most }) => ratioRow(results, { name, ...overEmpty }, most));
  return {
    title: 'The example workspace',
    rows: [timesRow(names.empty, runsOf(results, names.empty)), ...rows],
  };
}

/** How many times longer each peer takes than our cold check of the same files. */
export function peerRows(results: Results): Row[] {
  const bars = [
    [peerNames.markdownlint, 10],
    [peerNames.remark, 50],
    [peerNames.rumdl, 0.6],
  ] as const;
  const cold = median(results.get(names.cold)?.runs ?? []);
  return bars.flatMap(([name, least]) => {
    const runs = results.get(name)?.runs;
    if (!runs) return [];
    return [
      timesRow(name, runs, {
        ratio: median(runs) / cold,
        ratioOf: 'peer / check, cold',
        bar: atLeast(least),
      }),
    ];
  });
}

/** Peak memory of whole processes on so many records. */
export function peakRows(results: Results, records: number): Row[] {
  return [...results.values()].flatMap(({ name, peakKb }): Row[] => {
    if (peakKb === undefined) return [];
    const most = peakBars[name]?.[records];
    const row = { what: `${name}, peak`, value: peakKb / 1024, unit: 'MB' } as const;
    return [{ ...row, ...(most && { bar: atMost(most, 'value') }) }];
  });
}

/** A tick with its commit, beside git's own commit of such a file; a repository of few files has git done at once. */
export function tickRow({ ticks, commits }: TickTimes, records: number): Row {
  return timesRow('tick, in process', ticks, {
    ratio: median(ticks) / median(commits),
    ratioOf: 'tick / bare commit',
    ...(records >= 10_000 && { bar: atMost(3, 'ratio') }),
  });
}

/** Heap for each of so many records; of few, what a workspace holds itself is the larger part. */
export function heapRows(
  bytes: { readonly editor: number; readonly commandLine: number },
  records: number,
): Row[] {
  const bar = records >= 1_000 ? { bar: atMost(10, 'value') } : {};
  const row = (what: string, value: number): Row => ({ what, value, unit: 'KB', ...bar });
  return [
    row('heap per record, in the editor', bytes.editor / 1024),
    row('heap per record, in the command line', bytes.commandLine / 1024),
  ];
}

/** Keystrokes beside a workspace. */
export function keystrokeRows(strokes: {
  readonly body: readonly number[];
  readonly frontMatter: readonly number[];
}): Row[] {
  const rows = (where: string, runs: readonly number[]): Row[] => [
    timesRow(`keystroke in ${where}`, runs, { bar: atMost(16, 'value') }),
    { what: '  19 of 20 take at most', value: quantile(runs, 0.95), unit: 'ms' },
  ];
  return [...rows('the body', strokes.body), ...rows('the front matter', strokes.frontMatter)];
}

/** Rules that are listed one by one. */
const mostRules = 15;

/** How the time of all rules divides among them: the ones that take longest, then the rest together. */
export function ruleSection(times: { readonly [rule: string]: number }, records: number): Section {
  const sorted = Object.entries(times).sort(([, a], [, b]) => b - a);
  const sum = (rules: readonly (readonly [string, number])[]): number =>
    rules.reduce((all, [, ms]) => all + ms, 0);
  const all = sum(sorted);
  const row = (what: string, value: number): Row => {
    return { what, value, unit: 'ms', ratio: value / all, ratioOf: 'of the time of all rules' };
  };
  const rest = sorted.slice(mostRules);
  const rows = [
    row(`all ${sorted.length} rules`, all),
    ...sorted.slice(0, mostRules).map(([rule, ms]) => row(`  ${rule}`, ms)),
    row(`  the other ${rest.length}`, sum(rest)),
  ];
  return { title: `Rules on ${records.toLocaleString('en')} records, each rule's share`, rows };
}

/** Activation and the bundles that it loads. */
export function bundleSection(
  bundles: string,
  loads: { readonly all: readonly number[]; readonly longest: readonly number[] },
  recorded: { readonly version: string; readonly ms: number } | undefined,
): Section {
  const rows = [
    timesRow('loading the extension, all pieces', loads.all, {}),
    timesRow('its longest piece', loads.longest, { bar: atMost(50, 'value') }),
  ];
  if (recorded) {
    const what = `activation in VS Code ${recorded.version}, recorded`;
    rows.push({ what, value: recorded.ms, unit: 'ms', bar: atMost(50, 'value') });
  }
  for (const name of ['extension.js', 'cli.js', 'worker.js']) {
    rows.push({ what: `dist/${name} with its parts`, value: loadedSize(bundles, name) / 1024, unit: 'KB' });
  }
  return { title: 'Loading', rows };
}

/** Bytes of a program and of all the parts that it may ask for. */
function loadedSize(bundles: string, program: string): number {
  const parts = new Set([program]);
  for (const part of parts) {
    const code = readFileSync(join(bundles, part), 'utf8');
    for (const [, asked] of code.matchAll(/require\("\.\/([\w-]+\.js)"\)/g)) if (asked) parts.add(asked);
  }
  return [...parts].reduce((sum, part) => sum + statSync(join(bundles, part)).size, 0);
}
