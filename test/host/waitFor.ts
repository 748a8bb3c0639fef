import { setTimeout as delay } from 'node:timers/promises';

/** Far longer than anything takes: a machine that does much else may stand still for many seconds. */
export const patience = 60_000;

/** Asks until there is an answer other than undefined or false; throws one sentence that names what did not come. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  timeout = patience,
): Promise<T> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) break;
    await delay(100);
  }
  throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.`, { cause: last });
}
