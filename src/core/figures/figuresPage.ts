import type { Language } from '../model/text/localized';
import { drawFigures } from './drawFigures';
import { figuresMarkdown } from './figuresMarkdown';
import type { FiguresReport } from './figuresReport';
import type { Shade } from './figuresStyle';
import { figuresWord, frequencyText } from './figuresText';

/**
 * The figures as a markdown page that begins with their picture. All that the picture says stands below it as text.
 *
 * @param shade how the page around the picture looks
 */
export function figuresPage(report: FiguresReport, language: Language, shade: Shade): string {
  const page = figuresMarkdown(report, language);
  if (report.total.deployments === 0) return page;
  const picture = btoa(asBytes(drawFigures(report, language, shade)));
  const about = `${figuresWord(language, 'title')}: ${frequencyText(report.total, language)}`;
  const [title = '', ...rest] = page.split('\n\n');
  return [title, `![${about}](data:image/svg+xml;base64,${picture})`, ...rest].join('\n\n');
}

/** A text as one character a byte of UTF-8, which is what base 64 is made of. */
function asBytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
