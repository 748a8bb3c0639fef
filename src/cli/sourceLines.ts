import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineMap } from '../core/model/text/lineMap';
import type { FileToldFinding } from '../core/report/toldFinding';

/** A longer line is read again when it is shown. */
const longestLine = 1000;

/** Adds to findings the lines that they begin on, so that showing them again reads no file. */
export function withLines(root: string, findings: readonly FileToldFinding[]): FileToldFinding[] {
  let last: { file: string; lines: LineMap | undefined } | undefined;
  return findings.map(({ file, finding }) => {
    if (last?.file !== file) last = { file, lines: linesIn(join(root, file)) };
    const line = last.lines?.lineText(finding.range.start.line);
    return line === undefined || line.length > longestLine
      ? { file, finding }
      : { file, finding: { ...finding, line } };
  });
}

function linesIn(path: string): LineMap | undefined {
  try {
    return new LineMap(readFileSync(path, 'utf8').slice(0, 2_000_000));
  } catch {
    // Whoever shows it says nothing of the line either.
    return undefined;
  }
}
