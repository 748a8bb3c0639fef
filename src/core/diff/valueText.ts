/** A value of a record on one line: items of lists by commas, entries of mappings by dots. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([, held]) => held !== undefined && held !== null)
    .map(([name, held]) => `${name}: ${valueText(held)}`)
    .join(' · ');
}
