import type { Language } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { minutesText } from '../model/time/duration';
import type { LaidBar, Scale, Sizes } from './layOutBars';
import { element, textAt, xmlText } from './svgText';
import type { TimelineBar } from './timeline';
import { statusText, timelineWord, windowText } from './timelineWords';

/** Stages that have a colour of their own, in the order of the workflow. */
export const colouredStages: readonly string[] = [
  'to_do',
  'in_progress',
  'to_be_reviewed',
  'to_be_released',
  'releasing',
  'in_testing',
  'done',
  'on_hold',
];

/** The stage whose colour a stage has: any other one looks like work that has not begun. */
export function colourOf(stage: string): string {
  return colouredStages.includes(stage) ? stage : 'to_do';
}

/** How a bar is drawn. */
export interface BarStyle {
  readonly sizes: Sizes;
  readonly scale: Scale;
  readonly language: Language;
  /** Whether bars can be focused and opened. */
  readonly interactive: boolean;
}

/** A change's window in one sentence, in the customer's time zone. */
function barText(bar: TimelineBar, language: Language): string {
  const duration = minutesText(bar.outageMinutes);
  const outage = bar.outageMinutes > 0 ? [timelineWord(language, 'outageOf', { duration })] : [];
  const overdue = bar.overdue ? [timelineWord(language, 'isOverdue')] : [];
  const ids = bar.conflicts.map((id) => oneLineValue(id, 60)).join(', ');
  const conflict = ids ? [timelineWord(language, 'conflictWith', { ids })] : [];
  const window = `${windowText(bar.start, bar.end, bar.zone, language)} (${bar.zone})`;
  const name = `${oneLineValue(bar.id, 60)} ${oneLineValue(bar.title, 200)}`.trim();
  const status = statusText(bar.status, language);
  return [name, status, window, ...outage, ...overdue, ...conflict].join(', ');
}

/** Draws a window: its outline, the bar with the outage hatched, and its label. */
export function drawBar(laid: LaidBar, row: number, top: number, style: BarStyle): string {
  const { bar, barLeft: x, barWidth: width, outage, left, right, inside } = laid;
  const { sizes, language, interactive } = style;
  const y = top + laid.lane * sizes.laneHeight + (sizes.laneHeight - sizes.barHeight) / 2;
  const height = sizes.barHeight;
  const text = barText(bar, language);
  const acts = interactive
    ? {
        role: 'button',
        tabindex: -1,
        'aria-label': text,
        'data-bar': bar.key,
        'data-row': row,
        'data-start': bar.start,
      }
    : {};
  const box = { x, y, width, height, rx: 3 };
  const hatched = { ...box, class: 'outage', width: outage, fill: 'url(#outage)' };
  // The label is outside of the button: it may be cut short, so it is not the button's name.
  return element(
    'g',
    { class: classesOf(laid) },
    element(
      'g',
      acts,
      element('title', {}, xmlText(text, 800)),
      element('rect', { class: 'reach', x: left, y: y - 3, width: right - left, height: height + 6, rx: 5 }),
      element('rect', { ...box, class: 'window' }),
      inside ? element('rect', { ...box, class: 'stripe', width: 4, rx: 2 }) : '',
      outage > 0 ? element('rect', hatched) : '',
    ),
    drawLabel(laid, y, sizes),
  );
}

function classesOf({ bar, inside }: LaidBar): string {
  return [
    `bar is-${colourOf(bar.stage)}`,
    ...(bar.conflicts.length > 0 ? ['conflict'] : []),
    ...(bar.overdue ? ['overdue'] : []),
    ...(inside ? ['long'] : []),
  ].join(' ');
}

/** Two lines beside a bar, clipped to their box, because the real width of the text is not known here. */
function drawLabel({ labelLeft, labelWidth, name, when }: LaidBar, y: number, sizes: Sizes): string {
  if (labelWidth < 8) return '';
  const { barHeight, nameSize, whenSize } = sizes;
  const base = whenSize ? nameSize : (barHeight + nameSize * 0.72) / 2;
  const lines = [textAt('name', 0, base, nameSize, name)];
  if (whenSize) lines.push(textAt('when', 0, barHeight - 3, whenSize, when));
  const box = { x: labelLeft, y, width: labelWidth + 2, height: barHeight };
  return element('svg', { ...box, class: 'label', 'aria-hidden': 'true' }, ...lines);
}
