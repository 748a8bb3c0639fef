/** Clocks of different machines may differ by so much, in milliseconds. */
export const clockSlackMs = 5 * 60_000;
