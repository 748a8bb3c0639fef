/**
 * The last moment that a moment in a record may mean. What happened is written down to the minute, so that a whole minute
 * may be any moment in it; with seconds it is that moment alone.
 *
 * @param at in milliseconds since 1970, as the result is
 */
export function endOfSaidMinute(at: number): number {
  return at % 60_000 === 0 ? at + 59_999 : at;
}
