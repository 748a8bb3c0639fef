import { clockText } from '../model/time/localText';
import { momentAt, wallTime, weekdayOf } from '../model/time/zoneClock';
import { dayNumber } from '../model/vocabulary/dateNames';
import type { BarStyle } from './drawBar';
import { type Drawn, drawGroup } from './drawGroup';
import { monthSizes, type Scale, weekSizes, xOf } from './layOutBars';
import { clipText, element, lineBetween, textAt, textWidth, xmlText } from './svgText';
import type { Timeline, TimelineBand } from './timeline';
import { mostDaysTogether, weekNumber } from './timelineDays';
import { monthText, shortMonth, timelineWord, weekdayText } from './timelineWords';

const headHeight = 44;
const hours = [6, 12, 18];
/** Width of the column in which customers and environments stand: at most so much, and so large a share of the picture. */
const [namesWidth, namesShare] = [150, 0.2];
const leastNames = 74;
/** A day narrower than the first shows no hours; than the second, one letter for its name. */
const [hoursDay, namedDay] = [70, 46];

/** A band while it is drawn. */
interface BandPicture {
  readonly timeline: Timeline;
  readonly band: TimelineBand;
  readonly scale: Scale;
  /** Whether these are a few days, each with its name, and with two lines for each change. */
  readonly isWeek: boolean;
  /** How wide a day is. */
  readonly dayWidth: number;
  readonly top: number;
  readonly bottom: number;
}

/** Draws days side by side: the head, the rows of each customer, and the current time. */
export function drawBand(
  timeline: Timeline,
  band: TimelineBand,
  top: number,
  width: number,
  firstRow: number,
  interactive: boolean,
): Drawn {
  const left = Math.max(leastNames, Math.min(namesWidth, Math.round(width * namesShare)));
  const scale: Scale = { start: band.start, end: band.end, left, width: width - left };
  const days = band.last - band.first + 1;
  const isWeek = days <= mostDaysTogether;
  const dayWidth = scale.width / days;
  const { language, zone } = timeline;
  const style: BarStyle = { scale, language, interactive, sizes: isWeek ? weekSizes : monthSizes };
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
    return textAt('muted', left + 12, y - 15, 12, timelineWord(language, id, { count }));
  };
  const below = [
    band.groups.length === 0 ? text('nothing') : '',
    band.more > 0 ? text('morePlaces', band.more) : '',
  ];
  const frame = { class: 'frame', x: 0.5, y: top + 0.5, width: width - 1, height: y - top - 1, rx: 6 };
  const picture: BandPicture = { timeline, band, scale, isWeek, dayWidth, top, bottom: y };
  const svg = [
    element('rect', { ...frame, class: 'sheet' }),
    ...groups.map(({ back = '' }) => back),
    drawGrid(picture),
    ...groups.map(({ svg: front }) => front),
    ...below,
    drawHead(picture),
    drawNow(picture),
    element('rect', frame),
  ].join('');
  return { svg, height: y - top, rows: row - firstRow };
}

function daysOf({ first, last }: TimelineBand): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function drawGrid({ timeline: { zone }, band, scale, dayWidth, top, bottom }: BandPicture): string {
  const lines = daysOf(band).flatMap((day) => {
    const x = xOf(scale, momentAt(day, 0, zone));
    const edge = weekdayOf(day) === 0 || day === band.first ? 'day week' : 'day';
    const within = (dayWidth >= hoursDay ? hours : []).map((hour) => {
      const at = xOf(scale, momentAt(day, hour * 60, zone));
      return lineBetween('hour', [at, at], [top + headHeight, bottom]);
    });
    return [lineBetween(edge, [x, x], [top, bottom]), ...within];
  });
  return lines.join('');
}

function drawHead(picture: BandPicture): string {
  const { timeline, band, isWeek, dayWidth, scale, top } = picture;
  const { language, zone, now } = timeline;
  const today = wallTime(now, zone).day;
  const corner = isWeek
    ? timelineWord(language, 'week', { number: weekNumber(band.first) })
    : monthText(band.first, language);
  const drawDay = isWeek && dayWidth >= namedDay ? drawWideDay : drawNarrowDay;
  return [
    textAt('corner', 12, top + 19, 13, clipText(corner, 13, scale.left - 14)),
    textAt('muted', 12, top + 34, 10, clipText(zone, 10, scale.left - 14)),
    ...daysOf(band).map((day) => drawDay(day, day === today ? 'date today' : 'date', picture)),
  ].join('');
}

/** A day with its name and, where there is room, its month where that is new, and its hours. */
function drawWideDay(day: number, className: string, picture: BandPicture): string {
  const { timeline, band, scale, dayWidth, top } = picture;
  const { language, zone } = timeline;
  const isNew = dayWidth >= hoursDay && (day === band.first || dayNumber(day) === 1);
  const month = isNew ? ` ${shortMonth(day, language)}` : '';
  const name = `${weekdayText(day, language)} ${dayNumber(day)}${month}`;
  const clocks = (dayWidth >= hoursDay ? hours : []).map((hour) => {
    const x = xOf(scale, momentAt(day, hour * 60, zone));
    const at = { class: 'clock', x, y: top + 37, 'font-size': 9, 'text-anchor': 'middle' };
    return element('text', at, clockText(hour * 60).slice(0, 2));
  });
  const indent = dayWidth >= hoursDay ? 8 : 4;
  return [
    textAt(className, xOf(scale, momentAt(day, 0, zone)) + indent, top + 19, 12.5, name),
    ...clocks,
  ].join('');
}

/** A day with one letter and its number. */
function drawNarrowDay(day: number, className: string, { timeline, scale, top }: BandPicture): string {
  const { language, zone } = timeline;
  const [left, right] = [day, day + 1].map((at) => xOf(scale, momentAt(at, 0, zone)));
  const middle = { x: ((left ?? 0) + (right ?? 0)) / 2, 'text-anchor': 'middle' };
  const letter = weekdayText(day, language).slice(0, 1).toUpperCase();
  const number = { ...middle, class: className, y: top + 30, 'font-size': 12 };
  return (
    element('text', { ...middle, class: 'clock', y: top + 14, 'font-size': 10 }, xmlText(letter)) +
    element('text', number, String(dayNumber(day)))
  );
}

/** Now as a line, with the hour above it. */
function drawNow({ timeline: { now, zone, language }, band, scale, top, bottom }: BandPicture): string {
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
