/** Texts and the signs between them; the rest of JSON does not matter here. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gs;

/**
 * A key that stands twice in one object of a JSON text.
 *
 * @param text one or several values that `JSON.parse` takes
 */
export function doubledKey(text: string): string | undefined {
  /** The keys of each object around a place; undefined for a list. */
  const around: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (const [token] of text.matchAll(tokens)) {
    const keys = around.at(-1);
    if (token === '{' || token === '[') around.push(token === '{' ? new Set() : undefined);
    else if (token === '}' || token === ']') around.pop();
    else if (token.startsWith('"')) {
      if (isKey && keys) {
        const key: string = token.includes('\\') ? JSON.parse(token) : token.slice(1, -1);
        if (keys.has(key)) return key;
        keys.add(key);
      }
      isKey = false;
      continue;
    }
    isKey = token === '{' || token === ',';
  }
  return undefined;
}
