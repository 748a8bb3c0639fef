import * as vscode from 'vscode';
import type { Finding, Severity } from '../../core/findings/finding';
import type { LineRange } from '../../core/model/text/range';
import { messageOf, relatedMessageOf } from '../../core/rules/renderFinding';
import { commandIds } from '../commandIds';
import { language } from '../editorLanguage';

const severities: { readonly [severity in Severity]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** What turning a finding into a diagnostic needs to know of its surroundings. */
interface DiagnosticContext {
  /** The file that the finding is in. */
  readonly uri: vscode.Uri;
  /** The address of another file of the workspace, by its relative path. */
  readonly uriOf: (file: string) => vscode.Uri;
}

/** A finding as VS Code shows it: exact range, link to the rule's page, related places. */
export function toDiagnostic(finding: Finding, context: DiagnosticContext): vscode.Diagnostic {
  const message = messageOf(finding, language);
  const diagnostic = new vscode.Diagnostic(toRange(finding.range), message, severities[finding.severity]);
  diagnostic.source = 'Changebook';
  diagnostic.code = { value: finding.rule, target: ruleLink(finding.rule) };
  const related = finding.related?.map((place) => {
    const uri = place.file === '' ? context.uri : context.uriOf(place.file);
    const location = new vscode.Location(uri, toRange(place.range));
    return new vscode.DiagnosticRelatedInformation(location, relatedMessageOf(finding, place, language));
  });
  if (related && related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

/** Shows the page of a rule: a link to the file would open its text. */
function ruleLink(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'command', path: commandIds.showRule, query: JSON.stringify([rule]) });
}

export function toRange(range: LineRange): vscode.Range {
  return new vscode.Range(range.start.line, range.start.column, range.end.line, range.end.column);
}
