import type { Progress } from '../model/parse/stepGates';

/** Most that may stand between the two figures for them to be one progress: `(3/13)`, `3 of 13`. */
const between = '\\D{1,12}';

/**
 * A commit's subject with another progress. A team may have given subjects a form of its own, so the two figures are
 * looked for wherever they stand together, in either order; what is quoted is the text of a step and stays.
 */
export function recountedSubject(subject: string, before: Progress, now: Progress): string {
  const { done, all } = before;
  const figures = new RegExp(
    `"[^"]*"|(?<!\\d)(?:${done}(${between})${all}|${all}(${between})${done})(?!\\d)`,
    'g',
  );
  const found = [...subject.matchAll(figures)].findLast(([text]) => !text.startsWith('"'));
  if (!found) return subject;
  const [text, behindDone, behindAll] = found;
  const other =
    behindDone === undefined ? `${now.all}${behindAll}${now.done}` : `${now.done}${behindDone}${now.all}`;
  return subject.slice(0, found.index) + other + subject.slice(found.index + text.length);
}
