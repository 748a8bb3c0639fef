/**
 * How much of a property's long form is run: an eighth of it with the other tests, all of it in `npm run test:soak`.
 *
 * @param long how many runs the long form has
 */
export function runsOf(long: number): number {
  return Math.ceil(long * Number(process.env.CHANGEBOOK_LONG_RUNS ?? 0.125));
}
