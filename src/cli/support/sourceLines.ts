import { configTypeOf } from '../../core/config/configFiles';
import { utf16Of } from '../../core/model/parse/decodeText';
import { LineMap } from '../../core/model/text/lineMap';
import { ownCopy } from '../../core/model/text/ownCopy';
import { frontMatterLines, keyPathAt, type YamlLines } from '../../core/report/keyPath';
import type { ReportedFileFinding } from '../../core/report/reportedFinding';
import { readOf } from '../../node/openFile';

/** A longer line is read again when it is shown. */
const longestLine = 1000;

interface Source {
  readonly file: string;
  readonly lines: LineMap | undefined;
  readonly yaml: YamlLines | undefined;
}

/**
 * Adds to findings the lines that they begin on and the keys above them, so that showing them again, and recognising
 * them in another report, reads no file.
 *
 * @param linesOf the lines of a file, or undefined where it cannot be read
 */
export function withSource(
  findings: readonly ReportedFileFinding[],
  linesOf: (file: string) => LineMap | undefined,
): ReportedFileFinding[] {
  let last: Source | undefined;
  return findings.map(({ file, finding }) => {
    if (last?.file !== file) last = sourceOf(file, linesOf(file));
    const { line, column } = finding.range.start;
    const text = last.lines?.lineText(line);
    if (text === undefined || text.length > longestLine) return { file, finding };
    const at = last.yaml && keyPathAt(last.yaml, line, column);
    return {
      file,
      finding: { ...finding, line: ownCopy(text), ...(at === undefined ? {} : { at: ownCopy(at) }) },
    };
  });
}

function sourceOf(file: string, lines: LineMap | undefined): Source {
  if (!lines) return { file, lines, yaml: undefined };
  const isConfig = configTypeOf(file) !== undefined;
  const yaml = isConfig ? { lines, from: 0, to: lines.lineCount } : frontMatterLines(lines);
  return { file, lines, yaml };
}

/** The lines of a file for people, who read UTF-16 as well; the places of findings are those of its letters. */
export function shownLines(bytes: Buffer): LineMap {
  const wide = utf16Of(bytes);
  return new LineMap(wide ? new TextDecoder(wide).decode(bytes) : bytes.toString('utf8'));
}

/** The lines of a file of a workspace, as far as anybody shows them. */
export function linesIn(root: string, file: string): LineMap | undefined {
  try {
    return shownLines(readOf(root, file, { most: 2_000_000 }).bytes);
  } catch {
    // Whoever shows it says nothing of the line either.
    return undefined;
  }
}
