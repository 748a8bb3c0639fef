import type { Severity } from '../../findings/finding';
import type { Language } from '../../model/text/localized';
import { ruleById } from '../../rules/registry';
import { docsOf } from '../../rules/renderFinding';
import { fingerprintsOf } from '../fingerprints';
import type { ReportedFileFinding } from '../reportedFinding';
import type { ReportFormat, ReportSource } from './reportFormat';

const levels: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};
/** The base of all paths: the top of the repository, else the current folder. */
const base = '%SRCROOT%';

/** SARIF 2.1.0 for code scanning: rules with their pages, and fingerprints that do not depend on line numbers. */
export const sarifFormat: ReportFormat = {
  render(source) {
    const ids = [...new Set(source.findings.map(({ finding }) => finding.rule))].sort();
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Changebook',
              ...(source.version ? { semanticVersion: source.version } : {}),
              rules: ids.map((id) => descriptor(id, source.language)),
            },
          },
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: { [base]: { description: { text: 'The top of the repository.' } } },
          results: results(source, ids),
        },
      ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
  },
};

function descriptor(id: string, language: Language): object {
  const rule = ruleById(id);
  // A rule has no web address: its URN is stable, and its page is included as text.
  const named = { id, helpUri: `urn:changebook:rule:${id}` };
  if (!rule) return named;
  const { title, explanation, severity } = rule;
  return {
    ...named,
    shortDescription: { text: title[language] },
    fullDescription: { text: explanation[language] },
    help: {
      text: explanation[language],
      markdown: `**${title[language]}**\n\n${explanation[language]}\n\n\`${docsOf(id)}\``,
    },
    defaultConfiguration: { level: levels[severity] },
  };
}

function results({ findings, language }: ReportSource, ids: readonly string[]): object[] {
  const fingerprints = fingerprintsOf(findings);
  const places = new Map(ids.map((id, index) => [id, index]));
  return findings.map((found, index) => {
    const { stem = '', ordinal = 1 } = fingerprints[index] ?? {};
    const { rule, severity, message, waived } = found.finding;
    return {
      ruleId: rule,
      ruleIndex: places.get(rule),
      level: levels[severity],
      message: { text: unlinked(message[language]) },
      locations: [location(found)],
      fingerprints: { 'changebook/v1': `${stem}:${ordinal}` },
      // The only name that GitHub reads. Without it, GitHub computes a fingerprint that depends on the lines.
      partialFingerprints: { primaryLocationLineHash: `${stem}:${ordinal}` },
      ...(found.older === undefined ? {} : { baselineState: found.older ? 'unchanged' : 'new' }),
      ...(waived ? { suppressions: [suppression(waived)] } : {}),
    };
  });
}

function location({ file, finding }: ReportedFileFinding): object {
  const { start, end } = finding.range;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: base },
      region: {
        startLine: start.line + 1,
        startColumn: start.column + 1,
        endLine: end.line + 1,
        endColumn: end.column + 1,
      },
    },
  };
}

/** Breaks `[text](target)` from a record, which viewers would turn into a link. */
function unlinked(text: string): string {
  return text.replace(/\]\(/g, ']\u200b(');
}

function uriOf(file: string): string {
  // A lone surrogate, which a file name may contain, cannot be encoded in a URI.
  const whole = file.replace(/\p{Cs}/gu, '\uFFFD');
  return whole.split('/').map(encodeURIComponent).join('/');
}

function suppression({ by, reason }: { by: string; reason: string }): object {
  return { kind: 'inSource', justification: `${by}: ${reason}` };
}
