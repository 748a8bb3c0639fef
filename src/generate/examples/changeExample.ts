/** The file of most examples. */
export const changeFile = 'CHG-2026-0042.md';

/** A change with some fields and, where a rule reads it, a body. */
export function change(fields: string, body = ''): string {
  return `---\nid: CHG-2026-0042\ntype: change\n${fields}---\n${body}`;
}
