import type { MessageArgs } from '../model/text/localized';
import type { LineRange } from '../model/text/range';

/** Severity of a finding. Only an error makes `check` fail. */
export type Severity = 'error' | 'warning' | 'info';

/** Severities as numbers, the worst one the highest. */
export const severityWeight: { readonly [severity in Severity]: number } = { info: 0, warning: 1, error: 2 };

/** One replacement in lines and columns, so that a finding can be used without the text of its file. */
export interface FixEdit {
  readonly range: LineRange;
  readonly text: string;
}

/** A repair of one finding. The editor and the command line apply the same edits. */
export interface Fix {
  /** Name of its title among the rule's fix titles. */
  readonly title: string;
  readonly args?: MessageArgs;
  readonly edits: readonly FixEdit[];
  /** Whether the repair is certain, so that `--fix` and "fix all" may apply it without asking. */
  readonly certain: boolean;
}

/** Another place that belongs to a finding. */
export interface RelatedPlace {
  readonly file: string;
  readonly range: LineRange;
  /** Name of its message among the rule's messages. */
  readonly message: string;
  readonly args?: MessageArgs;
}

/** What a rule found, as data: language and presentation come later. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Name of its message among the rule's messages. */
  readonly message: string;
  readonly args: MessageArgs;
  readonly range: LineRange;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** The roles whose holders alone may waive it; undefined where anybody may. */
  readonly overridableBy?: readonly string[];
  /** Who waived it and why. A waived finding has the severity `info`. */
  readonly waived?: { readonly by: string; readonly reason: string };
}

/** A finding with its file, relative to the workspace, with `/`. */
export interface FileFinding {
  readonly file: string;
  readonly finding: Finding;
}

/** The order in which findings are listed: by place, then rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
