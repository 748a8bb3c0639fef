import { alignLines } from './alignLines';
import { bothAdded } from './bothAdded';
import { type ConflictStyle, conflictLines, type Sides } from './conflict';
import { isStepLine, mergeStep, stepKey } from './mergeStep';
import { standsAlone } from './standsAlone';
import { withMovedSteps } from './withMovedSteps';
import { withOpenChoices } from './withOpenChoices';

/** What one side made of lines of the base, from `from` to before `to`. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
  /** One line that is still the same step. */
  readonly isStep: boolean;
}

/** Lines that were merged, and how many places of them are left to a person. */
interface MergedLines {
  readonly lines: readonly string[];
  readonly conflicts: number;
}

/** Decides a place that both sides changed; undefined leaves it to a person. */
export type Settle = (sides: Sides) => readonly string[] | undefined;

/**
 * Merges the lines of a body. Steps, items and rows stand for themselves: changes of neighbouring ones are both kept,
 * where git would ask.
 *
 * @param settle is asked about each place that would be left to a person
 */
export function mergeBody(sides: Sides, style: ConflictStyle, settle?: Settle): MergedLines {
  const { base, ours, theirs } = withOpenChoices(withMovedSteps(sides));
  const own = hunksOf(base, ours);
  const other = hunksOf(base, theirs);
  const lines: string[] = [];
  let conflicts = 0;
  let at = 0;
  for (const cluster of clustersOf(base, own, other)) {
    lines.push(...base.slice(at, cluster.from));
    at = cluster.to;
    const resolved = resolve(base, cluster, style, settle);
    lines.push(...resolved.lines);
    conflicts += resolved.conflicts;
  }
  return { lines: [...lines, ...base.slice(at)], conflicts };
}

function hunksOf(base: readonly string[], side: readonly string[]): Hunk[] {
  const found = alignLines(base.map(stepKey), side.map(stepKey));
  const hunks: Hunk[] = [];
  let [from, start] = [0, 0];
  for (let at = 0; at <= base.length; at++) {
    const there = at < base.length ? (found[at] ?? -1) : side.length;
    if (there < 0) continue;
    if (from < at || start < there)
      hunks.push(...takenApart({ from, to: at, lines: side.slice(start, there), isStep: false }, base));
    if (at < base.length && side[there] !== base[at])
      hunks.push({ from: at, to: at + 1, lines: side.slice(there, there + 1), isStep: true });
    [from, start] = [at + 1, there + 1];
  }
  return hunks;
}

/** As many steps as before are the same steps with other words, each for itself. */
function takenApart(hunk: Hunk, base: readonly string[]): Hunk[] {
  const { from, to, lines } = hunk;
  const isSame = to - from === lines.length && [...base.slice(from, to), ...lines].every(isStepLine);
  if (!isSame) return [hunk];
  return lines.map((line, at) => ({ from: from + at, to: from + at + 1, lines: [line], isStep: true }));
}

/** Hunks of both sides that cannot be told apart, or those of one side that stand for themselves. */
interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly ours: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

function clustersOf(base: readonly string[], ours: readonly Hunk[], theirs: readonly Hunk[]): Cluster[] {
  const all = [
    ...ours.map((hunk) => ({ hunk, isOurs: true })),
    ...theirs.map((hunk) => ({ hunk, isOurs: false })),
  ].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to);
  const clusters: { from: number; to: number; ours: Hunk[]; theirs: Hunk[] }[] = [];
  for (const { hunk, isOurs } of all) {
    const last = clusters.at(-1);
    const others = (isOurs ? last?.theirs : last?.ours) ?? [];
    const meets = others.some((other) => meetsHunk(base, other, hunk)) || (last && hunk.from < last.to);
    const cluster = last && meets ? last : { from: hunk.from, to: hunk.to, ours: [], theirs: [] };
    if (cluster !== last) clusters.push(cluster);
    cluster.to = Math.max(cluster.to, hunk.to);
    (isOurs ? cluster.ours : cluster.theirs).push(hunk);
  }
  return clusters;
}

/** Whether two sides changed the same, or lines beside each other that belong together. */
function meetsHunk(base: readonly string[], one: Hunk, other: Hunk): boolean {
  if (one.from < other.to && other.from < one.to) return true;
  const touching = Math.max(one.from, other.from) === Math.min(one.to, other.to);
  if (!touching) return false;
  const [inserts, alsoInserts] = [one.from === one.to, other.from === other.to];
  if (inserts && alsoInserts) return true;
  if (one.isStep || other.isStep) return false;
  // What one side put in may be in what the other made of the lines beside it.
  const twice = one.lines.some((line) => line.trim() !== '' && other.lines.includes(line));
  return twice || !standsAlone(base, Math.max(one.from, other.from));
}

function resolve(
  base: readonly string[],
  cluster: Cluster,
  style: ConflictStyle,
  settle: Settle | undefined,
): MergedLines {
  const { from, to } = cluster;
  const sides: Sides = {
    base: base.slice(from, to),
    ours: appliedTo(base, cluster, cluster.ours),
    theirs: appliedTo(base, cluster, cluster.theirs),
  };
  const { ours, theirs } = sides;
  if (cluster.theirs.length === 0 || sameLines(ours, theirs)) return { lines: ours, conflicts: 0 };
  if (cluster.ours.length === 0) return { lines: theirs, conflicts: 0 };
  const [line = '', ...more] = sides.base;
  const isOne = sides.base.length === 1 && ours.length === 1 && theirs.length === 1 && more.length === 0;
  const step = isOne ? mergeStep(line, ours[0] ?? '', theirs[0] ?? '') : undefined;
  if (step !== undefined) return { lines: [step], conflicts: 0 };
  const added = from === to ? bothAdded(base[from - 1], ours, theirs) : undefined;
  const both = added ?? settle?.(sides);
  return both ? { lines: both, conflicts: 0 } : { lines: conflictLines(sides, style), conflicts: 1 };
}

function appliedTo(base: readonly string[], { from, to }: Cluster, hunks: readonly Hunk[]): string[] {
  const lines: string[] = [];
  let at = from;
  for (const hunk of hunks) {
    lines.push(...base.slice(at, hunk.from), ...hunk.lines);
    at = hunk.to;
  }
  return [...lines, ...base.slice(at, to)];
}

function sameLines(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}
