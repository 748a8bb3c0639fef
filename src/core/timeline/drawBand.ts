import { clockText } from '../model/time/localText';
import { momentAt, wallTime, weekdayOf } from '../model/time/zoneClock';
import type { BarStyle } from './drawBar';
import { type Drawn, drawGroup, namesWidth } from './drawGroup';
import { monthSizes, type Scale, weekSizes, xOf } from './layOutBars';
import { element, textWidth, xmlText } from './svgText';
import type { Timeline, TimelineBand } from './timeline';
import { weekNumber } from './timelineDays';
import { dayNumber, monthText, shortMonth, timelineWord, weekdayText } from './timelineWords';

const headHeight = 44;
const hours = [6, 12, 18];
/** A day narrower than this shows no hours and one line for each change. */
const detailedDay = 70;

/** Some days side by side: their head, the rows of every customer, and now. */
export function drawBand(
  timeline: Timeline,
  band: TimelineBand,
  top: number,
  width: number,
  firstRow: number,
  interactive: boolean,
): Drawn {
  const scale: Scale = { start: band.start, end: band.end, left: namesWidth, width: width - namesWidth };
  const days = band.last - band.first + 1;
  const detailed = scale.width / days >= detailedDay;
  const { language, zone } = timeline;
  const style: BarStyle = { scale, language, interactive, sizes: detailed ? weekSizes : monthSizes };
  let y = top + headHeight;
  let row = firstRow;
  const groups = band.groups.map((group) => {
    const drawn = drawGroup(group, y, row, zone, style);
    y += drawn.height;
    row += drawn.rows;
    return drawn;
  });
  const text = (id: 'nothing' | 'morePlaces', count = 0): string => {
    y += 40;
    const at = { class: 'muted', x: namesWidth + 12, y: y - 15, 'font-size': 12 };
    return element('text', at, xmlText(timelineWord(language, id, { count })));
  };
  const below = [
    band.groups.length === 0 ? text('nothing') : '',
    band.more > 0 ? text('morePlaces', band.more) : '',
  ];
  const frame = { class: 'frame', x: 0.5, y: top + 0.5, width: width - 1, height: y - top - 1, rx: 6 };
  const svg = [
    element('rect', { ...frame, class: 'sheet' }),
    ...groups.map(({ back = '' }) => back),
    drawGrid(timeline, band, scale, detailed, top, y),
    ...groups.map(({ svg: front }) => front),
    ...below,
    drawHead(timeline, band, scale, detailed, top),
    drawNow(timeline, band, scale, top, y),
    element('rect', frame),
  ].join('');
  return { svg, height: y - top, rows: row - firstRow };
}

function drawGrid(
  { zone }: Timeline,
  band: TimelineBand,
  scale: Scale,
  detailed: boolean,
  top: number,
  bottom: number,
): string {
  const lines: string[] = [];
  for (let day = band.first; day <= band.last; day++) {
    const x = xOf(scale, momentAt(day, 0, zone));
    const edge = weekdayOf(day) === 0 || day === band.first ? 'day week' : 'day';
    lines.push(element('line', { class: edge, x1: x, x2: x, y1: top, y2: bottom }));
    for (const hour of detailed ? hours : []) {
      const at = xOf(scale, momentAt(day, hour * 60, zone));
      lines.push(element('line', { class: 'hour', x1: at, x2: at, y1: top + headHeight, y2: bottom }));
    }
  }
  return lines.join('');
}

function drawHead(
  timeline: Timeline,
  band: TimelineBand,
  scale: Scale,
  detailed: boolean,
  top: number,
): string {
  const { language, zone, now } = timeline;
  const today = wallTime(now, zone).day;
  const corner = detailed
    ? timelineWord(language, 'week', { number: weekNumber(band.first) })
    : monthText(band.first, language);
  const parts = [
    element('text', { class: 'corner', x: 12, y: top + 19, 'font-size': 13 }, xmlText(corner)),
    element('text', { class: 'muted', x: 12, y: top + 34, 'font-size': 10 }, xmlText(zone)),
  ];
  for (let day = band.first; day <= band.last; day++) {
    const left = xOf(scale, momentAt(day, 0, zone));
    const right = xOf(scale, momentAt(day + 1, 0, zone));
    const month = day === band.first || dayNumber(day) === 1 ? ` ${shortMonth(day, language)}` : '';
    const name = `${weekdayText(day, language)} ${dayNumber(day)}${month}`;
    const classes = `date${day === today ? ' today' : ''}`;
    if (detailed) {
      parts.push(
        element('text', { class: classes, x: left + 8, y: top + 19, 'font-size': 12.5 }, xmlText(name)),
      );
      for (const hour of hours) {
        const x = xOf(scale, momentAt(day, hour * 60, zone));
        const at = { class: 'clock', x, y: top + 37, 'font-size': 9, 'text-anchor': 'middle' };
        parts.push(element('text', at, clockText(hour * 60).slice(0, 2)));
      }
      continue;
    }
    const middle = { x: (left + right) / 2, 'text-anchor': 'middle' };
    const letter = weekdayText(day, language).slice(0, 1).toUpperCase();
    parts.push(element('text', { ...middle, class: 'clock', y: top + 14, 'font-size': 10 }, xmlText(letter)));
    const number = { ...middle, class: classes, y: top + 30, 'font-size': 12 };
    parts.push(element('text', number, String(dayNumber(day))));
  }
  return parts.join('');
}

/** Now as a line, with the hour above it. */
function drawNow(
  { now, zone, language }: Timeline,
  band: TimelineBand,
  scale: Scale,
  top: number,
  bottom: number,
): string {
  if (now < band.start || now >= band.end) return '';
  const x = xOf(scale, now);
  const clock = clockText(wallTime(now, zone).minute);
  const width = textWidth(clock, 10) + 10;
  const left = Math.min(Math.max(x - width / 2, scale.left), scale.left + scale.width - width);
  const y = top + headHeight - 3;
  return element(
    'g',
    { class: 'now' },
    element('title', {}, xmlText(`${timelineWord(language, 'now')}, ${clock}`)),
    element('line', { x1: x, x2: x, y1: y + 7, y2: bottom }),
    element('rect', { x: left, y: y - 7, width, height: 15, rx: 7.5 }),
    element('text', { x: left + width / 2, y: y + 4, 'font-size': 10, 'text-anchor': 'middle' }, clock),
  );
}
