import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderOf } from './program';

// What tests of packs for auditors share.

/** Every file of a folder with its content. */
export function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = entries.map(({ parentPath, name }) => path.join(parentPath, name)).sort();
  return new Map(paths.map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]));
}

export function packText(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** A folder of its own whose name is not taken yet. */
export function newPlace(name = 'pack'): string {
  return path.join(folderOf({}), name);
}

/** What a page shows, without its elements. */
export function wordsOf(html: string): string {
  return html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ');
}
