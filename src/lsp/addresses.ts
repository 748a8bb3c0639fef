import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a file that a client names by its address, or by the path itself; undefined where it is on no disk. */
export function pathOf(address: string): string | undefined {
  if (!/^[a-z][a-z\d+.-]+:/i.test(address)) return address;
  try {
    return fileURLToPath(address);
  } catch {
    return undefined;
  }
}

/** The address of a file. */
export function addressOf(path: string): string {
  return pathToFileURL(path).href;
}
