/**
 * How long after its start a change may still wait to be released (milliseconds). A start that is `now` when the change
 * is written is followed by an approval and a move, which take some minutes.
 */
export const startGraceMs = 15 * 60_000;
