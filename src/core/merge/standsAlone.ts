const fence = /^ {0,3}(?:`{3,}|~{3,})/;
/** The beginning of an item, a heading, a row or a fence: what stands above it does not go on in it. */
const beginning = /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||`{3}|~{3}|<!--)/;

/**
 * Whether what is above a line and what begins with it are read each for itself, so that two people may change one each.
 * Lines of one paragraph or of one piece of code are not.
 */
export function standsAlone(lines: readonly string[], at: number): boolean {
  const [above, below] = [lines[at - 1], lines[at]];
  if (above === undefined || below === undefined) return true;
  if (isInCode(lines, at)) return false;
  return above.trim() === '' || below.trim() === '' || beginning.test(below) || /^#{1,6}[ \t]/.test(above);
}

function isInCode(lines: readonly string[], at: number): boolean {
  let open: string | undefined;
  for (const line of lines.slice(0, at)) {
    const sign = fence.exec(line)?.[0].trim();
    if (!sign) continue;
    if (open === undefined) open = sign;
    else if (sign[0] === open[0] && sign.length >= open.length) open = undefined;
  }
  return open !== undefined;
}
