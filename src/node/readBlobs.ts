import { readOnlyGit } from './readOnlyGit';

/**
 * The bytes of blobs by their ids, read by one process. One that is not there, which a partial clone may have left
 * out, or that is a submodule, is left out.
 *
 * @returns undefined where git cannot answer
 */
export async function readBlobs(
  folder: string,
  ids: Iterable<string>,
): Promise<Map<string, Buffer> | undefined> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { code, out } = await readOnlyGit(folder, ['cat-file', '--batch'], `${wanted.join('\n')}\n`);
  return code === 0 ? blobsIn(out) : undefined;
}

/** Reads what `git cat-file --batch` printed. */
export function blobsIn(out: Buffer): Map<string, Buffer> {
  const bytes = new Map<string, Buffer>();
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    if (end < 0) break;
    const [id = '', kind = '', size = ''] = out.toString('utf8', at, end).split(' ');
    at = end + 1;
    // One that is not there has no size.
    if (kind === 'missing' || size === '') continue;
    if (kind === 'blob') bytes.set(id, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return bytes;
}

/** So many blobs are read by one process: few enough that all of them fit into memory. */
const mostAtOnce = 1000;

/**
 * Things with the bytes of their blobs, in their order.
 *
 * @throws where git has not all of them
 */
export async function* withBytes<T extends { readonly blob: string }>(
  folder: string,
  things: readonly T[],
): AsyncIterable<readonly [thing: T, bytes: Buffer]> {
  for (let from = 0; from < things.length; from += mostAtOnce) {
    const batch = things.slice(from, from + mostAtOnce);
    const ids = batch.map(({ blob }) => blob);
    const read = await readBlobs(folder, ids);
    for (const thing of batch) {
      const bytes = read?.get(thing.blob);
      if (!bytes) throw new Error(`git cat-file ${thing.blob}`);
      yield [thing, bytes];
    }
  }
}

/** The same as texts. */
export async function readTexts(
  folder: string,
  ids: Iterable<string>,
): Promise<Map<string, string> | undefined> {
  const blobs = await readBlobs(folder, ids);
  return blobs && new Map([...blobs].map(([id, bytes]) => [id, bytes.toString('utf8')]));
}
