import type { Severity } from '../../../src/core/findings/finding';
import type { TextRange } from '../../../src/core/model/text/range';
import { ruleById } from '../../../src/core/rules/registry';
import { markPattern } from '../../../src/generate/ruleFixture';

/** A place at which a fixture says that a rule reports. */
export interface Mark {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: TextRange;
}

/**
 * Takes the marks out of a text: `⟦format/field⟧here⟦/⟧` or, where the severity is not the rule's own,
 * `⟦format/field:info⟧here⟦/⟧`. Marks nest; `⟦/⟧` closes the innermost.
 */
export function readMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const open: { rule: string; severity: Severity; start: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  let position = 0;
  for (const match of marked.matchAll(markPattern)) {
    text += marked.slice(position, match.index);
    position = match.index + match[0].length;
    const [, name = '', severity] = match;
    if (name !== '/') {
      const rule = ruleById(name);
      if (!rule) throw new Error(`a mark names the rule ${name}, which does not exist`);
      open.push({ rule: name, severity: severityOf(severity) ?? rule.severity, start: text.length });
      continue;
    }
    const mark = open.pop();
    if (!mark)
      throw new Error(`a mark is closed that was never opened: …${marked.slice(0, match.index).slice(-60)}`);
    const range = { start: mark.start, end: text.length };
    marks.push({ rule: mark.rule, severity: mark.severity, range });
  }
  text += marked.slice(position);
  if (open.length > 0 || /[⟦⟧]/.test(text)) throw new Error('a mark is not closed, or not written as a mark');
  return { text, marks };
}

function severityOf(written: string | undefined): Severity | undefined {
  return (['error', 'warning', 'info'] as const).find((severity) => severity === written);
}
