import { fillIn, type Language, type Localized } from '../../model/text/localized';
import { checkReport } from '../checkReport';
import { summaryWords } from '../summaryWords';
import type { FileToldFinding } from '../toldFinding';
import type { ReportFormat } from './reportFormat';

/** A summary of a run holds a megabyte; above that GitHub drops all of it. */
const mostCharacters = 900_000;

const texts = {
  title: { en: 'Changebook', es: 'Changebook' },
  clean: {
    en: 'Nothing to report: {records} in {files}.',
    es: 'Nada que señalar: {records} en {files}.',
  },
  summary: {
    en: '**{errors}, {warnings}**, {infos} in {records}.',
    es: '**{errors}, {warnings}**, {infos} en {records}.',
  },
  older: { en: 'Already there before this change', es: 'Ya estaban antes de este cambio' },
  cut: {
    en: '{count} more; `changebook check` lists them all.',
    es: '{count} más; `changebook check` los muestra todos.',
  },
} satisfies { [name: string]: Localized };

const icons = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/**
 * A summary to be read in a browser: for `$GITHUB_STEP_SUMMARY`, or for one comment that is replaced each time, which
 * its first line is found by. It names no moment, so it changes only when what was found does.
 */
export const markdownFormat: ReportFormat = {
  render(source) {
    const { findings, language } = source;
    const { summary } = checkReport(findings, source, language);
    const figures = summaryWords(summary, language);
    const parts = ['<!-- changebook-report -->', `## ${texts.title[language]}`];
    parts.push(fillIn(texts[findings.length === 0 ? 'clean' : 'summary'][language], figures));
    const [own, older] = [findings.filter((found) => !found.older), findings.filter((found) => found.older)];
    if (own.length > 0) parts.push(findingLines(own, language).trimEnd());
    if (older.length > 0) {
      const head = `<summary>${texts.older[language]} (${older.length})</summary>`;
      parts.push(`<details>${head}`, findingLines(older, language).trimEnd(), '</details>');
    }
    return `${parts.join('\n\n')}\n`;
  },
};

/** Findings as a list in markdown, by file. */
export function findingLines(findings: readonly FileToldFinding[], language: Language): string {
  let text = '';
  let last: string | undefined;
  for (const [index, { file, finding }] of findings.entries()) {
    const { line, column } = finding.range.start;
    const heading = file === last ? '' : `${last === undefined ? '' : '\n'}**${code(file)}**\n\n`;
    const place = `${line + 1}:${column + 1}`;
    const row = `- ${icons[finding.severity]} ${place} ${plain(finding.message[language])} ${code(finding.rule)}\n`;
    if (text.length + heading.length + row.length > mostCharacters)
      return `${text}\n${fillIn(texts.cut[language], { count: findings.length - index })}\n`;
    text += heading + row;
    last = file;
  }
  return text;
}

/** What steers a reader rather than being read. */
const steering = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Text of a record that stays text: no markup, no link, no mention of anybody, no reference to an issue. The last
 * three are looked for in what is shown, where no escape is left, so an invisible space comes between.
 */
function plain(text: string): string {
  return text
    .replace(steering, ' ')
    .replace(/[\\`*[\]<>&|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/@|#(?=\d)|\bwww(?=\.)|:(?=\/\/)/gi, '$&\u200b');
}

/** The same between backticks, more of them than it holds in a row. */
function code(text: string): string {
  const shown = text.replace(steering, ' ');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
