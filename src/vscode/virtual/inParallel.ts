/** Does something with each of many, so many at a time; ends when the last is done. */
export async function inParallel<T>(
  many: readonly T[],
  atATime: number,
  act: (one: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < many.length) {
      const one = many[next++];
      if (one !== undefined) await act(one);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, many.length) }, work));
}
