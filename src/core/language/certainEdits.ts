import type { Finding, Fix } from '../findings/finding';
import { applyEdits, type TextEdit } from '../model/text/edit';
import { LineMap } from '../model/text/lineMap';

/** The edits of a fix in a text, in offsets. */
export function fixEdits(lines: LineMap, { edits }: Fix): TextEdit[] {
  return edits.map(({ range, text }) => ({
    range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    text,
  }));
}

/** What repairs everything that can be repaired with certainty, without edits that would get in each other's way. */
export function certainEdits(text: string, findings: readonly Finding[]): TextEdit[] {
  const lines = new LineMap(text);
  const edits = findings.flatMap((finding) => {
    const fix = finding.fixes?.find(({ certain }) => certain);
    return fix ? fixEdits(lines, fix) : [];
  });
  const taken: TextEdit[] = [];
  for (const edit of edits) {
    if (applyEdits(text, [...taken, edit]).applied === taken.length + 1) taken.push(edit);
  }
  return taken;
}
