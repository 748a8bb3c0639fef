import { minutesText } from '../model/time/duration';
import { wallTime } from '../model/time/zoneClock';
import { type BarStyle, drawBar } from './drawBar';
import { type LaidRow, layOutBars, type Scale, xOf } from './layOutBars';
import { clipText, element, lineBetween, textAt, textWidth, xmlText } from './svgText';
import type { Background, TimelineGroup, TimelineRow } from './timeline';
import { timelineWord } from './timelineWords';

const ribbonHeight = 15;
const nameLine = 17;
const moreLine = 14;
const rowPadding = 3;

/** Drawn markup with its height and its number of rows. */
export interface Drawn {
  /** What is drawn behind the lines between days. */
  readonly back?: string;
  readonly svg: string;
  readonly height: number;
  readonly rows: number;
}

/** Draws the rows of a customer with their backgrounds. */
export function drawGroup(
  group: TimelineGroup,
  top: number,
  firstRow: number,
  zone: string,
  style: BarStyle,
): Drawn {
  const { scale, language } = style;
  const ribbon = group.backgrounds.some(({ name }) => name) ? ribbonHeight : 0;
  const customer = group.customer || timelineWord(language, 'noCustomer');
  const foreign = group.zone === zone ? '' : clockOf(group.zone, zone, scale.start);
  const head = nameLine + (foreign ? 12 : 0);
  let y = top + ribbon;
  const rows: string[] = [];
  group.rows.forEach((row, at) => {
    const laid = layOutBars(row.bars, scale, style.sizes, language);
    const extra = at === 0 ? Math.max(0, head - ribbon) : 0;
    // The first row holds the customer's name above its own.
    const least = at === 0 ? extra + 24 : 0;
    const height = Math.max(rowHeight(laid, row, style), least);
    rows.push(drawRow(row, laid, { y, height, extra, at, number: firstRow + at, customer }, style));
    y += height;
  });
  const height = Math.max(y - top, head + 20);
  const back = group.backgrounds.map((background) => drawBackground(background, top, height, scale));
  const svg = [
    ...(ribbon ? drawRibbon(group.backgrounds, top, scale) : []),
    lineBetween('edge', [0, scale.left + scale.width], [top, top]),
    nameAt(
      'customer',
      top + 15,
      13,
      `${customer} (${group.zone})`,
      clipText(customer, 13.5, scale.left - 20),
    ),
    foreign ? textAt('muted', 12, top + 27, 9.5, foreign) : '',
    ...rows,
  ].join('');
  return { svg, back: back.join(''), height, rows: group.rows.length };
}

/** A name in the column of names, with the whole of it as its title. */
function nameAt(className: string, y: number, size: number, title: string, name: string): string {
  const place = { class: className, x: 12, y, 'font-size': size };
  return element('text', place, element('title', {}, xmlText(title)), xmlText(name));
}

/** A customer's own clock beside that of the picture: `London −1 h`. */
function clockOf(own: string, zone: string, moment: number): string {
  const [there, here] = [wallTime(moment, own), wallTime(moment, zone)];
  const minutes = (there.day - here.day) * 1440 + there.minute - here.minute;
  const city = own.replace(/^.*\//, '').replaceAll('_', ' ');
  const sign = minutes < 0 ? '−' : '+';
  return minutes === 0 ? city : `${city} ${sign}${minutesText(Math.abs(minutes))}`;
}

function rowHeight(laid: LaidRow, row: TimelineRow, { sizes }: BarStyle): number {
  const lanes = laid.lanes * sizes.laneHeight;
  return Math.max(lanes, 20) + 2 * rowPadding + (laid.more + row.more > 0 ? moreLine : 0);
}

interface RowPlace {
  readonly y: number;
  readonly height: number;
  /** How far the customer's name reaches into its first row. */
  readonly extra: number;
  /** Its index among the customer's rows, and among all rows. */
  readonly at: number;
  readonly number: number;
  readonly customer: string;
}

function drawRow(row: TimelineRow, laid: LaidRow, place: RowPlace, style: BarStyle): string {
  const { language, scale, interactive } = style;
  const { y, height, extra, number, customer } = place;
  const environment = row.environment || timelineWord(language, 'noEnvironment');
  const base = Math.max(y + 17, y + extra + 14);
  const more = laid.more + row.more;
  const bars = laid.bars.map((bar) => drawBar(bar, number, y + rowPadding, style));
  const label = [customer, environment].join(', ');
  const group = interactive && bars.length > 0 ? { role: 'group', 'aria-label': label } : {};
  return element(
    'g',
    { class: 'row', ...group },
    place.at > 0 ? lineBetween('between', [scale.left, scale.left + scale.width], [y, y]) : '',
    nameAt('environment', base, 11.5, label, clipText(environment, 11.5, scale.left - 20)),
    ...bars,
    more > 0
      ? textAt('more', scale.left + 6, y + height - 5, 11, timelineWord(language, 'more', { count: more }))
      : '',
  );
}

function drawBackground(
  { kind, start, end, name }: Background,
  top: number,
  height: number,
  scale: Scale,
): string {
  const x = xOf(scale, start);
  const width = xOf(scale, end) - x;
  const title = name ? element('title', {}, xmlText(name)) : '';
  const line = edgeLine(kind, x, width, top, height);
  return element('rect', { class: `back ${kind}`, x, y: top, width, height }, title) + line;
}

/** The line of a background: above for freezes, below for maintenance windows, none for days off. */
export function edgeLine(
  kind: Background['kind'],
  x: number,
  width: number,
  top: number,
  height: number,
  inset = 1.5,
): string {
  if (kind === 'dayOff' || kind === 'holiday') return '';
  const y = kind === 'maintenance' ? top + height - inset : top + inset;
  return lineBetween(`${kind}-line`, [x, x + width], [y, y]);
}

/** Draws the names of freezes and holidays above the bars, where there is room. */
function drawRibbon(backgrounds: readonly Background[], top: number, scale: Scale): string[] {
  const named = backgrounds.filter(({ name }) => name);
  // Freezes have precedence over holidays.
  named.sort((a, b) => rank(a) - rank(b) || a.start - b.start);
  const taken: (readonly [number, number])[] = [];
  return named.map(({ kind, start, end, name = '' }) => {
    const left = xOf(scale, start) + 5;
    const text = clipText(name, 10, xOf(scale, end) - left - 3);
    const right = left + textWidth(text, 10) + 6;
    const tooShort = text === '' || (text.endsWith('…') && text.length < 7);
    if (tooShort || taken.some(([from, to]) => left < to && right > from)) return '';
    taken.push([left, right]);
    return textAt(`ribbon ${kind}-name`, left, top + 12, 10, text);
  });
}

function rank({ kind }: Background): number {
  return kind === 'holiday' ? 1 : 0;
}
