import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkOf } from '../contestants';
import { bundleProgram } from '../inProcess';
import { measure, median, type Tell } from '../measure';
import type { Revision } from '../programs';
import type { Row, Section } from '../table';
import { sumsByPart } from './profileParts';
import { BundledSources, readAllocations, readTimes } from './readProfiles';

/** What is profiled: a cold check of a workspace. */
export interface Profiled {
  /** The workspace. */
  readonly folder: string;
  readonly records: number;
  readonly scratch: string;
  /** The program as it is, then the one that it is compared with. */
  readonly programs: readonly Pick<Revision, 'root' | 'label'>[];
  readonly tell: Tell;
}

type Sums = ReadonlyMap<string, number>;

/** Processor time and allocation of a cold check, by part; the last program's beside the first one's. */
export async function profileSections(profiled: Profiled): Promise<Section[]> {
  const { programs, records } = profiled;
  const profiles: { label: string; times: Sums; sizes: Sums }[] = [];
  for (const { root, label } of programs) profiles.push({ label, ...(await profile(root, label, profiled)) });
  const [own, other] = profiles;
  if (!own) return [];
  const of = `a cold check of ${records.toLocaleString('en')} records, by part`;
  const before = (sums: Sums | undefined) => sums && other && { sums, label: other.label };
  return [
    { title: `Processor time of ${of}`, rows: partRows('ms', own.times, before(other?.times)) },
    { title: `Allocation of ${of}`, rows: partRows('MB', own.sizes, before(other?.sizes)) },
  ];
}

function partRows(unit: Row['unit'], sums: Sums, before?: { sums: Sums; label: string }): Row[] {
  const all = total(sums);
  const row = (what: string, value: number, then: number | undefined): Row =>
    then === undefined
      ? { what, value, unit, ratio: value / all, ratioOf: 'of all' }
      : {
          what,
          value,
          unit,
          ratio: value / then,
          ratioOf: `of ${then.toFixed(0)} ${unit} in ${before?.label}`,
        };
  const rows = [...sums].map(([part, value]) =>
    row(`  ${part}`, value, before && (before.sums.get(part) ?? 0)),
  );
  return [
    row('all', all, before && total(before.sums)),
    ...rows.filter(({ value, ratio }) => value || ratio),
  ];
}

function total(sums: Sums): number {
  return [...sums.values()].reduce((all, value) => all + value, 0);
}

/** Runs the program of some sources twice: once for the time, once for the memory. */
async function profile(
  root: string,
  label: string,
  { folder, scratch, tell }: Profiled,
): Promise<{ times: Sums; sizes: Sums }> {
  const place = join(scratch, `profile of ${label}`);
  const bundles = await bundleProgram(root, join(place, 'bundles'));
  const sources = new BundledSources(bundles);
  const run = (
    name: string,
    flags: (output: string) => readonly string[],
  ): { output: string; work: number } => {
    const output = join(place, name);
    const cache = join(place, 'cache');
    const prepare = (): { [name: string]: string } => {
      for (const each of [output, cache]) rmSync(each, { recursive: true, force: true, maxRetries: 5 });
      mkdirSync(output, { recursive: true });
      return { CHANGEBOOK_CACHE_DIR: cache, PROFILE_FOLDER: output };
    };
    const args = [...flags(output), ...checkOf({ label, bundles }, folder)];
    const contestant = { name, command: process.execPath, args, cwd: place, runs: 1, slow: true, prepare };
    return { output, work: median(measure([contestant], place, tell, true).get(name)?.work ?? []) };
  };
  const timed = run(`time of ${label}`, (output) => ['--cpu-prof', '--cpu-prof-dir', output]);
  const times = sumsByPart(readTimes(timed.output, sources));
  // Samples are taken by the clock on the wall: what waited for the processor is taken out by what the system counted.
  const scale = Number.isNaN(timed.work) ? 1 : timed.work / total(times);
  const filled = run(`memory of ${label}`, () => ['--require', join(__dirname, 'recordAllocations.cjs')]);
  const sizes = sumsByPart(readAllocations(filled.output, sources));
  return { times: scaled(times, scale), sizes: scaled(sizes, 1e-6) };
}

function scaled(sums: Sums, factor: number): Sums {
  return new Map([...sums].map(([part, value]) => [part, value * factor]));
}
