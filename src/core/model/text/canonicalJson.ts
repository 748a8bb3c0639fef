/** JSON with sorted keys. Undefined for an empty value, since a record may as well leave it out. */
export function canonicalJson(value: unknown): string | undefined {
  if (Array.isArray(value))
    return value.length > 0 ? `[${value.map((item) => canonicalJson(item) ?? 'null').join(',')}]` : undefined;
  if (typeof value !== 'object' || value === null)
    return value === undefined || value === null ? undefined : JSON.stringify(value);
  // Builds the text directly: a sorted copy of the object costs more.
  const held = value as { readonly [name: string]: unknown };
  const parts: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const part = canonicalJson(held[name]);
    if (part !== undefined) parts.push(`${JSON.stringify(name)}:${part}`);
  }
  return parts.length > 0 ? `{${parts.join(',')}}` : undefined;
}
