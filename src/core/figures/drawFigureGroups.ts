import type { Language } from '../model/text/localized';
import { clipText, element, lineBetween, textAt } from '../timeline/svgText';
import type { DrawnPart } from './drawnPart';
import type { FigureGroup, FiguresReport } from './figuresReport';
import { figuresWord, groupingTitle, groupName, noValue, timeText } from './figuresText';
import { tableNote } from './figureTable';

/** A picture of more is a list. */
const mostGroups = 24;
const rowHeight = 24;
const nameWidth = 210;
const barWidth = 250;
const timeAt = 540;
/** Room for two times such as `23 h 59 min`. */
const timesWidth = 170;

/** Draws a line a group: how many deployments, how many of them failed, and how long they took from the request. */
export function drawFigureGroups(
  report: FiguresReport,
  language: Language,
  top: number,
  width: number,
): DrawnPart {
  const { groupedBy, groups = [] } = report;
  if (!groupedBy || groups.length === 0) return { svg: '', height: 0 };
  // Of months the last ones, of others the largest.
  const shown = groupedBy === 'month' ? groups.slice(-mostGroups) : groups.slice(0, mostGroups);
  const mostDeployments = Math.max(...shown.map(({ deployments }) => deployments), 1);
  const longest = Math.max(...shown.map(({ spans }) => spans.askedToDeployed.p90 ?? 0), 1);
  const parts = [
    textAt('section', 0, top + 14, 16, groupingTitle(groupedBy, language)),
    textAt('muted', nameWidth, top + 40, 12, figuresWord(language, 'barsMean')),
    textAt('muted', timeAt, top + 40, 12, figuresWord(language, 'reachMeans')),
  ];
  let y = top + 52;
  for (const group of shown) {
    parts.push(drawRow(group, y, language, { mostDeployments, longest, width }));
    y += rowHeight;
  }
  const more = groups.length - shown.length;
  const notes = [more > 0 ? figuresWord(language, 'more', { count: more }) : '', tableNote(report, language)];
  for (const note of notes.filter(Boolean)) {
    parts.push(textAt('muted', 0, y + 16, 12, note));
    y += 20;
  }
  return { svg: parts.join('\n'), height: y - top + 12 };
}

interface Scale {
  readonly mostDeployments: number;
  readonly longest: number;
  readonly width: number;
}

function drawRow(group: FigureGroup, y: number, language: Language, scale: Scale): string {
  const { deployments, shares, spans } = group;
  const { mostDeployments, longest, width } = scale;
  const bad = shares.failed.count;
  const unit = barWidth / mostDeployments;
  const base = y + 16;
  const { median, p90, count } = spans.askedToDeployed;
  const timeWidth = width - timeAt - timesWidth - 16;
  const placeOf = (minutes: number): number => timeAt + 4 + (minutes / longest) * timeWidth;
  const text = count === 0 ? noValue : `${timeText(median, language)} / ${timeText(p90, language)}`;
  const told = bad > 0 ? `${deployments} (${bad})` : String(deployments);
  return [
    lineBetween('line', [0, width], [y, y]),
    textAt('name', 0, base, 13, clipText(groupName(group, language), 13, nameWidth - 12)),
    element('rect', { class: 'went', x: nameWidth, y: y + 6, width: (deployments - bad) * unit, height: 12 }),
    element('rect', {
      ...{ class: 'failed', x: nameWidth + (deployments - bad) * unit, y: y + 6, width: bad * unit },
      height: 12,
    }),
    textAt('count', nameWidth + deployments * unit + 6, base, 12, told),
    median === null || p90 === null
      ? ''
      : lineBetween('reach', [placeOf(median), placeOf(p90)], [y + 12, y + 12]) +
        element('circle', { class: 'middle', cx: placeOf(median), cy: y + 12, r: 5 }),
    textAt('muted', width - timesWidth, base, 12, clipText(text, 12, timesWidth)),
  ].join('');
}
