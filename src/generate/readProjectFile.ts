import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the project. */
export const project = resolve(__dirname, '../..');

/** Text of a file of the project, or undefined. Line breaks as git may have checked them out make no difference. */
export function readProjectFile(path: string): string | undefined {
  const file = join(project, path);
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/\r\n/g, '\n') : undefined;
}
