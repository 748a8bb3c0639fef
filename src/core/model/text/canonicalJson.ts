/** JSON with sorted keys; nothing for what holds nothing, which a record may as well leave out. */
export function canonicalJson(value: unknown): string | undefined {
  const sorted = sortedValue(value);
  return sorted === undefined ? undefined : JSON.stringify(sorted);
}

function sortedValue(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length > 0 ? value.map((item) => sortedValue(item) ?? null) : undefined;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const sorted: { [name: string]: unknown } = {};
  let holds = false;
  for (const [name, held] of Object.entries(value).sort(byName)) {
    const part = sortedValue(held);
    if (part === undefined) continue;
    sorted[name] = part;
    holds = true;
  }
  return holds ? sorted : undefined;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
