import { textRange } from '../text/range';
import type { Problem } from './problem';

/** Limits on what is read: hostile front matter is refused before it costs anything. */
export const yamlLimits = { bytes: 64 * 1024, depth: 20, nodes: 5000 };
/** The same for a team's own configuration, in which a thousand freezes may stand. */
export const configLimits = { bytes: 192 * 1024, depth: 20, nodes: 20_000 };

export type YamlLimits = typeof yamlLimits;

/** The problem of a text that is longer than its limit. */
export function overLimit(source: string, base: number, limits: YamlLimits): Problem | undefined {
  // Bytes are at most three for each UTF-16 unit, so only a long text needs counting.
  if (source.length * 3 <= limits.bytes) return undefined;
  const bytes = new TextEncoder().encode(source).length;
  if (bytes <= limits.bytes) return undefined;
  const args = { size: Math.ceil(bytes / 1024), limit: limits.bytes / 1024 };
  return { code: 'tooLarge', range: textRange(Math.max(0, base - 4), Math.max(0, base - 1)), args };
}
