import { distance } from 'fastest-levenshtein';

/**
 * The known name that somebody who typed `written` most likely meant: at most a third of its letters differ
 * (at least two may). Of two as near it is the first by alphabet. Nothing where none is that near.
 */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  if (written.length > 60) return undefined;
  const lower = written.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(lower.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - lower.length) > bestDistance) continue;
    const apart = distance(lower, name.toLowerCase());
    const nearer = apart < bestDistance || (apart === bestDistance && best !== undefined && name < best);
    if (nearer && apart < name.length) {
      best = name;
      bestDistance = apart;
    }
  }
  return best;
}
