import { localText } from '../model/time/localText';
import { drawBand } from './drawBand';
import { drawLegend } from './drawLegend';
import { element, lineBetween, textAt, xmlText } from './svgText';
import type { Timeline } from './timeline';
import { mostDaysTogether } from './timelineDays';
import { printPalette, timelineStyle } from './timelineStyle';
import { rangeText, timelineWord } from './timelineWords';

/** In a narrower picture, days could not be told apart: those of a week, and those of a month. */
const narrowest = { week: 190, month: 560 };
const widest = 4000;
const printWidth = 1240;
const margin = 24;
const between = 18;

/**
 * Draws a timeline for an editor. The colours come from a style sheet around it. Bars can be focused, and `data-bar`
 * names their records.
 *
 * @param width in pixels
 * @returns the text of an SVG
 */
export function drawForEditor(timeline: Timeline, width: number): string {
  const least = timeline.last - timeline.first < mostDaysTogether ? narrowest.week : narrowest.month;
  const inner = Math.min(Math.max(Math.floor(width), least), widest);
  const { svg, height } = drawParts(timeline, 0, inner, true);
  const size = { width: inner, height: height + 2, viewBox: `0 0 ${inner} ${height + 2}` };
  const names = { role: 'group', 'aria-label': titleOf(timeline) };
  return element('svg', { xmlns, class: 'timeline', ...size, ...names }, definitions(), svg);
}

/**
 * Draws a timeline for print: an SVG file with its own colours and heading.
 *
 * @returns the text of the file
 */
export function drawForPrint(timeline: Timeline): string {
  const { language, zone, now } = timeline;
  const { svg, height } = drawParts(timeline, 64, printWidth, false);
  const [width, whole] = [printWidth + 2 * margin, height + 64 + 2 * margin];
  const facts = [
    rangeText(timeline, language),
    timelineWord(language, 'times', { zone }),
    timelineWord(language, 'asOf', { now: localText(now, zone) }),
  ];
  const picture = element(
    'svg',
    { xmlns, class: 'timeline', role: 'img', width, height: whole, viewBox: `0 0 ${width} ${whole}` },
    element('title', {}, xmlText(titleOf(timeline))),
    element('style', {}, timelineStyle(printPalette)),
    definitions(),
    element('rect', { class: 'paper', width, height: whole }),
    element(
      'g',
      { transform: `translate(${margin} ${margin})` },
      textAt('title', 2, 22, 23, timelineWord(language, 'title')),
      textAt('muted', 3, 44, 13, facts.join(' · ')),
      svg,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture}\n`;
}

const xmlns = 'http://www.w3.org/2000/svg';

function titleOf(timeline: Timeline): string {
  return `${timelineWord(timeline.language, 'title')}, ${rangeText(timeline, timeline.language)}`;
}

function drawParts(
  timeline: Timeline,
  top: number,
  width: number,
  interactive: boolean,
): { svg: string; height: number } {
  let [y, row] = [top, 0];
  const bands = timeline.bands.map((band) => {
    const drawn = drawBand(timeline, band, y, width, row, interactive);
    y += drawn.height + between;
    row += drawn.rows;
    return drawn.svg;
  });
  const legend = drawLegend(timeline, y - between + 8, width);
  return { svg: [...bands, legend.svg].join('\n'), height: y - between + 8 + legend.height - top };
}

/** The hatching of outages. */
function definitions(): string {
  const tile = { id: 'outage', width: 5, height: 5, patternUnits: 'userSpaceOnUse' };
  return element(
    'defs',
    {},
    element(
      'pattern',
      { ...tile, patternTransform: 'rotate(45)' },
      element('rect', { class: 'gaps', width: 5, height: 5 }),
      lineBetween('hatch', [1, 1], [0, 5]),
    ),
  );
}
