import type { Language } from '../../model/text/localized';
import type { ReportedFileFinding } from '../reportedFinding';
import type { ReportFormat } from './reportFormat';

/** A JUnit report: each record is a test, each of its errors a failure. */
export const junitFormat: ReportFormat = {
  render({ findings, language, recordFiles }) {
    const byFile = new Map<string, ReportedFileFinding[]>(recordFiles().map((file) => [file, []]));
    for (const found of findings) {
      const listed = byFile.get(found.file);
      if (listed) listed.push(found);
      else byFile.set(found.file, [found]);
    }
    const files = [...byFile].sort(([a], [b]) => (a < b ? -1 : 1));
    const failures = findings.filter(({ finding }) => finding.severity === 'error').length;
    const figures = `tests="${files.length}" failures="${failures}" errors="0"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="changebook" ${figures}>`,
      `  <testsuite name="changebook" ${figures}>`,
      ...files.flatMap(([file, found]) => testCase(file, found, language)),
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n');
  },
};

function testCase(file: string, findings: readonly ReportedFileFinding[], language: Language): string[] {
  const attributes = `name="${escaped(file)}" classname="changebook"`;
  if (findings.length === 0) return [`    <testcase ${attributes}/>`];
  const failures = findings.filter(({ finding }) => finding.severity === 'error');
  const others = findings.filter(({ finding }) => finding.severity !== 'error');
  const lines = [`    <testcase ${attributes}>`];
  for (const found of failures) {
    const { rule, message } = found.finding;
    const head = `message="${escaped(message[language])}" type="${escaped(rule)}"`;
    lines.push(`      <failure ${head}>${escaped(sentence(found, language))}</failure>`);
  }
  if (others.length > 0) {
    const told = others.map((found) => escaped(sentence(found, language))).join('\n');
    lines.push(`      <system-out>${told}</system-out>`);
  }
  return [...lines, '    </testcase>'];
}

function sentence({ file, finding }: ReportedFileFinding, language: Language): string {
  const { line, column } = finding.range.start;
  const place = `${file}:${line + 1}:${column + 1}`;
  return `${place} ${finding.severity} ${finding.message[language]} (${finding.rule})`;
}

/** Characters that XML does not allow, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function escaped(text: string): string {
  return text
    .replace(impossible, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;')
    .replace(/\n/g, '&#10;');
}
