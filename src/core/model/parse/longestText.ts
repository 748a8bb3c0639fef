/** Texts longer than this many UTF-16 units are not read as records. */
export const longestText = 1_000_000;
