import type { Language } from '../model/text/localized';
import { clipText, element, textAt } from '../timeline/svgText';
import type { DrawnPart } from './drawnPart';
import type { ShareName, SpanName } from './figureNames';
import type { FiguresReport } from './figuresReport';
import { type FigureLine, figuresWord, shareLine, spanLine } from './figuresText';

/** What is drawn large, row by row. */
const tiles: readonly (SpanName | ShareName)[] = [
  ...(['askedToDeployed', 'approvedToDeployed', 'failed', 'restore'] as const),
  ...(['withinWindow', 'endDelay', 'emergency', 'standard'] as const),
  ...(['waived', 'startNotice', 'usersNotice', 'delayNotice'] as const),
];
const perRow = 4;
const gap = 12;
const high = 92;

/** Draws the figures that people look for first, each in a field of its own. */
export function drawFigureTiles(
  { total }: FiguresReport,
  language: Language,
  top: number,
  width: number,
): DrawnPart {
  const wide = (width - (perRow - 1) * gap) / perRow;
  const drawn = tiles.map((name, at) => {
    const [x, y] = [(at % perRow) * (wide + gap), top + Math.floor(at / perRow) * (high + gap)];
    const isSpan = name in total.spans;
    const line = isSpan
      ? spanLine(total, name as SpanName, language)
      : shareLine(total, name as ShareName, language);
    const clip = (text: string, size: number): string => clipText(text, size, wide - 24);
    const below = line.of === 0 ? figuresWord(language, 'nothing') : belowText(line, isSpan, language);
    return element(
      'g',
      { transform: `translate(${x} ${y})` },
      element('rect', { class: 'tile', x: 0.5, y: 0.5, width: wide - 1, height: high - 1, rx: 6 }),
      textAt('muted', 12, 24, 13, clip(line.title, 13)),
      textAt('value', 12, 54, 24, clip(line.value, 24)),
      textAt('muted', 12, 77, 12, clip(below, 12)),
    );
  });
  return { svg: drawn.join('\n'), height: Math.ceil(tiles.length / perRow) * (high + gap) + 20 };
}

function belowText({ second, of }: FigureLine, isSpan: boolean, language: Language): string {
  if (!isSpan) return figuresWord(language, 'countOf', { count: second.replace(/ .*/, ''), all: of });
  return `${figuresWord(language, 'nineInTen', { time: second })} · ${figuresWord(language, 'ofCount', { count: of })}`;
}
