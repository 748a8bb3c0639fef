/** What was fetched for one of many. */
interface Fetched<One, Got> {
  readonly one: One;
  readonly got: Got;
}

/**
 * Goes through many in their order while those that follow are already being fetched.
 *
 * @param fetch never fails
 */
export async function* fetchedAhead<One, Got>(
  many: readonly One[],
  ahead: number,
  fetch: (one: One) => Promise<Got>,
): AsyncGenerator<Fetched<One, Got>> {
  const coming: Promise<Fetched<One, Got>>[] = [];
  const ask = (one: One): void => {
    coming.push(fetch(one).then((got) => ({ one, got })));
  };
  for (const one of many.slice(0, ahead)) ask(one);
  for (let next = ahead; coming.length > 0; next++) {
    const first = await coming.shift();
    const following = many[next];
    if (following !== undefined) ask(following);
    if (first) yield first;
  }
}
