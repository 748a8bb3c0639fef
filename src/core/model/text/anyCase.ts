/**
 * A pattern whose letters stand for themselves in either case; it may have classes of letters, but no ranges of them. One
 * that ignores case as a whole takes up to four times as long to compile where it has `\p{L}` and the like, which is a
 * twentieth of what a small check takes.
 */
export function anyCase(pattern: string): string {
  return pattern.replace(/\\p\{\w+\}|\\.|\p{L}/gu, (found) => {
    const [lower, upper] = [found.toLowerCase(), found.toUpperCase()];
    return found.startsWith('\\') || lower === upper || upper.length > found.length
      ? found
      : `[${lower}${upper}]`;
  });
}
