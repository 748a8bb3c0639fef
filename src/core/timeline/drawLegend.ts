import { colourOf } from './drawBar';
import type { Drawn } from './drawGroup';
import { element, textWidth, xmlText } from './svgText';
import type { BackgroundKind, Timeline, TimelineBar } from './timeline';
import { statusText, timelineWord } from './timelineWords';

const lineHeight = 22;
const swatch = 14;
/** In workflow order. */
const stages = [
  'to_do',
  'in_progress',
  'to_be_reviewed',
  'to_be_released',
  'releasing',
  'in_testing',
  'done',
  'on_hold',
];
const kinds: readonly BackgroundKind[] = ['maintenance', 'freeze', 'softFreeze', 'holiday', 'dayOff'];

/** What the colours mean, of those that are there. */
export function drawLegend(timeline: Timeline, top: number, width: number): Drawn {
  const entries = entriesOf(timeline);
  let [x, y] = [4, top];
  const drawn = entries.map(({ mark, text }) => {
    const needed = swatch + 6 + textWidth(text, 11) + 12;
    if (x + needed > width && x > 4) [x, y] = [4, y + lineHeight];
    const left = x;
    x += needed;
    return element(
      'g',
      { class: 'entry' },
      mark(left, y + 4),
      element('text', { class: 'muted', x: left + swatch + 6, y: y + 15, 'font-size': 11 }, xmlText(text)),
    );
  });
  return { svg: drawn.join(''), height: entries.length > 0 ? y + lineHeight - top : 0, rows: 0 };
}

interface Entry {
  readonly text: string;
  readonly mark: (x: number, y: number) => string;
}

function entriesOf({ bands, language, now }: Timeline): Entry[] {
  const groups = bands.flatMap((band) => band.groups);
  const bars = groups.flatMap(({ rows }) => rows.flatMap((row) => row.bars));
  const there = new Set(bars.map(({ stage }) => colourOf(stage)));
  const behind = new Set(groups.flatMap(({ backgrounds }) => backgrounds.map(({ kind }) => kind)));
  const any = (test: (bar: TimelineBar) => boolean): boolean => bars.some(test);
  const box = { width: swatch, height: 12, rx: 3 };
  return [
    ...stages
      .filter((stage) => there.has(stage))
      .map((stage) => ({
        text: statusText(stage, language),
        mark: (x: number, y: number) =>
          element('g', { class: `bar is-${stage}` }, element('rect', { class: 'window', x, y, ...box })),
      })),
    ...(any(({ outageMinutes }) => outageMinutes > 0)
      ? [
          {
            text: timelineWord(language, 'outage'),
            mark: (x: number, y: number) =>
              element('rect', { class: 'outage', x, y, ...box, fill: 'url(#outage)' }),
          },
        ]
      : []),
    ...(any(({ conflicts }) => conflicts.length > 0)
      ? [
          {
            text: timelineWord(language, 'conflict'),
            mark: (x: number, y: number) =>
              element('g', { class: 'bar conflict' }, element('rect', { class: 'reach', x, y, ...box })),
          },
        ]
      : []),
    ...kinds
      .filter((kind) => behind.has(kind))
      .map((kind) => ({ text: timelineWord(language, kind), mark: backgroundMark(kind) })),
    ...(bands.some(({ start, end }) => now >= start && now < end)
      ? [
          {
            text: timelineWord(language, 'now'),
            mark: (x: number, y: number) =>
              element('g', { class: 'now' }, element('line', { x1: x + 7, x2: x + 7, y1: y, y2: y + 12 })),
          },
        ]
      : []),
  ];
}

function backgroundMark(kind: BackgroundKind): (x: number, y: number) => string {
  return (x, y) => {
    const line = kind === 'maintenance' ? y + 11 : y + 1;
    const lined = kind !== 'dayOff' && kind !== 'holiday';
    return (
      element('rect', { class: `back ${kind}`, x, y, width: swatch, height: 12 }) +
      (lined ? element('line', { class: `${kind}-line`, x1: x, x2: x + swatch, y1: line, y2: line }) : '')
    );
  };
}
