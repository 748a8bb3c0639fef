import { repeatedMark } from './missingValue';
import { absentMark, valueEnd, valueStart } from './renderMarks';

const lineStart = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|>)[ \t]+)*(?:\[[ x]\][ \t]+)?/;
const marks = new RegExp(`[${valueStart}${valueEnd}]`, 'g');

/**
 * Leaves out every sentence in which an optional value is missing, and lines that become empty. A sentence ends with
 * its line, or at a full stop, question mark or exclamation mark of the template. Those within values do not count.
 */
export function dropIncompleteSentences(rendered: string): string {
  const lines = rendered.split('\n').flatMap((line) => {
    if (!line.includes(absentMark)) return [line];
    if (line.trimStart().startsWith('|')) return [line.replaceAll(absentMark, '')];
    const start = lineStart.exec(line)?.[0] ?? '';
    const kept = sentencesOf(line.slice(start.length)).filter((sentence) => !sentence.includes(absentMark));
    const text = kept.join('').trimEnd();
    return text === '' ? [] : [start + text];
  });
  const text = withoutEmptyHeadings(lines)
    .join('\n')
    .replace(marks, '')
    // Two variables of one field mark it as missing only once.
    .replace(repeatedMark, '$1');
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Leaves out headings with no text left under them. */
function withoutEmptyHeadings(lines: readonly string[]): string[] {
  const kept: string[] = [];
  // From the end, so that a heading whose only subsection went goes, too.
  let below = 0;
  for (const line of [...lines].reverse()) {
    const level = /^(#{1,6})[ \t]/.exec(line)?.[1]?.length;
    if (level === undefined) {
      if (line.trim() !== '') below = 7;
    } else if (below <= level) continue;
    else below = level;
    kept.push(line);
  }
  return kept.reverse();
}

function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (character === valueStart) depth++;
    else if (character === valueEnd) depth--;
    else if (depth === 0 && /[.!?]/.test(character)) {
      const end = at + 1 + (/^[)*_»”"']*[ \t]+/.exec(line.slice(at + 1, at + 20))?.[0].length ?? 0);
      if (!/[ \t]/.test(line[end - 1] ?? '')) continue;
      sentences.push(line.slice(start, end));
      start = end;
      at = end - 1;
    }
  }
  sentences.push(line.slice(start));
  return sentences;
}
