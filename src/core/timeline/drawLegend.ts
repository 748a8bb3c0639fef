import { colouredStages, colourOf } from './drawBar';
import { type Drawn, edgeLine } from './drawGroup';
import { element, textAt, textWidth } from './svgText';
import type { BackgroundKind, Timeline } from './timeline';
import { statusText, timelineWord } from './timelineWords';

const lineHeight = 22;
const swatch = { width: 14, height: 12 };
const backgroundKinds: readonly BackgroundKind[] = [
  'maintenance',
  'freeze',
  'softFreeze',
  'holiday',
  'dayOff',
];

/** Draws what the colours mean that are in the picture. */
export function drawLegend(timeline: Timeline, top: number, width: number): Drawn {
  const entries = entriesOf(timeline).filter(({ shown }) => shown);
  let [x, y] = [4, top];
  const drawn = entries.map(({ mark, text }) => {
    const needed = swatch.width + 6 + textWidth(text, 11) + 12;
    if (x + needed > width && x > 4) [x, y] = [4, y + lineHeight];
    const left = x;
    x += needed;
    const label = textAt('muted', left + swatch.width + 6, y + 15, 11, text);
    return element('g', { class: 'entry' }, mark(left, y + 4), label);
  });
  return { svg: drawn.join(''), height: entries.length > 0 ? y + lineHeight - top : 0, rows: 0 };
}

interface Entry {
  /** Whether the picture has any of it. */
  readonly shown: boolean;
  readonly text: string;
  readonly mark: (x: number, y: number) => string;
}

function entriesOf({ bands, language, now }: Timeline): Entry[] {
  const groups = bands.flatMap((band) => band.groups);
  const bars = groups.flatMap(({ rows }) => rows.flatMap((row) => row.bars));
  const there = new Set(bars.map(({ stage }) => colourOf(stage)));
  const behind = new Set(groups.flatMap(({ backgrounds }) => backgrounds.map(({ kind }) => kind)));
  const box = (name: string, x: number, y: number, fill?: string): string =>
    element('rect', { class: name, x, y, ...swatch, rx: 3, fill });
  return [
    ...colouredStages.map((stage) => ({
      shown: there.has(stage),
      text: statusText(stage, language),
      mark: (x: number, y: number) => element('g', { class: `bar is-${stage}` }, box('window', x, y)),
    })),
    {
      shown: bars.some(({ outageMinutes }) => outageMinutes > 0),
      text: timelineWord(language, 'outage'),
      mark: (x, y) => box('outage', x, y, 'url(#outage)'),
    },
    {
      shown: bars.some(({ conflicts }) => conflicts.length > 0),
      text: timelineWord(language, 'conflict'),
      mark: (x, y) => element('g', { class: 'bar conflict' }, box('reach', x, y)),
    },
    ...backgroundKinds.map((kind) => ({
      shown: behind.has(kind),
      text: timelineWord(language, kind),
      mark: (x: number, y: number) =>
        element('rect', { class: `back ${kind}`, x, y, ...swatch }) +
        edgeLine(kind, x, swatch.width, y, swatch.height, 1),
    })),
    {
      shown: bands.some(({ start, end }) => now >= start && now < end),
      text: timelineWord(language, 'now'),
      mark: (x, y) =>
        element('g', { class: 'now' }, element('line', { x1: x + 7, x2: x + 7, y1: y, y2: y + 12 })),
    },
  ];
}
