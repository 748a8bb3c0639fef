import { LineMap } from '../../../../src/core/model/text/lineMap';
import type { ReportSource } from '../../../../src/core/report/formats/reportFormat';
import { frontMatterLines, keyPathAt } from '../../../../src/core/report/keyPath';
import type { ReportedFileFinding } from '../../../../src/core/report/reportedFinding';
import { reportedFinding } from '../../../../src/core/report/reportedFinding';
import { checkText } from '../../support/memoryWorkspace';

/** A finding, wherever and whatever the test wants. */
export function found(
  message: string,
  more: { file?: string; rule?: string; severity?: 'error' | 'warning' | 'info'; line?: number } = {},
): ReportedFileFinding {
  const { file = 'changes/CHG-1.md', rule = 'format/placeholder', severity = 'error', line = 0 } = more;
  const range = { start: { line, column: 2 }, end: { line, column: 5 } };
  const docs = `docs/rules/${rule}.md`;
  const words = { en: message, es: message };
  return {
    file,
    finding: { rule, severity, message: words, range, docs, fixable: false, certain: false, line: message },
  };
}

/** What a report is made from. */
export function sourceOf(
  findings: readonly ReportedFileFinding[],
  files: readonly string[] = [...new Set(findings.map(({ file }) => file))],
): ReportSource {
  const counts = { files: files.length, records: files.length };
  return { findings, ...counts, language: 'en', version: '1.2.3', recordFiles: () => files };
}

/** The findings of one text, told as the command line tells them. */
export function foundIn(text: string, file = 'CHG-2026-0001.md'): ReportedFileFinding[] {
  const lines = new LineMap(text);
  const yaml = frontMatterLines(lines);
  return checkText(text, file).map((finding) => {
    const { line, column } = finding.range.start;
    const at = yaml && keyPathAt(yaml, line, column);
    const told = { ...reportedFinding(finding), line: lines.lineText(line), ...(at ? { at } : {}) };
    return { file, finding: told };
  });
}

/** What a record and a file name can hold that means something to whoever reads a report. */
export const hostileTexts: readonly string[] = [
  'x\n::error file=a.md::forged',
  'x\r\n::set-output name=a::b\r',
  'x%0A::error::forged',
  '::stop-commands::token',
  '##[error]forged ##[group]more',
  'a,line=9,title=b::c',
  '<script>alert(1)</script> & "quotes" \'single\' ]]>',
  'bell\u0007 null\u0000 escape\u001b[31m half \ud800 \ufffe',
  '[link](javascript:alert(1)) ![picture](https://example.org/x.png) @everybody #12 www.example.org',
  '</failure></testcase><testcase name="forged"/>',
  '`` ` ``` code **bold** <!-- changebook-report -->',
  '\u202egnirts\u2066',
];
