import { textRange } from '../text/range';
import type { Problem } from './problem';

/** Limits for front matter, so that hostile input is refused before it costs time. */
export const yamlLimits = { bytes: 64 * 1024, depth: 20, nodes: 5000 };
/** Limits for the configuration, which may list a thousand freezes. */
export const configLimits = { bytes: 192 * 1024, depth: 20, nodes: 20_000 };

export type YamlLimits = typeof yamlLimits;

/** The problem of a text that is too long, or undefined. */
export function overLimit(source: string, base: number, limits: YamlLimits): Problem | undefined {
  // A UTF-16 unit takes at most three bytes, so most texts need no counting.
  if (source.length * 3 <= limits.bytes) return undefined;
  const bytes = new TextEncoder().encode(source).length;
  if (bytes <= limits.bytes) return undefined;
  const args = { size: Math.ceil(bytes / 1024), limit: limits.bytes / 1024 };
  return { code: 'tooLarge', range: textRange(Math.max(0, base - 4), Math.max(0, base - 1)), args };
}
