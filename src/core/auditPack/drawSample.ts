import { sha256 } from '../model/text/sha256';

/** One name that took part in a draw. */
export interface DrawnName {
  readonly key: string;
  /** SHA-256 of the seed, a line feed and the name, in hexadecimal. */
  readonly hash: string;
  readonly isDrawn: boolean;
}

/**
 * Draws names so that anybody can do it again by hand: each has the SHA-256 of seed, line feed and name, and those with
 * the lowest ones are drawn. The result is in the order of the draw.
 *
 * @param count how many; all where there are no more
 */
export function drawSample(keys: readonly string[], count: number, seed: string): DrawnName[] {
  const hashed = keys.map((key) => ({ key, hash: sha256(`${seed}\n${key}`) }));
  hashed.sort((one, other) => (one.hash < other.hash ? -1 : 1));
  return hashed.map((one, place) => ({ ...one, isDrawn: place < count }));
}
