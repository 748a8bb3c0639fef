/** A copy of a piece of a text for whoever keeps it: the piece itself keeps all of the text in memory. */
export function ownCopy(piece: string): string {
  return JSON.parse(JSON.stringify(piece)) as string;
}
