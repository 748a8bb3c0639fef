/** Whether a line may be an instruction or a row of a table; reading the record for all others would cost too much. */
export function mayTakeBoxes(line: string): boolean {
  return /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line) || line.includes('|');
}
