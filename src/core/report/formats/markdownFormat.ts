import { withoutControlCharacters } from '../../model/text/controlCharacters';
import { fillIn, type Language, type Localized } from '../../model/text/localized';
import { neutralMarkdown } from '../../model/text/neutralMarkdown';
import { bytesIn } from '../../model/text/truncatedMarkdown';
import { checkReport } from '../checkReport';
import type { ReportedFileFinding } from '../reportedFinding';
import { summaryWords } from '../summaryWords';
import type { ReportFormat } from './reportFormat';

/** GitHub refuses comments over 65,536 characters. The rest is reserved for the text around the list. */
const mostBytes = 57_000;

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
    en: '{count} more; `changebook check` lists {count|it|them all}.',
    es: '{count} más; `changebook check` {count|lo muestra|los muestra todos}.',
  },
} satisfies { [name: string]: Localized };

const icons = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/**
 * A summary in markdown: for `$GITHUB_STEP_SUMMARY`, or for one comment that is replaced each time and found by its
 * first line. It has no timestamp, so the same findings always give the same text.
 */
export const markdownFormat: ReportFormat = {
  render(source) {
    const { findings, language } = source;
    const { summary } = checkReport(findings, source, language);
    const figures = summaryWords(summary, language);
    const parts = ['<!-- changebook-report -->', `## ${texts.title[language]}`];
    parts.push(fillIn(texts[findings.length === 0 ? 'clean' : 'summary'][language], figures));
    const [own, older] = [findings.filter((found) => !found.older), findings.filter((found) => found.older)];
    const lines = findingLines(own, language).trimEnd();
    if (own.length > 0) parts.push(lines);
    if (older.length > 0) {
      const head = `<summary>${texts.older[language]} (${older.length})</summary>`;
      const left = mostBytes - bytesIn(lines);
      parts.push(`<details>${head}`, findingLines(older, language, left).trimEnd(), '</details>');
    }
    return `${parts.join('\n\n')}\n`;
  },
};

const ranks = { error: 0, warning: 1, info: 2 } as const;

/** Findings as a markdown list, by file. Where not all of them fit, the worst come first. */
export function findingLines(
  findings: readonly ReportedFileFinding[],
  language: Language,
  most = mostBytes,
): string {
  const whole = listed(findings, language, most);
  if (whole.left === 0) return whole.text;
  const rank = ({ finding }: ReportedFileFinding): number => ranks[finding.severity];
  const worst = [...findings].sort((one, other) => rank(one) - rank(other));
  const { text, left } = listed(worst, language, most);
  return `${text}\n${fillIn(texts.cut[language], { count: left })}\n`;
}

function listed(
  findings: readonly ReportedFileFinding[],
  language: Language,
  most: number,
): { readonly text: string; readonly left: number } {
  let text = '';
  let bytes = 0;
  let last: string | undefined;
  for (const [index, { file, finding }] of findings.entries()) {
    const { line, column } = finding.range.start;
    const heading = file === last ? '' : `${last === undefined ? '' : '\n'}**${code(file)}**\n\n`;
    const place = `${line + 1}:${column + 1}`;
    const row = `- ${icons[finding.severity]} ${place} ${plain(finding.message[language])} ${code(finding.rule)}\n`;
    bytes += bytesIn(heading + row);
    if (bytes > most) return { text, left: findings.length - index };
    text += heading + row;
    last = file;
  }
  return { text, left: 0 };
}

/**
 * Escapes text from a record: no markup, links, mentions or issue references. Code hosts look for the last three in the
 * rendered text, where escapes are gone, so a zero-width space separates them.
 */
function plain(text: string): string {
  return neutralMarkdown(withoutControlCharacters(text))
    .replace(/[\\`*[\]<>&|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/\bwww(?=\.)|:(?=\/\/)/gi, '$&\u200b');
}

/** The text as a code span, with more backticks than it contains in a row. */
function code(text: string): string {
  const shown = withoutControlCharacters(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
