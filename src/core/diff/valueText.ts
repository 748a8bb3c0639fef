/** A value of a record on one line, as somebody would write it down: what a mapping holds, one after the other. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([, held]) => held !== undefined && held !== null)
    .map(([name, held]) => `${name}: ${valueText(held)}`)
    .join(' · ');
}
