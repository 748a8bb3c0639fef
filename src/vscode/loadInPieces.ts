/**
 * Loads what the features begin with in pieces, with a pause after each: none of them holds the editor up for 50 ms.
 *
 * @param last the last piece
 * @returns what the last piece is
 */
export async function loadInPieces<T>(last: () => Promise<T>): Promise<T> {
  for (const load of [
    () => import('../core/model/vocabulary/vocabulary'),
    () => import('../core/model/parse/readFrontMatter'),
    () => import('../core/model/vocabulary/sections'),
    () => import('../core/model/parse/parseRecord'),
    () => import('../core/index/summarise'),
    () => import('../core/rules/registry'),
    () => import('./session/sessions'),
    () => import('./features'),
  ]) {
    await load();
    await pause();
  }
  const loaded = await last();
  await pause();
  return loaded;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
