/**
 * Begins to count the milliseconds that this process works. Time in which a busy machine let others work does not count,
 * so that what is slow fails a test and what had to wait does not.
 */
export function workTimer(): () => number {
  const started = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
}

/** How long a call works, in milliseconds: the best of up to three, since the first has everything to warm up. */
export function millisecondsOf(call: () => unknown, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && best > enough; round++) {
    const worked = workTimer();
    call();
    best = Math.min(best, worked());
  }
  return best;
}
