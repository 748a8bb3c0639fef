import type { Severity } from '../../findings/finding';
import { withoutControlCharacters } from '../../model/text/controlCharacters';
import { fillIn, type Localized } from '../../model/text/localized';
import type { ReportedFileFinding } from '../reportedFinding';
import { findingLines } from './markdownFormat';
import type { ReportFormat, ReportSource } from './reportFormat';

/** GitHub shows only so many annotations of a kind for a step, and silently drops the rest. */
const mostOfAKind = 10;
const kinds: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

const texts = {
  more: {
    en: '{count} more {count|finding|findings}, which would not be shown as annotations:',
    es: '{count} {count|hallazgo|hallazgos} más, que no se {count|mostraría|mostrarían} como anotaciones:',
  },
  heading: {
    en: '### Changebook: {count} {count|finding that is|findings that are} not shown as annotations',
    es: '### Changebook: {count} {count|hallazgo que no se muestra|hallazgos que no se muestran} como anotaciones',
  },
} satisfies { [name: string]: Localized };

/**
 * Workflow commands, which GitHub shows as annotations in a pull request. Findings beyond its limit are listed in the
 * log and in the summary of the run.
 */
export const githubFormat: ReportFormat = {
  render(source) {
    const { shown, rest } = fitted(source);
    const lines = shown.map((found) => annotation(found, source));
    if (rest.length > 0) {
      lines.push(fillIn(texts.more[source.language], { count: rest.length }));
      for (const { file, finding } of rest) {
        const { line, column } = finding.range.start;
        const message = `${finding.severity} ${finding.message[source.language]} (${finding.rule})`;
        lines.push(plainLine(`- ${file}:${line + 1}:${column + 1} ${message}`));
      }
    }
    return lines.map((line) => `${line}\n`).join('');
  },
  overflow(source) {
    const { rest } = fitted(source);
    if (rest.length === 0) return undefined;
    const heading = fillIn(texts.heading[source.language], { count: rest.length });
    return `${heading}\n\n${findingLines(rest, source.language)}`;
  },
};

/** The findings that fit, newer ones first, and the rest. */
function fitted({ findings }: ReportSource): { shown: ReportedFileFinding[]; rest: ReportedFileFinding[] } {
  const left = { error: mostOfAKind, warning: mostOfAKind, info: mostOfAKind };
  const [shown, rest]: [ReportedFileFinding[], ReportedFileFinding[]] = [[], []];
  const inOrder = [...findings.filter(({ older }) => !older), ...findings.filter(({ older }) => older)];
  for (const found of inOrder) (left[found.finding.severity]-- > 0 ? shown : rest).push(found);
  return { shown, rest };
}

function annotation({ file, finding }: ReportedFileFinding, { language }: ReportSource): string {
  const { start, end } = finding.range;
  const properties = [
    `file=${property(file)}`,
    `line=${start.line + 1}`,
    `endLine=${end.line + 1}`,
    // GitHub drops annotations with columns over several lines.
    ...(start.line === end.line ? [`col=${start.column + 1}`, `endColumn=${end.column + 1}`] : []),
    `title=${property(finding.rule)}`,
  ];
  return `::${kinds[finding.severity]} ${properties.join(',')}::${data(finding.message[language])}`;
}

/** Escapes the message after `::`. */
function data(text: string): string {
  return withoutControlCharacters(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** Escapes a property before `::`, which a colon or a comma would end. */
function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** A log line that no runner reads as a command, neither in the current form nor in the old one (`##[…]`). */
function plainLine(text: string): string {
  return withoutControlCharacters(text).replace(/##\[/g, '## [');
}
