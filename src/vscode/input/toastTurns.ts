/** So long a message is looked at, answered or not: VS Code puts it away by then. */
const lookedAtMs = 12_000;

/** Over once the messages that were shown so far are answered, or were there long enough. */
let lookedAt: Promise<unknown> = Promise.resolve();

/**
 * Shows a message that can wait, such as an offer or a question, once those before it have been looked at: two at once
 * are two that nobody reads.
 *
 * @param ms how long a message is looked at that nobody answers, in milliseconds
 */
export function showInTurn<T>(show: () => Thenable<T>, ms = lookedAtMs): Promise<T> {
  const before = lookedAt;
  const answer = before.then(show);
  lookedAt = before.then(() => answeredOrAway(answer, ms));
  return answer;
}

/** Shows a message at once, such as why something could not be done; those that can wait come after it. */
export function showNow<T>(show: () => Thenable<T>, ms = lookedAtMs): Promise<T> {
  const answer = Promise.resolve(show());
  lookedAt = Promise.all([lookedAt, answeredOrAway(answer, ms)]);
  return answer;
}

async function answeredOrAway(answer: Promise<unknown>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const away = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  // What became of it is for whoever asked.
  await Promise.race([answer.catch(() => undefined), away]);
  clearTimeout(timer);
}
