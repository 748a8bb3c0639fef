import { dayMs } from '../model/time/zoneClock';
import type { ConfigPlace } from './configPlace';
import { occurrencesIn } from './occurrences';
import { type Environments, isIn, type Timed } from './when';

/** A period in milliseconds since 1970, its end not included, and its place in the configuration. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly at: ConfigPlace;
}

/** Windows are looked up by as many days at a time, whose answers are kept. */
const blockMs = 32 * dayMs;
const mostBlocks = 200;

/** When maintenance windows are open. */
export class Openings {
  private readonly blocks = new Map<string, readonly Stretch[]>();
  /** Whether some of them hold for some environments only. */
  private readonly varies: boolean;

  /** @param zone of the windows that name none */
  constructor(
    private readonly windows: readonly Timed[],
    private readonly zone: string,
  ) {
    this.varies = windows.some(({ environments }) => environments);
  }

  /** Whether there are any for some environments, which are undefined for all. */
  any(environments: Environments, fits: (window: Timed) => boolean = () => true): boolean {
    return this.windows.some((window) => isIn(window, environments) && fits(window));
  }

  /** Those that are open at some time of a period, in order. Windows that touch are joined. */
  in(start: number, end: number, environments: Environments): Stretch[] {
    const found: Stretch[] = [];
    const behind = Math.max(end, start + 1);
    for (let block = Math.floor(start / blockMs); block * blockMs < behind; block++)
      found.push(...this.block(block, environments));
    return joined(found.sort((a, b) => a.start - b.start)).filter(
      (stretch) => stretch.start < behind && stretch.end > start,
    );
  }

  private block(block: number, environments: Environments): readonly Stretch[] {
    const key = this.varies ? `${block} ${environments ? [...environments].join('\n') : '*'}` : `${block}`;
    const known = this.blocks.get(key);
    if (known) return known;
    if (this.blocks.size >= mostBlocks) this.blocks.clear();
    const applies = (window: Timed): boolean => isIn(window, environments);
    const from = block * blockMs;
    const found = occurrencesIn(this.windows, from, from + blockMs, this.zone, applies);
    const open = joined(found.map(({ entry, start, end }) => ({ start, end, at: entry.at })));
    this.blocks.set(key, open);
    return open;
  }
}

const shared = new WeakMap<readonly Timed[], Map<string, Openings>>();

/** The openings of some windows; customers who have just those of the workspace share them. */
export function openingsOf(windows: readonly Timed[], common: readonly Timed[], zone: string): Openings {
  if (windows.length !== common.length || windows.some((window, at) => window !== common[at]))
    return new Openings(windows, zone);
  const byZone = shared.get(common) ?? new Map<string, Openings>();
  shared.set(common, byZone);
  const known = byZone.get(zone) ?? new Openings(common, zone);
  byZone.set(zone, known);
  return known;
}

/** Joins what touches, of stretches in the order of their starts. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const next of stretches) {
    const before = found.at(-1);
    if (!before || next.start > before.end) found.push(next);
    else found[found.length - 1] = { ...before, end: Math.max(before.end, next.end) };
  }
  return found;
}
