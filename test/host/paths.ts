import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The project's folder: the one that holds package.json. */
export const projectRoot = path.resolve(__dirname, '..', '..');

/** Downloads live here; git ignores it, and CI keeps it between runs. */
export const cacheRoot = path.join(projectRoot, '.vscode-test');

/** Pictures of a workbench that did not finish in time. */
export const screenshotFolder = path.join(cacheRoot, 'screenshots');

/** A new, empty folder outside the project, so that runs cannot see each other. */
export function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(path.join(tmpdir(), `changebook-${name}-`));
}
