import type { MessageArgs } from '../model/text/localized';
import type { LineRange } from '../model/text/range';

/** How bad a finding is. Only an error makes `check` fail. */
export type Severity = 'error' | 'warning' | 'info';

/** One replacement in lines and columns, so that a finding stands without its file's text. */
export interface FixEdit {
  readonly range: LineRange;
  readonly text: string;
}

/** A repair of one finding. The editor and the command line apply the same edits. */
export interface Fix {
  /** Which of the rule's fix titles names it. */
  readonly title: string;
  readonly args?: MessageArgs;
  readonly edits: readonly FixEdit[];
  /** Whether `--fix` and "fix all" may apply it without asking: the repair is certain, not a guess. */
  readonly certain: boolean;
}

/** Another place that belongs to a finding. */
export interface RelatedPlace {
  readonly file: string;
  readonly range: LineRange;
  /** Which of the rule's messages explains it. */
  readonly message: string;
  readonly args?: MessageArgs;
}

/** What a rule found, in data alone: language and presentation come later. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Which of the rule's messages says it. */
  readonly message: string;
  readonly args: MessageArgs;
  readonly range: LineRange;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** Who answers for it and why: then it is an information, whatever it was. */
  readonly waived?: { readonly by: string; readonly reason: string };
}

/** A finding with the file that it is in, relative to the workspace, with `/`. */
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
