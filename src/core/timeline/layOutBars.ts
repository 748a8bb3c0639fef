import type { Language } from '../model/text/localized';
import { clockText } from '../model/time/localText';
import { wallTime } from '../model/time/zoneClock';
import { clipText, textWidth } from './svgText';
import type { TimelineBar } from './timeline';
import { timelineWord } from './timelineWords';

/** Sizes in pixels. Weeks have room for two lines, months for one. */
export interface Sizes {
  readonly laneHeight: number;
  readonly barHeight: number;
  readonly nameSize: number;
  /** Size of the second line, if there is one. */
  readonly whenSize?: number;
  /** Greatest width of a label beside its bar. */
  readonly labelWidth: number;
}

export const weekSizes: Sizes = {
  laneHeight: 38,
  barHeight: 30,
  nameSize: 12,
  whenSize: 10.5,
  labelWidth: 196,
};
export const monthSizes: Sizes = { laneHeight: 22, barHeight: 16, nameSize: 11, labelWidth: 110 };

/** Maps a time span to horizontal pixels. */
export interface Scale {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly width: number;
}

/** The pixel of a moment. Moments outside of the span are at its edges. */
export function xOf({ start, end, left, width }: Scale, moment: number): number {
  const share = (Math.min(Math.max(moment, start), end) - start) / (end - start);
  return left + share * width;
}

/** A bar with the place of its label. */
export interface LaidBar {
  readonly bar: TimelineBar;
  /** The extent of bar and label, into which no other bar of the lane reaches. */
  readonly left: number;
  readonly right: number;
  readonly barLeft: number;
  readonly barWidth: number;
  /** Width of the outage, from the beginning of the bar. */
  readonly outage: number;
  readonly labelLeft: number;
  readonly labelWidth: number;
  /** Whether the label is inside the bar. */
  readonly inside: boolean;
  readonly lane: number;
  readonly name: string;
  readonly when: string;
}

/** The bars of a row that have room, by start, the number of lanes, and the number of bars without room. */
export interface LaidRow {
  readonly bars: readonly LaidBar[];
  readonly lanes: number;
  readonly more: number;
}

const mostLanes = 10;
const narrowest = 8;
const gap = 5;
/** Space around a bar and its label for the outline of a conflict. */
const air = 3;

/** Distributes the bars of one row over lanes, so that neither bars nor labels overlap. */
export function layOutBars(
  bars: readonly TimelineBar[],
  scale: Scale,
  sizes: Sizes,
  language: Language,
): LaidRow {
  const boxes = bars.map((bar) => boxOf(bar, scale, sizes, language));
  boxes.sort((a, b) => a.left - b.left || compare(a.bar, b.bar));
  const ends: number[] = [];
  const laid: LaidBar[] = [];
  let more = 0;
  for (const box of boxes) {
    const free = ends.findIndex((end) => end <= box.left);
    const lane = free < 0 ? ends.length : free;
    if (lane >= mostLanes) {
      more++;
      continue;
    }
    ends[lane] = box.right + gap;
    laid.push({ ...box, lane });
  }
  laid.sort((a, b) => compare(a.bar, b.bar));
  return { bars: laid, lanes: ends.length, more };
}

function compare(a: TimelineBar, b: TimelineBar): number {
  return a.start - b.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function boxOf(bar: TimelineBar, scale: Scale, sizes: Sizes, language: Language): Omit<LaidBar, 'lane'> {
  const edge = scale.left + scale.width - air;
  const first = Math.min(Math.max(xOf(scale, bar.start), scale.left + air), edge - narrowest);
  const width = Math.min(Math.max(xOf(scale, bar.end) - first, narrowest), edge - first);
  const outage = outageWidth(bar, scale, first, width);
  const { name, when, wanted } = labelOf(bar, sizes, language);
  // There is no text on the hatched outage.
  const inside = width - outage >= Math.min(wanted + 14, sizes.labelWidth);
  const right = first + width + gap + Math.min(wanted, sizes.labelWidth);
  const leftwards = !inside && right > edge;
  const room = inside
    ? width - outage - 14
    : leftwards
      ? Math.min(wanted, sizes.labelWidth, first - gap - scale.left - air)
      : Math.min(wanted, sizes.labelWidth);
  const labelWidth = Math.max(0, room);
  const labelLeft = inside ? first + outage + 8 : leftwards ? first - gap - labelWidth : first + width + gap;
  return {
    bar,
    barLeft: first,
    barWidth: width,
    outage,
    labelLeft,
    labelWidth,
    inside,
    left: Math.min(first, labelLeft) - air,
    right: Math.min(Math.max(first + width, labelLeft + labelWidth) + air, edge + air),
    name: clipText(name, sizes.nameSize, labelWidth),
    when: sizes.whenSize ? clipText(when, sizes.whenSize, labelWidth) : '',
  };
}

/** The width of an outage, which begins with its window. A short one is widened to be visible. */
function outageWidth(
  { start, outageMinutes }: TimelineBar,
  scale: Scale,
  left: number,
  most: number,
): number {
  if (outageMinutes <= 0) return 0;
  return Math.min(Math.max(xOf(scale, start + outageMinutes * 60_000) - left, 3), most);
}

/** The label of a bar, with the width that it needs. */
function labelOf(bar: TimelineBar, sizes: Sizes, language: Language) {
  const [from, to] = [wallTime(bar.start, bar.zone), wallTime(bar.end, bar.zone)];
  const until = bar.end > bar.start && !bar.overdue ? `–${clockText(to.minute)}` : '';
  const late = bar.overdue ? ` · ${timelineWord(language, 'isOverdue')}` : '';
  const name = bar.title || bar.id;
  const when = `${clockText(from.minute)}${until} · ${bar.id}${late}`;
  const widest = Math.max(
    textWidth(clipText(name, sizes.nameSize, sizes.labelWidth * 2), sizes.nameSize),
    sizes.whenSize ? textWidth(clipText(when, sizes.whenSize, sizes.labelWidth * 2), sizes.whenSize) : 0,
  );
  return { name, when, wanted: Math.ceil(widest) + 2 };
}
