import { setTimeout as delay } from 'node:timers/promises';

/** How long a person would wait; on two cores the first activation of an extension takes a few seconds. */
export const patience = 20_000;

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
