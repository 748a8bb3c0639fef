import type { Language } from '../model/text/localized';
import { clipText, element, textAt, xmlText } from '../timeline/svgText';
import { drawFigureGroups } from './drawFigureGroups';
import { drawFigureTiles } from './drawFigureTiles';
import type { FiguresReport } from './figuresReport';
import { figuresStyle, type Shade } from './figuresStyle';
import { figuresWord, frequencyText, missingTexts, periodText } from './figuresText';

const width = 960;
const margin = 24;

/**
 * Draws the figures as a picture: an SVG file with a title and a description for those who do not see it.
 *
 * @param shade how the page around it looks, which has the title already; without it the picture is a file by itself, and goes
 *   by what its reader likes
 * @returns the text of the file
 */
export function drawFigures(report: FiguresReport, language: Language, shade?: Shade): string {
  const { total } = report;
  const title = figuresWord(language, 'title');
  const facts = periodText(report, language);
  const missing = missingTexts(report, language).map((text) => text.replaceAll('`', ''));
  const inner = width - 2 * margin;
  const parts: string[] = [];
  let y = shade ? 12 : 48;
  if (!shade) parts.push(textAt('title', 0, 26, 23, title));
  parts.push(textAt('muted', 0, y, 13, clipText(facts, 13, inner)));
  y += 32;
  if (total.deployments > 0) {
    parts.push(textAt('section', 0, y, 16, clipText(frequencyText(total, language), 16, inner)));
    y += 22;
  }
  for (const text of missing) {
    for (const line of wrapped(text, 13, inner)) {
      parts.push(textAt('muted', 0, y, 13, line));
      y += 18;
    }
  }
  if (total.deployments > 0) {
    for (const draw of [drawFigureTiles, drawFigureGroups]) {
      const { svg, height } = draw(report, language, y + 4, inner);
      parts.push(svg);
      y += height;
    }
  }
  const height = y + 2 * margin - 8;
  const summary = [facts, total.deployments > 0 ? frequencyText(total, language) : '', ...missing];
  const picture = element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'figures', role: 'img', width, height },
      viewBox: `0 0 ${width} ${height}`,
      'aria-labelledby': 'figures-title figures-about',
    },
    element('title', { id: 'figures-title' }, xmlText(title)),
    element('desc', { id: 'figures-about' }, xmlText(summary.filter(Boolean).join(' '), 2000)),
    element('style', {}, figuresStyle(shade)),
    element('rect', { class: 'paper', width, height }),
    element('g', { transform: `translate(${margin} ${margin})` }, parts.join('\n')),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture}\n`;
}

/** A text in lines of a width. */
function wrapped(text: string, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && clipText(longer, size, most) !== longer) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, clipText(line, size, most)];
}
