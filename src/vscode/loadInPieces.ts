/** Loads what the features begin with in pieces, with a pause after each: none of them holds the editor up for 50 ms. */
export async function loadInPieces(): Promise<void> {
  for (const load of [
    () => import('../core/model/parse/readFrontMatter'),
    () => import('../core/model/parse/parseRecord'),
    () => import('../core/rules/registry'),
    () => import('./session/sessions'),
  ]) {
    await load();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
