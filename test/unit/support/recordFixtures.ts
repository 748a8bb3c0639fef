import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(__dirname, '../../fixtures/records');

/** The text of a whole record under test/fixtures/records, as it stands. */
export function recordFixture(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

/** A ticket's text with these lines as its front matter, and a body. */
export function ticketText(lines: readonly string[], body = ''): string {
  return `---\nid: TKT-0001\ntype: ticket\n${lines.map((line) => `${line}\n`).join('')}---\n${body}`;
}
