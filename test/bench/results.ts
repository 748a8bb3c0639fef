import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { names } from './contestants';
import { type Measured, median, quantile } from './measure';
import { peerNames } from './peers';
import type { Bar, Row, Section } from './table';

const atMost = (than: number, on: Bar['on']): Bar => ({ on, limit: 'at most', than });
const atLeast = (than: number): Bar => ({ on: 'ratio', limit: 'at least', than });
const readOutput = z.object({ ms: z.number(), files: z.number() });

type Results = ReadonlyMap<string, Measured>;

/** A row of whole processes, or of anything else that was timed several times. */
export function timesRow(what: string, runs: readonly number[], more: Partial<Row> = {}): Row {
  return { what, value: median(runs), unit: 'ms', lowest: Math.min(...runs), ...more };
}

/** The rows about checking one workspace. */
export function checkRows(results: Results): Row[] {
  const runsOf = (name: string): readonly number[] => results.get(name)?.runs ?? [];
  const read = runsOf(names.read);
  const inside = (results.get(names.read)?.outputs ?? []).map(
    (output) => readOutput.parse(JSON.parse(output)).ms,
  );
  const parse = runsOf(names.parse);
  const cold = runsOf(names.cold);
  const warm = runsOf(names.warm);
  const against = (runs: readonly number[], base: readonly number[]): number => median(runs) / median(base);
  const whole = 'process / reading process';
  const strict = 'process / reading alone';
  return [
    timesRow(names.empty, runsOf(names.empty)),
    timesRow(`${names.read}, process`, read),
    timesRow(`${names.read}, alone`, inside),
    timesRow(`${names.parse}, process`, parse, { ratio: against(parse, read), ratioOf: whole }),
    timesRow(names.cold, cold, { ratio: against(cold, read), ratioOf: whole, bar: atMost(12, 'ratio') }),
    timesRow('  the same, strictly', cold, {
      ratio: against(cold, inside),
      ratioOf: strict,
      bar: atMost(12, 'ratio'),
    }),
    timesRow(names.warm, warm, { ratio: against(warm, read), ratioOf: whole, bar: atMost(1, 'ratio') }),
    timesRow('  the same, strictly', warm, {
      ratio: against(warm, inside),
      ratioOf: strict,
      bar: atMost(1, 'ratio'),
    }),
  ];
}

/** How many times longer each peer takes than our cold check of the same files. */
export function peerRows(results: Results): Row[] {
  const bars = [
    [peerNames.markdownlint, 30],
    [peerNames.remark, 50],
    [peerNames.rumdl, 2],
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

/** Peak memory of whole processes. */
export function peakRows(results: Results): Row[] {
  return [...results.values()].flatMap(({ name, peakKb }) =>
    peakKb === undefined ? [] : [{ what: `${name}, peak`, value: peakKb / 1024, unit: 'MB' as const }],
  );
}

/** Heap for each record of a workspace. */
export function heapRows(bytes: { readonly editor: number; readonly commandLine: number }): Row[] {
  const row = (what: string, value: number): Row => ({ what, value, unit: 'KB', bar: atMost(10, 'value') });
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
