import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Finding, Severity } from '../core/findings/finding';
import type { Language } from '../core/model/text/localized';
import { docsOf, messageOf, relatedMessageOf } from '../core/rules/renderFinding';
import { protocolRange } from './protocolRanges';

const severities: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What a finding is told with. */
export interface DiagnosticContext {
  readonly language: Language;
  /** The address of a page of the documentation, which comes with the program. */
  pageOf(page: string): string;
  /** The address of a file of the same workspace; of the finding's own file for an empty name. */
  addressIn(file: string): string;
}

/** A finding as a client shows it: its place, a link to the page of its rule, the other places that belong to it. */
export function diagnosticOf(finding: Finding, context: DiagnosticContext): Diagnostic {
  const { language, pageOf, addressIn } = context;
  const related = (finding.related ?? []).map((place) => ({
    location: { uri: addressIn(place.file), range: protocolRange(place.range) },
    message: relatedMessageOf(finding, place, language),
  }));
  return {
    range: protocolRange(finding.range),
    severity: severities[finding.severity],
    source: 'Changebook',
    code: finding.rule,
    codeDescription: { href: pageOf(docsOf(finding.rule)) },
    message: messageOf(finding, language),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}
